import {
  type AgentReader,
  MOST_RESULTS,
  nothingSaid,
  numberAt,
  stringAt,
} from "#core/logs/extract/agent-reader.ts";
import type { AgentResult } from "#core/records/analysis.ts";

const TOKENS = ["inputTokens", "outputTokens", "cacheReadInputTokens", "cacheCreationInputTokens"];

/**
 * Claude Code and claude-code-action: a `result` object, on one line (stream-json) or one key a line (as the
 * action prints it). The model stands in the `init` object before. Tokens are printed only with full output.
 */
export function claude(): AgentReader {
  const results: AgentResult[] = [];
  let model: string | null = null;
  let open: AgentResult | null = null;

  function fill(result: AgentResult, text: string) {
    result.cost_usd ??= numberAt(text, "total_cost_usd");
    result.turns ??= whole(numberAt(text, "num_turns"));
    result.duration_ms ??= numberAt(text, "duration_ms");
    result.permission_denials ??= whole(numberAt(text, "permission_denials_count"));
    const failed = /"is_error": ?(true|false)/.exec(text)?.[1];
    if (failed !== undefined) result.is_error ??= failed === "true";
    for (const key of TOKENS)
      for (const [, tokens] of text.matchAll(new RegExp(`"${key}": ?(\\d{1,15})`, "g")))
        result.tokens_total = (result.tokens_total ?? 0) + Number(tokens);
  }

  return {
    hints: [
      '"type": "result"',
      '"type":"result"',
      '"subtype": "init"',
      '"subtype":"init"',
      '"model": "',
      '"total_cost_usd"',
      '"num_turns"',
      '"duration_ms"',
      '"is_error"',
      '"permission_denials_count"',
      ...TOKENS.map((key) => `"${key.toLowerCase()}"`),
    ],
    line(text) {
      if (/"type": ?"result"/.test(text)) {
        const isGemini = text.includes('"stats"');
        open = isGemini || results.length >= MOST_RESULTS ? null : { ...nothingSaid("Claude"), model };
        if (open) results.push(open);
      }
      if (open === null) model = stringAt(text, "model") ?? model;
      else fill(open, text);
    },
    held: () => results.length,
    // A result without any number is somebody else's JSON.
    results: () =>
      results.filter(({ cost_usd, turns, duration_ms }) => (cost_usd ?? turns ?? duration_ms) !== null),
  };
}

function whole(number: number | null): number | null {
  return number === null ? null : Math.round(number);
}
