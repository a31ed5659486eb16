import type { GitHubLogs, LogArchive, Store } from "#app/effects.ts";
import type { NoiseProfile } from "#core/failures/analyze-log.ts";
import { noiseCollector } from "#core/failures/noise.ts";
import { matchEntries } from "#core/logs/match-entries.ts";
import type { Job, Run } from "#core/records/run.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";
import { addDays, dayOf } from "#core/time.ts";

/** What a green run printed: the same lines explain no failure. */
export type GreenLogs = { archive: Extract<LogArchive, { status: "open" }>; jobs: readonly Job[] };

/** Beyond this the workflow has changed too much, and logs expire. */
const LOOK_BACK_DAYS = 30;

/** The logs of the last green run of the same workflow, one download; null when none is known or readable. */
export async function findGreenLogs(github: GitHubLogs, store: Store, run: Run): Promise<GreenLogs | null> {
  const green = await lastGreen(store, run);
  if (green === null) return null;
  try {
    const archive = await github.attemptLogs(green.id, green.run_attempt);
    return archive.status === "open" ? { archive, jobs: green.jobs ?? [] } : null;
  } catch (error) {
    if (error instanceof RequestFailed) return null;
    throw error;
  }
}

/** What the job of that name printed when it was green; null where the archive does not tell. */
export async function noiseOf({ archive, jobs }: GreenLogs, jobName: string): Promise<NoiseProfile | null> {
  const job = jobs.find(({ name, conclusion }) => name === jobName && conclusion === "success");
  const { matched } = matchEntries(
    archive.entries.map(({ name }) => name),
    jobs,
  );
  const match = matched.find((candidate) => candidate.job === job?.id);
  if (match === undefined) return null;
  const names = match.log === null ? match.steps.map(({ entry }) => entry) : [match.log];
  const collector = noiseCollector();
  for (const name of names)
    await archive.entries.find((entry) => entry.name === name)?.read((bytes) => collector.push(bytes));
  return collector.finish();
}

async function lastGreen(store: Store, run: Run): Promise<Run | null> {
  const [last, first] = [dayOf(run.created_at), addDays(dayOf(run.created_at), -LOOK_BACK_DAYS)];
  const days = (await store.days("runs")).filter((day) => first <= day && day <= last);
  for (const day of days.reverse()) {
    const green = (await store.read("runs", day)).filter(
      (other) =>
        other.workflow_id === run.workflow_id &&
        other.conclusion === "success" &&
        // A fork's green log would hide whatever it prints.
        (!other.from_fork || run.from_fork) &&
        other.jobs !== null &&
        other.created_at < run.created_at,
    );
    const newest = green.sort((a, b) => (a.created_at < b.created_at ? 1 : -1))[0];
    if (newest !== undefined) return newest;
  }
  return null;
}
