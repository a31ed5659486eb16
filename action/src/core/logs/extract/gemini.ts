import { type AgentReader, MOST_RESULTS, nothingSaid, numberAt } from "#core/logs/extract/agent-reader.ts";
import type { AgentResult } from "#core/records/analysis.ts";

/**
 * Gemini CLI: the `stats` of `--output-format json`, one key a line, or the `result` event of stream-json. It
 * prints no cost. Tokens of several models are added.
 */
export function gemini(): AgentReader {
  const results: AgentResult[] = [];
  let open: AgentResult | null = null;
  let inModels = false;

  function add(result: AgentResult) {
    if (results.length < MOST_RESULTS) results.push(result);
  }

  function event(text: string) {
    const result = { ...nothingSaid("Gemini"), is_error: /"status": ?"error"/.test(text) };
    result.tokens_total = numberAt(text, "total_tokens");
    result.duration_ms = numberAt(text, "duration_ms");
    result.model = /"models": ?\{"([\w.-]{1,100})"/.exec(text)?.[1] ?? null;
    add(result);
  }

  function pretty(result: AgentResult, text: string) {
    if (text.includes('"tools"')) inModels = false;
    if (!inModels) return;
    result.model ??= /"(gemini-[\w.-]{1,90})": ?\{/.exec(text)?.[1] ?? null;
    const total = numberAt(text, "total");
    if (total !== null) result.tokens_total = (result.tokens_total ?? 0) + total;
  }

  return {
    hints: ['"stats"', '"gemini-', '"total":', '"tools": {', '"roles"'],
    line(text) {
      if (/"type": ?"result"/.test(text)) {
        if (text.includes('"stats"')) event(text);
        return;
      }
      if (/^\s*"stats": ?\{/.test(text)) {
        open = nothingSaid("Gemini");
        add(open);
        inModels = true;
      } else if (text.includes('"roles"')) inModels = false;
      else if (/"gemini-[\w.-]{1,90}": ?\{/.test(text)) inModels = open !== null;
      if (open) pretty(open, text);
    },
    held: () => results.length,
    results: () => results.filter(({ tokens_total, duration_ms }) => (tokens_total ?? duration_ms) !== null),
  };
}
