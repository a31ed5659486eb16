import type { AgentStep } from "#core/records/execution.ts";
import { type CodexTokens, sameTokens } from "#core/telemetry/importers/codex/usage.ts";

/**
 * What answers are called stands in `token_usage_record`, which newer builds write beside the `token_count` of the same
 * request, before it or after it.
 */
export class ResponseIds {
  #waiting: { id: string; tokens: CodexTokens } | null = null;
  #last: { step: AgentStep; tokens: CodexTokens } | null = null;

  /** A record names an answer. */
  named(id: string | null, tokens: CodexTokens | null): void {
    if (id === null || tokens === null) return;
    if (this.#last !== null && sameTokens(this.#last.tokens, tokens)) this.#last.step.request_id ??= id;
    else this.#waiting = { id, tokens };
  }

  /** A request was counted. */
  counted(step: AgentStep, tokens: CodexTokens): void {
    const isNamed = this.#waiting !== null && sameTokens(this.#waiting.tokens, tokens);
    if (isNamed) step.request_id = this.#waiting?.id ?? null;
    this.#waiting = null;
    this.#last = isNamed ? null : { step, tokens };
  }
}
