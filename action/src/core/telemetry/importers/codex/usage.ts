import { countAt, type LooseObject } from "#core/telemetry/loose-json.ts";

/** Tokens as Codex counts them: input holds what was cached, output holds reasoning. */
export type CodexTokens = {
  input: number;
  cached: number;
  written: number | null;
  output: number;
  reasoning: number | null;
};

/** Null where the object tells no tokens. */
export function codexTokens(usage: LooseObject): CodexTokens | null {
  const input = countAt(usage, "input_tokens");
  const output = countAt(usage, "output_tokens");
  if (input === null && output === null) return null;
  return {
    input: input ?? 0,
    cached: countAt(usage, "cached_input_tokens") ?? 0,
    written: countAt(usage, "cache_write_input_tokens"),
    output: output ?? 0,
    reasoning: countAt(usage, "reasoning_output_tokens"),
  };
}

/** Whether a total was told again. */
export function sameTokens(a: CodexTokens | null, b: CodexTokens | null): boolean {
  return a !== null && b !== null && a.input === b.input && a.cached === b.cached && a.output === b.output;
}

/** As a row of usage; OpenAI's cache has one price of writing. */
export function usageOf(tokens: CodexTokens) {
  return {
    prompt: tokens.input,
    completion: tokens.output,
    cache_read: tokens.cached,
    cache_write_5m: tokens.written,
    reasoning: tokens.reasoning,
  };
}

/** Of one request, as told or else from the running total, which may begin anew within a file. */
export function requestTokens(
  reported: CodexTokens | null,
  total: CodexTokens | null,
  before: CodexTokens | null,
): CodexTokens | null {
  if (reported !== null || total === null || before === null) return reported ?? total;
  const isGrown = total.input >= before.input && total.output >= before.output;
  return isGrown ? tokensSince(total, before) : total;
}

/** What came in addition, in a sum that only grows. */
function tokensSince(now: CodexTokens, before: CodexTokens): CodexTokens {
  return {
    input: now.input - before.input,
    cached: Math.max(0, now.cached - before.cached),
    written: now.written === null ? null : Math.max(0, now.written - (before.written ?? 0)),
    output: now.output - before.output,
    reasoning: now.reasoning === null ? null : Math.max(0, now.reasoning - (before.reasoning ?? 0)),
  };
}
