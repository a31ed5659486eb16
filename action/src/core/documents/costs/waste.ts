import * as z from "zod";
import type { Fold } from "#core/attempts/fold.ts";
import type { Invocation } from "#core/attempts/invocation.ts";
import { addLine, noSpend, Spend } from "#core/documents/costs/spend.ts";
import { entry } from "#core/entry.ts";
import type { Utc } from "#core/time.ts";

/**
 * Spend that brought nothing. `failed`: the attempt failed or timed out. `superseded`: cancelled when a newer run of
 * the same workflow and branch came. `cancelled`: otherwise. `no_op`: it succeeded, and its agents said there was
 * nothing to do. An attempt is in one of them. `rerun` is apart: attempts after the first, however they ended.
 */
export const WASTE = ["failed", "superseded", "cancelled", "no_op"] as const;
export type WasteKind = (typeof WASTE)[number] | "rerun";

const Wasted = z.strictObject({ attempts: z.number().int(), spend: Spend });

/** Attempts and spend of each kind of waste (`WASTE`). */
export const Waste = z.strictObject({
  failed: Wasted,
  superseded: Wasted,
  cancelled: Wasted,
  no_op: Wasted,
  /** The four together. */
  all: Wasted,
  /** Overlaps the others. */
  rerun: Wasted,
});
export type Waste = z.infer<typeof Waste>;

type Cancelled = { run: number; group: string; from: Utc; until: Utc; spend: Spend };

/** Folds the lines of one period. */
export function wasteFold(): Fold<Waste> {
  const waste: Waste = {
    failed: none(),
    superseded: none(),
    cancelled: none(),
    no_op: none(),
    all: none(),
    rerun: none(),
  };
  // Whether a newer run came is known when all have been seen.
  const cancelled: Cancelled[] = [];
  const created = new Map<string, { run: number; at: Utc }[]>();
  return {
    add({ lines, run, at, role, invocations }) {
      const spend = noSpend();
      for (const line of lines) addLine(spend, line);
      const group = `${run.workflow_id}\n${run.head_branch ?? ""}\n${run.head_repository ?? ""}`;
      if (run.run_attempt === 1) {
        const runs = entry(created, group, () => []);
        runs.push({ run: run.id, at: run.created_at });
      }
      if (run.run_attempt > 1) count(waste.rerun, spend);
      if (run.conclusion === "cancelled")
        cancelled.push({
          run: run.id,
          group,
          from: at,
          until: run.updated_at ?? at,
          spend,
        });
      else if (role === "failure") count(waste.failed, spend);
      else if (run.conclusion === "success" && didNothing(invocations)) count(waste.no_op, spend);
    },
    finish() {
      for (const { run, group, from, until, spend } of cancelled) {
        const isNewer = (other: { run: number; at: Utc }) =>
          other.run !== run && other.at > from && other.at <= until;
        count(created.get(group)?.some(isNewer) ? waste.superseded : waste.cancelled, spend);
      }
      for (const kind of WASTE) {
        waste.all.attempts += waste[kind].attempts;
        merge(waste.all.spend, waste[kind].spend);
      }
      return waste;
    },
  };
}

/** Its agents tell what they did, and all of it is that there was nothing to do. */
function didNothing(invocations: readonly Invocation[]): boolean {
  const actions = invocations.flatMap(({ execution }) => execution?.actions ?? []);
  return actions.length > 0 && actions.every(({ type }) => type === "noop");
}

type Wasted = z.infer<typeof Wasted>;

function none(): Wasted {
  return { attempts: 0, spend: noSpend() };
}

function count(wasted: Wasted, spend: Spend): void {
  wasted.attempts += 1;
  merge(wasted.spend, spend);
}

function merge(into: Spend, from: Spend): void {
  for (const key of Object.keys(into) as (keyof Spend)[]) into[key] += from[key];
}
