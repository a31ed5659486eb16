import type { Attempt } from "#core/attempts/attempt.ts";
import type { Facts } from "#core/attempts/facts.ts";
import { guiltyOf, type Piece, pieceKey, type Raw, without } from "#core/attempts/pieces.ts";
import type { Run } from "#core/records/run.ts";

/** An attempt as far as it can be read, and the records that it could only be read without. */
export type Readable = { attempt: Attempt | null; guilty: Piece[]; thrown: unknown };

/** @param read as `attemptReader` makes it; it may throw */
export function readable(raw: Raw, read: (run: Run, facts: Facts) => Attempt): Readable {
  try {
    return { attempt: read(raw.run, raw.facts), guilty: [], thrown: null };
  } catch (thrown) {
    const guilty = guiltyOf(raw, ({ run, facts }) => breaks(() => read(run, facts)));
    const rest = without(raw, new Set(guilty.map(pieceKey)));
    if (rest === null || breaks(() => read(rest.run, rest.facts))) return { attempt: null, guilty, thrown };
    return { attempt: read(rest.run, rest.facts), guilty, thrown };
  }
}

function breaks(work: () => unknown): boolean {
  try {
    work();
    return false;
  } catch {
    return true;
  }
}
