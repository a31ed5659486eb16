import { countAt, type LooseObject } from "#core/telemetry/loose-json.ts";
import type { UsagePart } from "#core/telemetry/usage-table.ts";

/** What the parts of a count are called; in all of Gemini's files the prompt holds what came from the cache. */
type Names = Record<"prompt" | "answer" | "cached" | "thoughts" | "tool" | "total", string>;

/** `stats.models.<model>.tokens`; there `input` is the prompt without the cache. */
export const STATS: Names = {
  prompt: "prompt",
  answer: "candidates",
  cached: "cached",
  thoughts: "thoughts",
  tool: "tool",
  total: "total",
};
/** `tokens` of a recorded message; there `input` is the whole prompt. */
export const RECORDED: Names = { ...STATS, prompt: "input", answer: "output" };
/** Attributes of `gemini_cli.api_response`. */
export const LOGGED: Names = {
  prompt: "input_token_count",
  answer: "output_token_count",
  cached: "cached_content_token_count",
  thoughts: "thoughts_token_count",
  tool: "tool_token_count",
  total: "total_token_count",
};

/** Tokens in our terms; null where none are told. The answer leaves thoughts out, and we do not. */
export function geminiTokens(reported: LooseObject, names: Names) {
  const cached = countAt(reported, names.cached) ?? 0;
  const input = countAt(reported, names.prompt);
  const answer = countAt(reported, names.answer);
  if (input === null && answer === null) return null;
  const thoughts = countAt(reported, names.thoughts) ?? 0;
  const prompt = input ?? (countAt(reported, "input") ?? 0) + cached;
  const completion = (answer ?? 0) + thoughts;
  // What tools fed into the prompt is counted apart, but not by all versions.
  const rest = (countAt(reported, names.total) ?? 0) - prompt - completion;
  const fed = Math.max(0, Math.min(countAt(reported, names.tool) ?? 0, rest));
  return {
    provider: "google",
    prompt: prompt + fed,
    completion,
    cache_read: cached,
    reasoning: thoughts,
  } satisfies UsagePart;
}
