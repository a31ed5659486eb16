import { everyPage } from "#app/every-page.ts";
import type { SyncSession } from "#app/sync/session.ts";
import type { Stage } from "#app/sync/stage.ts";
import type { Job, Run } from "#core/records/run.ts";
import type { PendingRun } from "#core/records/state.ts";
import { isAgentRun } from "#core/sync/detail.ts";
import { durationOfRun } from "#core/sync/duration.ts";
import { endedWithin, JOBS_LAG_SECONDS } from "#core/sync/lag.ts";
import { reviewedEnvironments } from "#core/sync/payload/approval.ts";
import { JobList } from "#core/sync/payload/job-list.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";
import { waitedLong, withWaits } from "#core/sync/waits.ts";

/** Jobs and steps of agents' runs, or of the others: of each workflow the newest as far as its quota reaches. */
export function jobs(session: SyncSession, whose: "agents" | "others"): Stage {
  return {
    need: "jobs",
    label: whose === "agents" ? "Jobs of agents' runs" : "Jobs",
    isAtRisk: false,
    async pending() {
      const wanted: PendingRun[] = [];
      for (const entry of session.backlog.lacking("jobs")) {
        if (!session.quota.take(entry)) continue;
        const run = await session.stored(entry);
        // The others are what is left: a run may be known as an agent's only since its artifacts were listed.
        if (whose === "others" || (run !== undefined && isAgentRun(run, session.detailPolicy.agents)))
          wanted.push(entry);
      }
      return wanted;
    },
    async fetch(_, run) {
      // A killed sync may have fetched them without saying so in the state.
      if (run.detail !== "pending") return { kind: "done" };
      const { jobs: all, problems: unreadable } = await jobsOf(session, run);
      if (lagsBehind(session, run, all)) return { kind: "later" };
      const told = withWaits(all, await reviewed(session, { ...run, jobs: all }));
      const full: Run = { ...run, jobs: told, detail: "full", duration_seconds: durationOfRun(run, all) };
      return { kind: "record", run: full, unreadable };
    },
  };
}

/** The jobs of the attempt as GitHub lists them, those carried over by a partial re-run included. */
async function jobsOf({ effects }: SyncSession, run: Run): Promise<JobList> {
  const list = new JobList(run.run_attempt);
  for await (const { items } of everyPage((next) =>
    effects.github.attemptJobs(run.id, run.run_attempt, next),
  )) {
    list.add(items);
    if (list.isOver) break;
  }
  return list;
}

/** The environments that somebody reviewed, asked only where a job waited long; null: GitHub does not say. */
async function reviewed({ effects }: SyncSession, run: Run): Promise<string[] | null> {
  if (!waitedLong(run)) return [];
  try {
    return reviewedEnvironments((await effects.github.approvals(run.id)).items);
  } catch (error) {
    if (error instanceof RequestFailed && error.failure !== "stopped") return null;
    throw error;
  }
}

function lagsBehind({ startedAt }: SyncSession, run: Run, all: readonly Job[]): boolean {
  const lags = all.some((job) => job.status !== "completed" && job.conclusion === null);
  return lags && endedWithin(run, JOBS_LAG_SECONDS, startedAt);
}
