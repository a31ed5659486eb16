import { type AgentReader, MOST_RESULTS, nothingSaid, numberAt } from "#core/logs/extract/agent-reader.ts";
import type { AgentResult } from "#core/records/analysis.ts";

/**
 * Codex: a header with the model and, at the end, `tokens used` with the number on the same line (older) or on the
 * next; or the events of `codex exec --json`, where usage is the thread's total so far.
 */
export function codex(): AgentReader {
  const results: AgentResult[] = [];
  let open: AgentResult | null = null;
  let numberFollows = false;

  function current(): AgentResult {
    if (open === null) {
      open = nothingSaid("Codex");
      if (results.length < MOST_RESULTS) results.push(open);
    }
    return open;
  }

  function human(text: string) {
    if (/^OpenAI Codex v?\d/.test(text)) open = null;
    const header = /^OpenAI Codex v?\d/.test(text) ? current() : open;
    const model = /^model: (\S{1,100})$/.exec(text)?.[1];
    if (header && model) header.model ??= model;
    if (numberFollows && /^[\d,]{1,15}$/.test(text)) current().tokens_total = count(text);
    numberFollows = text === "tokens used";
    const tokens = /^(?:\[\S{1,40}\] )?tokens used: ([\d,]{1,15})$/.exec(text)?.[1];
    if (tokens) current().tokens_total = count(tokens);
    if (/codex exited with code [1-9]/.test(text)) current().is_error = true;
  }

  return {
    hints: [
      "openai codex v",
      "tokens used",
      "model: ",
      "codex exited with code",
      '"thread.started"',
      '"turn.completed"',
      '"turn.failed"',
    ],
    line(text) {
      if (text.startsWith('{"type":"thread.started"')) open = null;
      if (text.startsWith('{"type":"turn.completed"')) {
        const result = current();
        result.turns = (result.turns ?? 0) + 1;
        const input = numberAt(text, "input_tokens");
        const output = numberAt(text, "output_tokens");
        if (input !== null && output !== null) result.tokens_total = input + output;
        result.is_error ??= false;
      } else if (text.startsWith('{"type":"turn.failed"')) current().is_error = true;
      else human(text.trim());
    },
    wantsNext: () => numberFollows,
    held: () => results.length,
    results: () => results,
  };
}

function count(text: string): number {
  return Number(text.replaceAll(",", ""));
}
