import { LONGEST_CONTENT } from "#core/records/bounds.ts";
import { SHORT } from "#core/records/previews.ts";
import { redactWithin } from "#core/redact/redact.ts";
import type { ImportContext } from "#core/telemetry/importer.ts";
import { stackWithin } from "#core/telemetry/stack-text.ts";

const LONGEST_NAME = 200;
const MOST_NAMES_CLEANED = 2000;

/** The texts of one execution, as they may be stored; counts what was redacted. */
export class DraftTexts {
  readonly redactions: Record<string, number> = {};
  readonly #privacy: ImportContext["privacy"];
  readonly #names = new Map<string, string | null>();

  constructor({ privacy }: Pick<ImportContext, "privacy">) {
    this.#privacy = privacy;
  }

  /** A short name: redacted, one line, at most 200 characters; null for what is none. */
  name(reported: unknown): string | null {
    if (typeof reported !== "string") return null;
    const known = this.#names.get(reported);
    if (known !== undefined) return known;
    const short = reported
      .slice(0, 2 * LONGEST_NAME)
      .replaceAll(/[\u0000-\u001f\u007f]+/g, " ")
      .trim();
    const clean = this.#clean(short, LONGEST_NAME);
    if (this.#names.size < MOST_NAMES_CLEANED) this.#names.set(reported, clean);
    return clean;
  }

  /** Cut before it is redacted too, with room to spare, because results of tools can be megabytes. */
  text(reported: string | null, most: number): string | null {
    return reported === null ? null : this.#clean(reported.slice(0, 8 * most), most);
  }

  /** The first words of a prompt or an answer, or more of it, as far as they are kept. */
  preview(reported: string | null): string | null {
    const { previews } = this.#privacy;
    return previews === "short" ? this.text(reported, SHORT) : this.content(reported);
  }

  /** What was said, asked or given back, where contents are kept: its lines stay. */
  content(reported: unknown): string | null {
    if (this.#privacy.previews !== "full" || reported === null || reported === undefined) return null;
    const text = typeof reported === "string" ? reported : JSON.stringify(reported);
    const some = text.slice(0, 8 * LONGEST_CONTENT).replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]+/g, " ");
    return this.text(some, LONGEST_CONTENT);
  }

  /** Lines of a stack; of a long one the first and the last. */
  stack(reported: string | null): string | null {
    return reported === null
      ? null
      : stackWithin(reported, (text) => this.#clean(text, Number.POSITIVE_INFINITY) ?? "");
  }

  /** Redacted first and cut afterwards, so that no half of a secret stays; never through the middle of a character. */
  #clean(reported: string, most: number): string | null {
    const { text, counts } = redactWithin(reported, most, this.#privacy.redact);
    for (const [kind, count] of Object.entries(counts))
      this.redactions[kind] = (this.redactions[kind] ?? 0) + count;
    return text.trim() || null;
  }
}
