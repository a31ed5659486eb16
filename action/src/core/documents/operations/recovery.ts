import * as z from "zod";
import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import type { Period } from "#core/attempts/period.ts";
import type { NamedWorkflow } from "#core/documents/workflows/workflow-names.ts";
import { entry } from "#core/entry.ts";
import { isHome, ranOf } from "#core/failures/what-fixed-it.ts";
import { mean } from "#core/statistics/distribution.ts";
import { epoch, formatUtc, Utc } from "#core/time.ts";

/**
 * How long a workflow stays broken on the default branch: from the end of the first attempt that failed to the
 * end of the next that passed. Counted where it was mended.
 */
export const Recovery = z.strictObject({
  workflow: z.string(),
  workflow_slug: z.string(),
  /** Times it was mended in the period. */
  recoveries: z.number().int(),
  mean_seconds: z.number().nullable(),
  longest_seconds: z.number().nullable(),
  /** Broken since then, at the end of the period; null when it is not. */
  broken_since: Utc.nullable(),
});
export type Recovery = z.infer<typeof Recovery>;

type Ended = { at: number; end: number; passed: boolean };

export function recoveryFold(periods: readonly Period[], context: Context) {
  const attempts = new Map<number, Ended[]>();
  return {
    add({ run, at: started, role, own }) {
      if (role !== "success" && role !== "failure") return;
      if (own || !isHome(ranOf(run), context.repository)) return;
      const at = epoch(started);
      const known = entry(attempts, run.workflow_id, () => []);
      known.push({ at, end: at + (run.duration_seconds ?? 0), passed: role === "success" });
    },
    /** In the order of the periods. Longest broken first; workflows that were never broken are left out. */
    finish(workflows: ReadonlyMap<number, NamedWorkflow>): Recovery[][] {
      const spans = [...attempts].map(([id, ofWorkflow]) => ({ id, ...spansOf(ofWorkflow) }));
      return periods.map((period) =>
        spans
          .flatMap(({ id, mended, open }) => {
            const [from, to] = [epoch(period.from), epoch(period.to)];
            const seconds = mended
              .filter(({ end }) => end >= from && end < to)
              .map(({ start, end }) => end - start);
            if (seconds.length === 0 && open === null) return [];
            const workflow = workflows.get(id);
            return {
              workflow: workflow?.name ?? String(id),
              workflow_slug: workflow?.slug ?? "",
              recoveries: seconds.length,
              mean_seconds: mean(seconds),
              longest_seconds: seconds.length === 0 ? null : Math.max(...seconds),
              broken_since: open === null ? null : formatUtc(open),
            };
          })
          .sort(byTrouble),
      );
    },
  } satisfies Pick<Fold<unknown>, "add"> & {
    finish: (workflows: ReadonlyMap<number, NamedWorkflow>) => Recovery[][];
  };
}

function spansOf(attempts: readonly Ended[]) {
  const mended: { start: number; end: number }[] = [];
  let open: number | null = null;
  for (const { end, passed } of attempts.toSorted((a, b) => a.at - b.at || a.end - b.end)) {
    if (!passed) open ??= end;
    else if (open !== null) {
      // Attempts overlap: the one that passed may have ended before the failed one did.
      mended.push({ start: open, end: Math.max(open, end) });
      open = null;
    }
  }
  return { mended, open };
}

function byTrouble(a: Recovery, b: Recovery): number {
  const broken = Number(b.broken_since !== null) - Number(a.broken_since !== null);
  return broken || (b.mean_seconds ?? 0) - (a.mean_seconds ?? 0) || (a.workflow < b.workflow ? -1 : 1);
}
