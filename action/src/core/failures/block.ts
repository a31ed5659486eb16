import type { Ranked } from "#core/failures/rank.ts";
import type { KeptLine } from "#core/failures/step-lines.ts";

import { indentOf } from "#core/text/indent.ts";

/** The lines that show the failure, both ends included. */
export type Block = { start: number; end: number };

/** Longer blocks are cut: what explains stands at their top. */
const LONGEST = 60;
const BLANKS_WITHIN = 1;

/** From the first line of the paragraph that tells it to its last, over single blank lines when it goes on deeper. */
export function blockOf(finding: Ranked): Block {
  const lines = finding.region.lines;
  const index = lines.indexOf(finding.line);
  const rule = finding.rule?.block ?? null;
  if (rule !== null) return ruled(lines, index, rule);
  return { start: up(lines, index), end: down(lines, index) };
}

function ruled(
  lines: readonly KeptLine[],
  index: number,
  rule: { before?: RegExp; after?: RegExp; most: number },
): Block {
  const at = lines[index]?.number ?? 1;
  const within = (line: KeptLine) => Math.abs(line.number - at) <= rule.most;
  const { before, after } = rule;
  const start = before && lines.slice(0, index).findLast((line) => within(line) && before.test(line.text));
  const end = after && lines.slice(index + 1).find((line) => within(line) && after.test(line.text));
  return { start: start?.number ?? at, end: end?.number ?? at };
}

function up(lines: readonly KeptLine[], index: number): number {
  let first = index;
  while (first > 0 && index - first < 3) {
    const line = lines[first] as KeptLine;
    const above = lines[first - 1] as KeptLine;
    if (above.number !== line.number - 1 || above.text.trim() === "" || above.echo) break;
    if (!above.alarming) break;
    first--;
  }
  return lines[first]?.number ?? 1;
}

function down(lines: readonly KeptLine[], index: number): number {
  let last = index;
  let blanks = 0;
  const base = indentOf(lines[index]?.text ?? "");
  for (let next = index + 1; next < lines.length && next - index < LONGEST; next++) {
    const line = lines[next] as KeptLine;
    if (line.number !== (lines[next - 1]?.number ?? 0) + 1) break;
    if (line.text.trim() === "") {
      if (++blanks > BLANKS_WITHIN) break;
      continue;
    }
    if (blanks > 0 && indentOf(line.text) <= base) break;
    if (line.tag !== null || line.number === -1) break;
    blanks = 0;
    last = next;
  }
  return lines[last]?.number ?? 1;
}
