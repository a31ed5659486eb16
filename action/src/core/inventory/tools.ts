import type { Agent, Step } from "#core/inventory/model.ts";
import { type Span, within } from "#core/inventory/source.ts";

/** A tool that an agent may use unasked: `Bash(git log:*)`, `Edit`, `shell(npm)`. */
export type Tool = { text: string; at: Span };

/** Options and settings that list allowed tools, up to the list itself. */
const LISTS = [
  /--?allowed-?tools?[\s=]+(?="|'|\S)/gi,
  /--allow-tool[\s=]+/g,
  /"(?:allow|allowedTools|coreTools|core)"\s*:\s*(?=\[)/g,
];
const TOOL = /[A-Za-z_*][\w*.-]*(?:\([^)\n]*\))?/g;

/** Null where nothing says which: the agent's own defaults hold. */
export function toolsOf(step: Step, { settings }: Agent): Tool[] | null {
  const lists: Tool[][] = [];
  for (const { node, from, to } of settings) {
    const read = (start: number, end: number) => {
      const tools = [...node.body.slice(start, end).matchAll(TOOL)];
      lists.push(
        tools.map(({ 0: text, index }) => ({
          text,
          at: within(node, start + index, start + index + text.length),
        })),
      );
    };
    if (node === step.with.get("allowed_tools")?.value) read(from, to);
    const body = node.body.slice(from, to);
    for (const list of LISTS)
      for (const match of body.matchAll(list)) {
        const start = from + match.index + match[0].length;
        read(start, from + listEnd(body, match.index + match[0].length));
      }
  }
  return lists.length === 0 ? null : lists.flat();
}

/** A list ends with its quotes or brackets, or else with the word; commas in parentheses are the tool's. */
function listEnd(text: string, start: number): number {
  const opening = text.charAt(start);
  const closing = { '"': '"', "'": "'", "[": "]" }[opening];
  if (closing !== undefined) {
    const end = text.indexOf(closing, start + 1);
    return end === -1 ? text.length : end;
  }
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === "(") depth += 1;
    else if (sign === ")") depth -= 1;
    else if (depth <= 0 && /\s/.test(sign)) return at;
  }
  return text.length;
}
