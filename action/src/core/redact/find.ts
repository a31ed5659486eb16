import type { Kind } from "#core/redact/kind.ts";
import { KINDS } from "#core/redact/kinds.ts";
import type { Unveiled } from "#core/redact/veil.ts";

type Place = { start: number; end: number };

/** A line with what the rows find in it replaced. */
export function inPlace(line: string, rows: readonly number[], counts: Record<string, number>): string {
  let text = line;
  for (const index of rows) {
    const row = KINDS[index] as Kind;
    const mark = `[redacted:${row.kind}]`;
    let clean = "";
    let copied = 0;
    for (const { start, end } of secretsIn(text, row)) {
      counts[row.kind] = (counts[row.kind] ?? 0) + 1;
      clean += text.slice(copied, start) + mark;
      copied = end;
    }
    if (copied > 0) text = clean + text.slice(copied);
  }
  return text;
}

/** The same of a disguised line: secrets are found in what it reads as, and replaced where they stand. */
export function inUnits(
  { text, units, rest }: Unveiled,
  rows: readonly number[],
  counts: Record<string, number>,
): string {
  let read = text;
  let stands = units;
  for (const index of rows) {
    const row = KINDS[index] as Kind;
    const mark = `[redacted:${row.kind}]`;
    const found = secretsIn(read, row);
    if (found.length === 0) continue;
    let clean = "";
    const left: string[] = [];
    let copied = 0;
    for (const { start, end } of found) {
      counts[row.kind] = (counts[row.kind] ?? 0) + 1;
      clean += read.slice(copied, start) + mark;
      for (let index = copied; index < start; index++) left.push(stands[index] ?? "");
      left.push(...mark);
      copied = end;
    }
    for (let index = copied; index < stands.length; index++) left.push(stands[index] ?? "");
    read = clean + read.slice(copied);
    stands = left;
  }
  return stands.join("") + rest;
}

function secretsIn(text: string, { pattern, each, isSecret }: Kind): Place[] {
  if (each === null) return placesOf(text, 0, pattern, isSecret);
  return placesOf(text, 0, pattern, null).flatMap(({ start, end }) =>
    placesOf(text.slice(start, end), start, each, isSecret),
  );
}

function placesOf(text: string, offset: number, pattern: RegExp, isSecret: Kind["isSecret"]): Place[] {
  const places: Place[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const start = match.index + (match.groups?.before?.length ?? 0);
    const end = match.index + match[0].length;
    if (isSecret?.(text.slice(start, end)) !== false)
      places.push({ start: offset + start, end: offset + end });
  }
  return places;
}
