/** Free text over a run: every word must occur in one of its names, or be its number, commit, signature or pull request. */
import type { Coded } from "#core/documents/coded.ts";
import type { RunTable } from "#core/documents/run-table.ts";

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
  const contains = (value: string | null) => value !== null && lower(value).includes(word);
  const digits = /^#?(\d+)$/.exec(word)?.[1] ?? null;
  const number = digits === null ? Number.NaN : Number(digits);
  const byCode: [Int32Array, Uint8Array][] = [
    matching(table.title, contains),
    matching(table.branch, contains),
    matching(table.workflow, ({ name, slug }) => contains(name) || contains(slug)),
    matching(table.actor, contains),
    matching(table.agent, contains),
    matching(table.event, contains),
  ];
  if (/^[0-9a-f]{4,40}$/.test(word))
    byCode.push(matching(table.sha, (sha) => sha.startsWith(word.slice(0, sha.length))));
  if (/^[0-9a-f]{16}$/.test(word)) byCode.push(matching(table.signature, (signature) => signature === word));
  if (digits !== null) byCode.push(matching(table.pulls, (pulls) => pulls?.includes(number) ?? false));
  const isId = digits !== null && digits.length >= ID_DIGITS;
  return (row) => {
    for (const [codes, matches] of byCode) if (matches[codes[row] ?? -1] === 1) return true;
    if (table.number[row] === number) return true;
    return isId && String(table.id[row]).startsWith(digits);
  };
}

/** Which of a column's values match, by code. */
function matching<Value>(
  { values, codes }: Coded<Value>,
  test: (value: Value) => boolean,
): [Int32Array, Uint8Array] {
  return [codes, Uint8Array.from(values, (value) => Number(test(value)))];
}

const LOWER = new Map<string, string>();

/** Lower case is asked for again with every key pressed. */
function lower(value: string): string {
  const known = LOWER.get(value);
  if (known !== undefined) return known;
  const made = value.toLowerCase();
  LOWER.set(value, made);
  return made;
}
