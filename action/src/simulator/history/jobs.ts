import { epoch, formatUtc } from "#core/time.ts";
import { aJob } from "#simulator/builders.ts";
import type { Blueprint, JobPlan } from "#simulator/history/blueprint.ts";
import { cancelled, NO_RUNNER } from "#simulator/history/interrupt.ts";
import type { Occasion, Take } from "#simulator/history/occasion.ts";
import type { Random } from "#simulator/history/random.ts";
import { type Failing, performSteps } from "#simulator/history/steps.ts";
import type { Story } from "#simulator/history/story.ts";
import type { JobPayload, RunPayload } from "#simulator/model.ts";

/** What making runs draws from. */
export type Stage = { random: Random; story: Story; nextJobId: () => number };

/** Runs the jobs of one attempt; `carried` are those of the attempt before that need not run again. */
export function performJobs(
  stage: Stage,
  run: RunPayload,
  occasion: Occasion,
  { fate }: Take,
  carried: ReadonlyMap<string, JobPayload>,
): JobPayload[] {
  if (fate.conclusion === "startup_failure" || fate.conclusion === "action_required") return [];
  const startedAt = epoch(run.run_started_at ?? run.created_at);
  const jobs = new Map(carried);
  for (const plan of occasion.blueprint.jobs) {
    if (carried.has(plan.name)) continue;
    const needed = (plan.needs ?? []).flatMap((name) => jobs.get(name) ?? []);
    const readyAt = Math.max(
      startedAt + 1,
      ...needed.map((job) => epoch(job.completed_at ?? job.started_at) + 2),
    );
    const blocked = !plan.always && needed.some((job) => job.conclusion !== "success");
    const unwanted = plan.events !== undefined && !plan.events.includes(occasion.event);
    const skipped = blocked || unwanted || fate.conclusion === "skipped";
    const failing =
      "mishap" in fate && fate.mishap.job === plan.name
        ? { step: fate.mishap.step, cause: fate.mishap.cause }
        : null;
    const job = skipped
      ? skipJob(stage, run, plan, readyAt)
      : performJob(stage, run, occasion, plan, readyAt, failing);
    jobs.set(plan.name, job);
    if (plan.matrix) failFast(stage, occasion.blueprint, jobs, carried);
  }
  const all = [...jobs.values()];
  if (fate.conclusion !== "cancelled") return all;
  const at = startedAt + fate.after;
  return all.map((job) => cancelled(job, at, stage.random.between(2, 90)));
}

function performJob(
  stage: Stage,
  run: RunPayload,
  { blueprint, commit, queue, review }: Occasion,
  plan: JobPlan,
  readyAt: number,
  failing: Failing | null,
): JobPayload {
  const { random, story } = stage;
  const id = stage.nextJobId();
  const labels = [...(plan.labels ?? ["ubuntu-latest"])];
  const reviewed = plan.environment ? (review ?? random.between(240, 5 * 3600)) : 0;
  const waited = queue ?? (blueprint.queue ? random.around(blueprint.queue) : random.between(2, 14));
  const startedAt = readyAt + reviewed + waited;
  const shared = { id, name: plan.name, labels, created_at: formatUtc(readyAt) };
  if (failing?.cause === "rejected") {
    const decided = formatUtc(readyAt + reviewed);
    const times = { started_at: decided, completed_at: decided };
    return aJob(run, { ...shared, ...NO_RUNNER, ...times, conclusion: "failure", steps: [] });
  }
  const slowed = commit.at >= story.slowdown;
  const known = plan.steps.filter(({ since }) => since === undefined || startedAt >= since(story));
  const { steps, endedAt } = performSteps(random, { ...plan, steps: known }, startedAt, slowed, failing);
  return aJob(run, {
    ...shared,
    ...runner(random, labels),
    conclusion: failing === null ? "success" : failing.cause === "timeout" ? "timed_out" : "failure",
    started_at: formatUtc(startedAt),
    completed_at: formatUtc(endedAt),
    steps,
  });
}

/** Skipped jobs "start" when they are decided and "end" before that. */
function skipJob({ random, nextJobId }: Stage, run: RunPayload, plan: JobPlan, at: number): JobPayload {
  const early = random.chance(0.9) ? random.between(0, 2) : random.between(600, 2000);
  return aJob(run, {
    ...NO_RUNNER,
    id: nextJobId(),
    name: plan.name,
    conclusion: "skipped",
    created_at: formatUtc(at),
    started_at: formatUtc(at),
    completed_at: formatUtc(at - early),
    labels: [],
    steps: [],
  });
}

/** One failure cancels what still runs of its matrix. */
function failFast(
  { random }: Stage,
  blueprint: Blueprint,
  jobs: Map<string, JobPayload>,
  carried: ReadonlyMap<string, JobPayload>,
): void {
  const matrix = blueprint.jobs.filter(({ name, matrix }) => matrix && !carried.has(name));
  const performed = matrix.flatMap(({ name }) => jobs.get(name) ?? []);
  const failed = performed.find((job) => job.conclusion === "failure");
  if (failed === undefined) return;
  const at = epoch(failed.completed_at ?? failed.started_at) + 1;
  for (const job of performed) jobs.set(job.name, cancelled(job, at, random.between(1, 30)));
}

function runner(
  random: Random,
  labels: readonly string[],
): Pick<JobPayload, "runner_id" | "runner_name" | "runner_group_id" | "runner_group_name"> {
  const own = labels.includes("self-hosted");
  const id = own ? random.between(11, 13) : 1_000_000_000 + random.between(1, 99_999);
  return {
    runner_id: id,
    runner_name: own ? `e2e-box-${id}` : `GitHub Actions ${id}`,
    runner_group_id: own ? 3 : 0,
    runner_group_name: own ? "e2e" : "GitHub Actions",
  };
}
