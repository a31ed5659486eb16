/** Free text over a run: every word must occur in one of its names, or be its number, commit, signature or pull request. */
import type { RunTable } from "#core/documents/runs/run-table.ts";

/** Shorter digits mean a pull request or a run's number, longer ones can also begin a run's id. */
const ID_DIGITS = 5;

export function textMatcher(table: RunTable, text: string): (row: number) => boolean {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => wordMatcher(table, word));
  return (row) => words.every((matches) => matches(row));
}

function wordMatcher(table: RunTable, word: string): (row: number) => boolean {
  const contains = (text: string) => text.includes(word);
  const digits = /^#?(\d+)$/.exec(word)?.[1] ?? null;
  const number = digits === null ? null : Number(digits);
  const byCode: Matching[] = [
    matching(table.title.codes, lowered(table.title.values), contains),
    matching(table.branch.codes, lowered(table.branch.values), contains),
    matching(table.workflow.codes, table.workflow.values, ({ name, slug }) =>
      contains(`${name.toLowerCase()}\n${slug}`),
    ),
    matching(table.actor.codes, lowered(table.actor.values), contains),
    matching(table.agents.codes, table.agents.values, (agents) => contains(agents.join("\n").toLowerCase())),
    matching(table.event.codes, lowered(table.event.values), contains),
  ];
  const { sha, signature, pulls } = table;
  if (/^[0-9a-f]{4,40}$/.test(word))
    byCode.push(matching(sha.codes, sha.values, (sha) => sha.startsWith(word.slice(0, sha.length))));
  if (/^[0-9a-f]{16}$/.test(word))
    byCode.push(matching(signature.codes, signature.values, (signature) => signature === word));
  if (number !== null)
    byCode.push(matching(pulls.codes, pulls.values, (pulls) => pulls?.includes(number) ?? false));
  const columns = byCode.filter(({ any }) => any);
  const isId = digits !== null && digits.length >= ID_DIGITS;
  return (row) => {
    for (const { codes, matches } of columns) if (matches[codes[row] ?? -1] === 1) return true;
    if (number === null) return false;
    return table.number[row] === number || (isId && String(table.id[row]).startsWith(digits));
  };
}

/** Which of a column's values match, by code; most columns have none, and rows need not be asked for them. */
type Matching = { codes: Int32Array; matches: Uint8Array; any: boolean };

function matching<Value>(
  codes: Int32Array,
  values: readonly Value[],
  test: (value: Value) => boolean,
): Matching {
  const matches = Uint8Array.from(values, (value) => Number(test(value)));
  return { codes, matches, any: matches.includes(1) };
}

const LOWERED = new WeakMap<readonly unknown[], string[]>();

/** Lower case is asked for again with every key pressed, and the lists only grow. */
function lowered(values: readonly (string | null)[]): string[] {
  const known = LOWERED.get(values) ?? [];
  LOWERED.set(values, known);
  for (let index = known.length; index < values.length; index += 1)
    known.push(values[index]?.toLowerCase() ?? "");
  return known;
}
