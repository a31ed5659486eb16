import { bounded } from "#core/redact/bounded.ts";
import type { Kind } from "#core/redact/kind.ts";
import { KINDS } from "#core/redact/kinds.ts";
import { privateKeys } from "#core/redact/private-keys.ts";
import { preFilter } from "#core/text/prefilter.ts";

export type RedactOptions = {
  /** E-mail addresses; on unless turned off. */
  email?: boolean;
  /** Payment cards (Luhn), telephone numbers and IP addresses: off unless asked for. */
  card?: boolean;
  phone?: boolean;
  ip?: boolean;
};

export type Redacted = {
  /** As many lines as before; each secret became `[redacted:<kind>]`. */
  text: string;
  /** How many of each kind: `{ github_token: 1 }`. */
  counts: Record<string, number>;
};

const HINTS = KINDS.flatMap(({ hints }, row) => hints.map((hint) => ({ hint, row })));
const FILTER = preFilter(HINTS.map(({ hint }) => hint));
/** The rows to try in a state of the filter. */
const ROWS = FILTER.hits.map((ids) => ids.map((id) => HINTS[id]?.row ?? 0));

/** Redacted, and at most so long afterwards: a replacement may be longer than what it stands for. */
export function redactWithin(text: string, most: number, options: RedactOptions = {}): Redacted {
  const redacted = redact(text, options);
  return { ...redacted, text: bounded(redacted.text, most) };
}

/** Takes secrets out of a text of one or many lines. Give lines that belong together in one call: keys span lines. */
export function redact(text: string, options: RedactOptions = {}): Redacted {
  const isOn = KINDS.map(({ option }) => option === null || (options[option] ?? option === "email"));
  const always = KINDS.flatMap(({ hints }, row) => (hints.length === 0 && isOn[row] ? [row] : []));
  const counts: Record<string, number> = {};
  const keys = privateKeys();
  let clean = "";
  let copied = 0;
  for (let start = 0; start < text.length; ) {
    const due = new Set(always);
    const end = scanLine(text, start, due);
    const raw = text.slice(start, end);
    let line = keys.concerns(raw) ? keys.line(raw) : raw;
    for (const row of [...due].sort((a, b) => a - b))
      if (isOn[row]) line = replaced(line, KINDS[row], counts);
    if (line !== raw) {
      clean += text.slice(copied, start) + line;
      copied = end;
    }
    start = end + 1;
  }
  if (keys.count() > 0) counts.private_key = keys.count();
  return { text: copied === 0 ? text : clean + text.slice(copied), counts };
}

/** Runs the filter up to the line's end, which it returns, and adds the rows whose hints it met. */
function scanLine(text: string, start: number, due: Set<number>): number {
  const { next, classOf, firstHit, width } = FILTER;
  let state = 0;
  for (let index = start; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 10) return index;
    state = next[state + (code < 128 ? (classOf[code] as number) : 0)] as number;
    if (state >= firstHit) for (const row of ROWS[state / width] ?? []) due.add(row);
  }
  return text.length;
}

function replaced(line: string, row: Kind | undefined, counts: Record<string, number>): string {
  if (row === undefined) return line;
  return line.replace(row.pattern, (match: string, ...rest: unknown[]) => {
    const groups = rest.at(-1);
    const before =
      typeof groups === "object" && groups !== null && "before" in groups ? String(groups.before) : "";
    const found = match.slice(before.length);
    if (row.isSecret?.(found) === false) return match;
    counts[row.kind] = (counts[row.kind] ?? 0) + 1;
    return `${before}[redacted:${row.kind}]`;
  });
}
