import * as z from "zod";
import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import { RETENTION_KEYS } from "#core/records/retention.ts";
import { type Detail, isCompleted } from "#core/records/run.ts";
import { LedgerEntry, Need, PendingRun, Window } from "#core/records/state.ts";
import { Rate, rate } from "#core/statistics/rate.ts";
import { DAY_SECONDS, secondsBetween } from "#core/time.ts";

const Count = z.number().int();

/** What is stored, what is still to come and what will never come, each with its reason. */
export const Completeness = z.strictObject({
  /** Stored attempts by how much of them is known. */
  attempts: z.strictObject({ full: Count, pending: Count, summary: Count }),
  /** Completed attempts whose jobs are known, of all completed. */
  with_jobs: Rate,
  jobs: Count,
  steps: Count,
  /** Jobs that ended in success or failure without times that make sense: no duration is made up for them. */
  untimed_jobs: Count,
  pending_by_need: z.record(Need, Count),
  pending: z.array(PendingRun),
  ledger_by_reason: z.record(LedgerEntry.shape.reason, Count),
  ledger: z.array(LedgerEntry),
  /** Every run created in this stretch has been listed; null before the first listing. */
  covered: Window.nullable(),
  /** Stretches still to be listed, newest first. */
  backfill: z.array(Window),
  backfill_days: z.number(),
  /** The listed share of all that is to be listed; null before the first listing. */
  listed: z.number().nullable(),
  /** For how many days details are kept; rows stay. */
  retention: z.record(z.enum(RETENTION_KEYS), Count),
});
export type Completeness = z.infer<typeof Completeness>;

export function completenessFold({ state, config }: Context): Fold<Completeness> {
  const attempts: Record<Detail, number> = { full: 0, pending: 0, summary: 0 };
  const counts = { completed: 0, withJobs: 0, jobs: 0, steps: 0, untimed: 0 };
  return {
    add({ run, jobs }) {
      attempts[run.detail] += 1;
      if (isCompleted(run)) {
        counts.completed += 1;
        if (run.jobs !== null) counts.withJobs += 1;
      }
      for (const job of jobs) {
        counts.jobs += 1;
        counts.steps += job.steps.length;
        const ran = job.conclusion === "success" || job.conclusion === "failure";
        if (ran && job.duration_seconds === null) counts.untimed += 1;
      }
    },
    finish() {
      const left = state.backfill.reduce((sum, { from, to }) => sum + (secondsBetween(from, to) ?? 0), 0);
      const done =
        state.covered === null ? null : (secondsBetween(state.covered.from, state.covered.to) ?? 0);
      return {
        attempts,
        with_jobs: rate(counts.withJobs, counts.completed),
        jobs: counts.jobs,
        steps: counts.steps,
        untimed_jobs: counts.untimed,
        pending_by_need: tally(
          Need.options,
          state.pending.flatMap((run) => run.needs),
        ),
        pending: state.pending,
        ledger_by_reason: tally(
          LedgerEntry.shape.reason.options,
          state.ledger.map((entry) => entry.reason),
        ),
        ledger: state.ledger,
        covered: state.covered,
        backfill: state.backfill,
        backfill_days: left / DAY_SECONDS,
        listed: done === null ? null : left === 0 ? 1 : done / (done + left),
        retention: config.retention,
      };
    },
  };
}

function tally<Name extends string>(names: readonly Name[], given: readonly Name[]): Record<Name, number> {
  const counts = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
  for (const name of given) counts[name] += 1;
  return counts;
}
