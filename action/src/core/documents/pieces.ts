import type { Facts } from "#core/documents/fold.ts";
import type { LeftOut } from "#core/documents/left-out.ts";
import { type Run, runKey } from "#core/records/run.ts";

/** An attempt as it streams by: its run, and what else is stored about it. */
export type Told = { run: Run; facts: Facts };

/** One of the records that an attempt is told by. */
export type Piece = Pick<LeftOut, "kind" | "key">;

export function pieceKey({ kind, key }: Piece): string {
  return `${kind} ${key}`;
}

/** The attempt without some of its records; null when that is the run itself. */
export function without({ run, facts }: Told, pieces: ReadonlySet<string>): Told | null {
  if (pieces.size === 0) return { run, facts };
  const key = runKey(run);
  if (pieces.has(pieceKey({ kind: "run", key }))) return null;
  const { reading, executions } = facts;
  return {
    run,
    facts: {
      reading: pieces.has(pieceKey({ kind: "analysis", key })) ? null : reading,
      executions: executions.filter(
        ({ execution_id }) => !pieces.has(pieceKey({ kind: "execution", key: execution_id })),
      ),
    },
  };
}

/**
 * Which records of an attempt something breaks on, each tried by itself. The run is to blame where it breaks alone, and
 * where no single record does.
 */
export function guiltyOf({ run, facts }: Told, breaks: (told: Told) => boolean): Piece[] {
  const key = runKey(run);
  const alone: Told = { run, facts: { reading: null, executions: [] } };
  if (breaks(alone)) return [{ kind: "run", key }];
  const guilty: Piece[] = [];
  const { reading, executions } = facts;
  if (reading !== null && breaks({ run, facts: { reading, executions: [] } }))
    guilty.push({ kind: "analysis", key });
  for (const execution of executions)
    if (breaks({ run, facts: { reading: null, executions: [execution] } }))
      guilty.push({ kind: "execution", key: execution.execution_id });
  return guilty.length > 0 ? guilty : [{ kind: "run", key }];
}

/**
 * Which items of a list something breaks on, found by halves; empty when it breaks on none of them alone.
 *
 * @param breaks whether it breaks on a part of the list
 */
export function guiltyItems<Item>(
  items: readonly Item[],
  breaks: (part: readonly Item[]) => boolean,
): Item[] {
  if (items.length === 0 || !breaks(items)) return [];
  if (items.length === 1) return [...items];
  const half = Math.ceil(items.length / 2);
  return [...guiltyItems(items.slice(0, half), breaks), ...guiltyItems(items.slice(half), breaks)];
}
