import type { PrivacyConfig } from "#core/config/privacy.ts";
import { bounded } from "#core/redact/bounded.ts";
import { type RedactOptions, redactWithin } from "#core/redact/redact.ts";

const LONGEST_LINE = 300;

/** What of a log's text may be stored; the part of the configuration that says so. */
export type TextPolicy = Pick<PrivacyConfig, "excerpts" | "redact">;

export const DEFAULT_TEXT_POLICY: TextPolicy = { excerpts: "stored", redact: [] };

/** Redacts first and cuts afterwards, so that no half of a secret stays, and counts what it took out. */
export class Redactor {
  readonly counts: Record<string, number> = {};
  /** Whether messages and lines may be stored at all. */
  readonly keepsText: boolean;
  readonly #options: RedactOptions;

  constructor(policy: TextPolicy = DEFAULT_TEXT_POLICY) {
    this.keepsText = policy.excerpts === "stored";
    this.#options = Object.fromEntries(policy.redact.map((kind) => [kind, true]));
  }

  text<Text extends string | null>(text: Text, most: number): Text {
    if (text === null) return text;
    const { text: clean, counts } = redactWithin(text, most, this.#options);
    for (const [kind, count] of Object.entries(counts)) this.counts[kind] = (this.counts[kind] ?? 0) + count;
    return clean as Text;
  }

  /** For what is shown a second time. */
  uncounted(text: string, most: number): string {
    return redactWithin(text, most, this.#options).text;
  }

  /** Lines that belong together go together: a key may span some of them. */
  lines(excerpt: readonly { line: number; text: string }[]): { line: number; text: string }[] {
    if (!this.keepsText) return [];
    const joined = excerpt.map(({ text }) => text.replaceAll(/[\r\n]/g, " ")).join("\n");
    const clean = this.text(joined, Number.POSITIVE_INFINITY).split("\n");
    return excerpt.map(({ line }, index) => ({ line, text: bounded(clean[index] ?? "", LONGEST_LINE) }));
  }
}
