import type { Raw } from "#core/attempts/pieces.ts";

/** A fold that may throw, at each step. */
export type Fragile = { add(raw: Raw): void; finish(): unknown };

type Range = { from: number; to: number };

/** Parts of a range that one pass tells apart: five passes find one attempt among a million. */
const PARTS = 16;
/** More than these are not looked for at once. */
const MOST = 16;

/**
 * Which attempts a fold cannot be finished with, each by itself: found by folding parts of them apart, smaller and
 * smaller ones. Empty when only several together break it.
 *
 * @param attempts the same ones in the same order each time, `n` of them
 */
export async function guiltyAttempts(
  attempts: () => AsyncIterable<Raw>,
  n: number,
  start: () => Fragile,
): Promise<Raw[]> {
  let ranges: Range[] = [{ from: 0, to: n }];
  while (ranges.some(({ from, to }) => to - from > 1)) {
    const parts = ranges.slice(0, MOST).flatMap(partsOf);
    const broken = await brokenParts(attempts, parts, start);
    ranges = parts.filter((_, index) => broken.has(index));
  }
  const found: Raw[] = [];
  let at = -1;
  for await (const raw of attempts()) {
    at += 1;
    if (ranges.some(({ from, to }) => at >= from && at < to)) found.push(raw);
  }
  return found;
}

async function brokenParts(
  attempts: () => AsyncIterable<Raw>,
  parts: readonly Range[],
  start: () => Fragile,
): Promise<ReadonlySet<number>> {
  const folds = parts.map(start);
  const broken = new Set<number>();
  let at = -1;
  for await (const raw of attempts()) {
    at += 1;
    const part = parts.findIndex(({ from, to }) => at >= from && at < to);
    if (part >= 0 && !works(() => folds[part]?.add(raw))) broken.add(part);
  }
  for (const [part, fold] of folds.entries()) if (!works(() => fold.finish())) broken.add(part);
  return broken;
}

function partsOf({ from, to }: Range): Range[] {
  const size = Math.ceil((to - from) / PARTS);
  const parts: Range[] = [];
  for (let start = from; start < to; start += size)
    parts.push({ from: start, to: Math.min(to, start + size) });
  return parts;
}

export function works(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
