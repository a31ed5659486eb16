import {
  type CodexTokens,
  codexTokens,
  requestTokens,
  sameTokens,
} from "#core/telemetry/importers/codex/usage.ts";
import { type LooseObject, objectAt } from "#core/telemetry/loose-json.ts";

/** More would be a forgery; what is beyond is not recognised when it is told again. */
const MOST = 50_000;

/**
 * The requests of one thread, each told once: by what was used in all up to it and by what it used itself. A thread
 * that was forked begins with a copy of its parent's requests, with new times; a thread that was resumed may copy its
 * own into another file.
 */
export class CodexRequests {
  readonly #reported = new Set<string>();
  #total: CodexTokens | null = null;
  /** Until something new comes, the file repeats what was told. */
  #isRepeating = false;

  /** Another file of the same thread begins. */
  nextFile(): void {
    this.#isRepeating = this.#reported.size > 0;
  }

  has(request: string): boolean {
    return this.#reported.has(request);
  }

  /**
   * What one `token_count` tells: a request, and what it is known by; null where it is none, or was told.
   *
   * @param isCopy the line stands in what a fork copied
   * @param parent of a fork, where its requests are known already
   */
  reported(
    info: LooseObject,
    isCopy: boolean,
    parent: CodexRequests | null,
  ): { tokens: CodexTokens; key: string | null } | null {
    const total = codexTokens(objectAt(info, "total_token_usage"));
    const own = codexTokens(objectAt(info, "last_token_usage"));
    if (sameTokens(total, this.#total)) return null;
    const tokens = requestTokens(own, total, this.#total);
    this.#total = total ?? this.#total;
    const key = total === null || own === null ? null : [total, own].map(words).join(" ");
    const isKnown =
      key !== null && ((this.#isRepeating && this.#reported.has(key)) || parent?.has(key) === true);
    if (key !== null && this.#reported.size < MOST) this.#reported.add(key);
    if (tokens === null || isCopy || isKnown) return null;
    this.#isRepeating = false;
    return { tokens, key };
  }
}

function words({ input, cached, output }: CodexTokens): string {
  return `${input}/${cached}/${output}`;
}
