import * as z from "zod";
import type { Attempt } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import type { Fold, Folding } from "#core/attempts/fold.ts";
import { type Period, periodAt } from "#core/attempts/period.ts";
import { raise } from "#core/counts.ts";
import { Bucket, bucketCounter, Stretch, stretchOf } from "#core/documents/figures/buckets.ts";
import { Changes, comparisonFold } from "#core/documents/figures/comparison.ts";
import { Figures } from "#core/documents/figures/figures.ts";
import { NamedWorkflow, workflowNames } from "#core/documents/workflows/workflow-names.ts";
import { entry } from "#core/entry.ts";
import { roleOf } from "#core/outcome.ts";
import type { Job } from "#core/records/run.ts";
import { Distribution, distribution } from "#core/statistics/distribution.ts";
import { ENOUGH } from "#core/statistics/enough.ts";
import { Utc } from "#core/time.ts";

const RECENT = 20;
const TOP_STEPS = 10;

export const WorkflowStep = z.strictObject({
  job: z.string(),
  step: z.string(),
  /** Executions that have a duration; seconds. */
  duration: Distribution,
  failures: z.number().int(),
  /** Executions that ended in success or failure. */
  n: z.number().int(),
});
export type WorkflowStep = z.infer<typeof WorkflowStep>;

/** An attempt, as a row of a short list. */
export const RecentRun = z.strictObject({
  id: z.number().int(),
  run_number: z.number().int(),
  run_attempt: z.number().int(),
  /** No later attempt of this run exists. */
  latest: z.boolean(),
  title: z.string().nullable(),
  status: z.string().nullable(),
  conclusion: z.string().nullable(),
  agents: z.array(z.string()),
  event: z.string(),
  branch: z.string().nullable(),
  actor: z.string().nullable(),
  started_at: Utc,
  duration_seconds: z.number().nullable(),
});
export type RecentRun = z.infer<typeof RecentRun>;

export const WorkflowDocument = z.strictObject({
  ...NamedWorkflow.shape,
  period: Stretch,
  current: Figures,
  previous: Figures.nullable(),
  changes: Changes.nullable(),
  /** What started the attempts, most frequent first. */
  events: z.array(z.strictObject({ event: z.string(), attempts: z.number().int() })),
  /** One a day. */
  trend: z.array(Bucket),
  /** By median, among those executed at least five times. */
  slowest_steps: z.array(WorkflowStep),
  failing_steps: z.array(WorkflowStep),
  /** The newest attempts, whatever the period. */
  recent: z.array(RecentRun),
});
export type WorkflowDocument = z.infer<typeof WorkflowDocument>;

/** A page for every workflow: the last 30 days, by day. */
export function workflowPagesFold(context: Context): Fold<WorkflowDocument[]> {
  const names = workflowNames(context);
  const period = periodAt("30d", context.now);
  const tallies = new Map<number, ReturnType<typeof tally>>();
  return {
    add(attempt) {
      const { run } = attempt;
      names.add(run);
      const known = entry(tallies, run.workflow_id, () => tally(period, context));
      known.add(attempt);
    },
    finish: () =>
      names.finish().map((workflow) => ({
        ...workflow,
        period: stretchOf(period),
        ...(tallies.get(workflow.id) ?? tally(period, context)).finish(),
      })),
  };
}

function tally(period: Period, context: Context) {
  const comparison = comparisonFold(period, context);
  const trend = bucketCounter(period);
  const events = new Map<string, number>();
  const steps = stepTally();
  let recent: Recent[] = [];
  return {
    add(attempt: Attempt) {
      const { run, at, jobs } = attempt;
      comparison.add(attempt);
      trend.add(attempt);
      recent.push(recentRun(attempt));
      // Sorting at every run would be waste; holding them all would be too.
      if (recent.length >= 4 * RECENT) recent = newest(recent);
      if (at < period.from || at >= period.to) return;
      raise(events, run.event);
      jobs.forEach(steps.add);
    },
    finish: () => ({
      ...comparison.finish(),
      events: [...events].sort((a, b) => b[1] - a[1]).map(([event, attempts]) => ({ event, attempts })),
      trend: trend.finish(),
      ...steps.finish(),
      recent: newest(recent).map((run, index, all) => ({
        ...run,
        // A later attempt is newer, so it would stand before this one.
        latest: all.findIndex(({ id }) => id === run.id) === index,
      })),
    }),
  };
}

/** The steps of jobs: which take longest, and which fail most. */
function stepTally(): Folding<Job, Pick<WorkflowDocument, "slowest_steps" | "failing_steps">> {
  type Known = Omit<WorkflowStep, "duration"> & { seconds: number[] };
  const steps = new Map<string, Known>();
  return {
    add(job) {
      for (const { name, duration_seconds, ...ended } of job.steps) {
        const none = (): Known => ({ job: job.name, step: name, seconds: [], failures: 0, n: 0 });
        const known = entry(steps, JSON.stringify([job.name, name]), none);
        const role = roleOf(ended);
        if (role !== "success" && role !== "failure") continue;
        known.n += 1;
        if (role === "failure") known.failures += 1;
        if (duration_seconds !== null) known.seconds.push(duration_seconds);
      }
    },
    finish() {
      const all = [...steps.values()].map(({ seconds, ...step }) => ({
        ...step,
        duration: distribution(seconds),
      }));
      const median = ({ duration }: WorkflowStep) => duration.p50 ?? 0;
      return {
        slowest_steps: all
          .filter((step) => step.duration.n >= ENOUGH.spread && median(step) > 0)
          .sort((a, b) => median(b) - median(a))
          .slice(0, TOP_STEPS),
        failing_steps: all
          .filter((step) => step.failures > 0)
          .sort((a, b) => b.failures - a.failures || b.failures / b.n - a.failures / a.n)
          .slice(0, TOP_STEPS),
      };
    },
  };
}

type Recent = Omit<RecentRun, "latest">;

function newest(runs: Recent[]): Recent[] {
  return runs
    .sort((a, b) => (a.started_at > b.started_at ? -1 : a.started_at < b.started_at ? 1 : b.id - a.id))
    .slice(0, RECENT);
}

function recentRun({ run, at, agents }: Attempt): Recent {
  return {
    id: run.id,
    run_number: run.run_number,
    run_attempt: run.run_attempt,
    title: run.display_title,
    status: run.status,
    conclusion: run.conclusion,
    agents: [...agents],
    event: run.event,
    branch: run.head_branch,
    actor: run.actor,
    started_at: at,
    duration_seconds: run.duration_seconds,
  };
}
