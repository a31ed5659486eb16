import type { Facts } from "#core/attempts/facts.ts";
import type { Execution } from "#core/records/execution.ts";
import { type Run, runKey } from "#core/records/run.ts";

/** An attempt as it streams by: its run, and what else is stored about it. */
export type Raw = { run: Run; facts: Facts };

/** Kinds of records that documents may have to do without. */
export const PIECE_KINDS = ["run", "analysis", "execution", "event", "pull", "journal"] as const;

/** A stored record; `key` is `run/attempt` or the record's own id, and text of strangers. */
export type Piece = { kind: (typeof PIECE_KINDS)[number]; key: string };

export function pieceKey({ kind, key }: Piece): string {
  return `${kind} ${key}`;
}

function piecesOf({ run, facts: { executions, foreign = [] } }: Raw): Piece[] {
  const raw = [...executions, ...foreign].map(
    ({ execution_id }): Piece => ({ kind: "execution", key: execution_id }),
  );
  return [{ kind: "analysis", key: runKey(run) }, ...raw];
}

/** The attempt without some of its records, the same where it has none of them; null when that is the run itself. */
export function without(raw: Raw, pieces: ReadonlySet<string>): Raw | null {
  if (pieces.size === 0) return raw;
  const { run, facts } = raw;
  const key = runKey(run);
  if (pieces.has(pieceKey({ kind: "run", key }))) return null;
  const { reading, executions, foreign } = facts;
  if (!piecesOf(raw).some((piece) => pieces.has(pieceKey(piece)))) return raw;
  const isKept = ({ execution_id }: Execution) =>
    !pieces.has(pieceKey({ kind: "execution", key: execution_id }));
  return {
    run,
    facts: {
      reading: pieces.has(pieceKey({ kind: "analysis", key })) ? null : reading,
      executions: executions.filter(isKept),
      ...(foreign === undefined ? {} : { foreign: foreign.filter(isKept) }),
      ...(facts.guard === undefined ? {} : { guard: facts.guard }),
    },
  };
}

/**
 * Which records of an attempt something breaks on, each tried by itself. The run is to blame where it breaks alone, and
 * where no single record does.
 */
export function guiltyOf({ run, facts }: Raw, breaks: (raw: Raw) => boolean): Piece[] {
  const key = runKey(run);
  const alone: Raw = { run, facts: { reading: null, executions: [] } };
  if (breaks(alone)) return [{ kind: "run", key }];
  const guilty: Piece[] = [];
  const { reading, executions, foreign = [] } = facts;
  if (reading !== null && breaks({ run, facts: { reading, executions: [] } }))
    guilty.push({ kind: "analysis", key });
  for (const execution of executions)
    if (breaks({ run, facts: { reading: null, executions: [execution] } }))
      guilty.push({ kind: "execution", key: execution.execution_id });
  for (const execution of foreign)
    if (breaks({ run, facts: { reading: null, executions: [], foreign: [execution] } }))
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
