import { fetchArtifacts } from "#app/sync-artifacts.ts";
import { fetchPulls } from "#app/sync-pulls.ts";
import { lacksReading } from "#app/sync-readings.ts";
import { accept, attemptsToFetch, readRows } from "#app/sync-rows.ts";
import type { SyncSession } from "#app/sync-session.ts";
import { planTelemetry } from "#app/sync-telemetry.ts";
import { postpone, workOff } from "#app/sync-work.ts";
import type { Job, Run } from "#core/records/run.ts";
import type { PendingRun } from "#core/records/state.ts";
import { attemptOf } from "#core/sync/backlog.ts";
import { isAgentRun } from "#core/sync/detail.ts";
import { durationOfRun } from "#core/sync/duration.ts";
import { readJob } from "#core/sync/payload/job.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";
import { epoch } from "#core/time.ts";

/** For so long after a run has ended its jobs may lag behind and still look unfinished. */
const LAG_SECONDS = 3600;

/**
 * Fetches what stored attempts lack, in the order in which a short budget is best spent: earlier attempts, jobs
 * of agents' runs, artifacts (where telemetry lies), jobs of the others, pull requests of forks.
 */
export async function fetchDetails(session: SyncSession): Promise<void> {
  await fetchAttempts(session);
  const [agents, others] = await split(session, session.backlog.lacking("jobs"));
  await fetchJobs(session, "Jobs of agents' runs", agents);
  await fetchArtifacts(session);
  await fetchJobs(session, "Jobs", others);
  await fetchPulls(session);
}

/** Those of agents' runs and the others, of each workflow the newest as far as its quota reaches. */
async function split(session: SyncSession, entries: PendingRun[]): Promise<[PendingRun[], PendingRun[]]> {
  const [agents, others]: [PendingRun[], PendingRun[]] = [[], []];
  for (const entry of entries) {
    if (!session.quota.take(entry)) continue;
    const run = await session.stored(entry.day, entry.run_id, entry.run_attempt);
    if (run && isAgentRun(run, session.detailPolicy.agents)) agents.push(entry);
    else others.push(entry);
  }
  return [agents, others];
}

async function fetchAttempts(session: SyncSession): Promise<void> {
  const { github } = session.effects;
  const entries = session.backlog.lacking("attempts");
  await workOff(session, "Earlier attempts", "attempts", entries, async (entry) => {
    const stored = await session.runsOf(entry.day);
    const at = (attempt: number) => stored.get(`${entry.run_id}/${attempt}`);
    const run = { id: entry.run_id, run_attempt: entry.run_attempt };
    for (const attempt of attemptsToFetch(session, run, at)) {
      try {
        const rows = await readRows(session, [await github.attempt(entry.run_id, attempt)]);
        if (rows === null) return;
        await accept(session, rows.news);
      } catch (error) {
        if (!(error instanceof RequestFailed) || error.failure !== "not_found") throw error;
        const missing = { ...entry, run_attempt: attempt, missing: "attempt" as const };
        session.backlog.miss({ ...missing, reason: "not_found", message: error.message });
      }
    }
    session.backlog.done(entry, "attempts");
  });
}

async function fetchJobs(session: SyncSession, label: string, entries: PendingRun[]): Promise<void> {
  await workOff(session, label, "jobs", entries, async (entry) => {
    const run = await session.stored(entry.day, entry.run_id, entry.run_attempt);
    // A killed sync may have fetched them without saying so in the state.
    if (run && run.detail === "pending") {
      session.counts.jobsRequested += 1;
      const jobs = await jobsOf(session, run);
      if (jobs === null) return postpone(session, "jobs", entry);
      const full: Run = { ...run, jobs, detail: "full", duration_seconds: durationOfRun(run, jobs) };
      session.put(full);
      session.counts.jobsFetched += 1;
      if (await lacksReading(session, full)) session.backlog.add(full, "reading");
      await planTelemetry(session, full);
    }
    session.backlog.done(entry, "jobs");
  });
}

/** All jobs of the attempt as GitHub lists them, those carried over by a partial re-run included. */
async function jobsOf(session: SyncSession, run: Run): Promise<Job[] | null> {
  const jobs = new Map<number, Job>();
  let next: string | null = null;
  do {
    const page = await session.effects.github.attemptJobs(run.id, run.run_attempt, next);
    for (const payload of page.items) {
      const { value, problem } = readJob(payload, run.run_attempt);
      if (value !== null) jobs.set(value.id, value);
      else {
        session.counts.parseErrors += 1;
        session.backlog.miss({ ...attemptOf(run), missing: "jobs", reason: "unreadable", message: problem });
      }
    }
    next = page.next;
  } while (next !== null);
  const all = [...jobs.values()].sort((a, b) => a.id - b.id);
  const lags = all.some((job) => job.status !== "completed" && job.conclusion === null);
  const endedAt = run.updated_at ?? run.created_at;
  return lags && epoch(session.startedAt) - epoch(endedAt) < LAG_SECONDS ? null : all;
}
