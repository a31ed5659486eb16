import type { GitHubLogs, LogArchive, LogSource } from "#app/effects.ts";
import { type GreenLogs, noiseOf } from "#app/green-logs.ts";
import { isFailed } from "#core/failures/analysis-of.ts";
import { logAnalyzer, type NoiseProfile } from "#core/failures/analyze-log.ts";
import { jobsReader } from "#core/failures/jobs-reader.ts";
import type { LogPart } from "#core/failures/log-part.ts";
import { byName } from "#core/logs/entry-names.ts";
import { extractors } from "#core/logs/extract/extractors.ts";
import { matchEntries } from "#core/logs/match-entries.ts";
import type { Job } from "#core/records/run.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";

/** What was read, how many bytes of text that was, and what could not be read and why. */
export type Readings = { parts: LogPart[]; bytes: number; truncated: string[] };

/** So many logs of one attempt, or of one file, are read, and no further one beyond so many bytes. */
const MOST_LOGS = 200;
const MOST_BYTES = 2_000_000_000;

/** Readings while they grow; `left`: logs that were not read because there were too many before them. */
type Growing = Readings & { left: number };

const nothing = (): Growing => ({ parts: [], bytes: 0, truncated: [], left: 0 });

/** Counts a log that is one too many. */
function isTooMuch(readings: Growing): boolean {
  const isFull = readings.parts.length >= MOST_LOGS || readings.bytes >= MOST_BYTES;
  if (isFull) readings.left += 1;
  return isFull;
}

function finished({ left, truncated, ...rest }: Growing): Readings {
  return {
    ...rest,
    truncated: left === 0 ? truncated : [`${left} further logs were not read`, ...truncated],
  };
}

/** Of a run's jobs those that may tell why it failed: what failed; else what was cancelled; else all that ran. */
export function worthReading(jobs: readonly Job[]): readonly Job[] {
  const ran = jobs.filter(({ conclusion }) => conclusion !== "skipped" && conclusion !== null);
  const failed = ran.filter(isFailed);
  const cancelled = ran.filter(({ conclusion }) => conclusion === "cancelled");
  return [failed, cancelled, ran].find((some) => some.length > 0) ?? [];
}

/** The log of one job, read while it comes. @throws RequestFailed where GitHub has none */
export async function readJobLog(github: GitHubLogs, job: Job): Promise<Readings> {
  const readings = nothing();
  const source = await github.jobLog(job.id);
  await read(source, { job, jobName: null, step: null, noise: null }, readings);
  return readings;
}

/**
 * The logs of the jobs that are wanted: from the archive, or else from the job's own endpoint.
 *
 * @param green to compare with; null: nothing counts as noise
 */
export async function readJobLogs(
  github: GitHubLogs,
  archive: LogArchive,
  all: readonly Job[],
  wanted: readonly Job[],
  green: GreenLogs | null,
): Promise<Readings> {
  const readings = nothing();
  const entries = new Map(
    archive.status === "open" ? archive.entries.map((entry) => [entry.name, entry]) : [],
  );
  const { matched } = matchEntries([...entries.keys()], all);
  if (archive.status === "refused")
    readings.truncated.push(`archive: ${archive.reason} (${archive.detail}); jobs were read one by one`);
  for (const job of wanted) {
    const match = matched.find((candidate) => candidate.job === job.id);
    const log = entries.get(match?.log ?? "");
    const noise = green === null ? null : await noiseOf(green, job.name);
    const place = { job, jobName: null, step: null, noise };
    if (match === undefined) await readByEndpoint(github, place, readings);
    else if (log !== undefined) await read(log, place, readings);
    else
      for (const { number, entry } of match.steps) {
        const source = entries.get(entry);
        const step = job.steps.find((candidate) => candidate.number === number) ?? null;
        if (source !== undefined) await read(source, { ...place, step }, readings);
      }
  }
  return finished(readings);
}

/** Every log of an archive of which nothing is known but the names in it. */
export async function readAllLogs(archive: Extract<LogArchive, { status: "open" }>): Promise<Readings> {
  const readings = nothing();
  const entries = new Map(archive.entries.map((entry) => [entry.name, entry]));
  const named = byName([...entries.keys()]);
  if (named.size === 0) for (const entry of archive.entries) await readUnnamed(entry, readings);
  for (const [jobName, { logs, older, steps }] of named) {
    const whole = logs.length > 0 ? logs : older;
    const names = whole.length > 0 ? whole : steps.map(({ entry }) => entry);
    for (const name of names) {
      const source = entries.get(name);
      if (source !== undefined) await read(source, { job: null, jobName, step: null, noise: null }, readings);
    }
  }
  for (const { name, reason } of archive.skipped)
    if (reason !== "directory" && reason !== "empty") readings.truncated.push(`${name}: ${reason}`);
  return finished(readings);
}

/** Where a log belongs, and what of it is noise. */
type Place = Pick<LogPart, "job" | "jobName" | "step"> & { noise: NoiseProfile | null };

async function readByEndpoint(
  github: GitHubLogs,
  place: Place & { job: Job },
  readings: Growing,
): Promise<void> {
  if (isTooMuch(readings)) return;
  try {
    await read(await github.jobLog(place.job.id), place, readings);
  } catch (error) {
    if (!(error instanceof RequestFailed) || error.failure === "stopped") throw error;
    readings.truncated.push(`${place.job.name}: ${error.message}`);
  }
}

/** A text of which nobody says whose it is: the log of one job, or of several as one text. */
async function readUnnamed(source: LogSource, readings: Growing): Promise<void> {
  if (isTooMuch(readings)) return;
  const reader = jobsReader(() => logAnalyzer({ extractors: extractors() }));
  const { bytes, problem } = await source.read((piece) => reader.push(piece));
  readings.bytes += bytes;
  for (const { job, reading } of reader.finish())
    readings.parts.push({ job: null, jobName: job, step: null, file: source.name, reading });
  if (problem !== null) readings.truncated.push(`${source.name}: ${problem}`);
  if (reader.left() > 0) readings.truncated.push(`${source.name}: ${reader.left()} lines of further jobs`);
}

async function read(source: LogSource, { noise, ...place }: Place, readings: Growing): Promise<void> {
  if (isTooMuch(readings)) return;
  const analyzer = logAnalyzer({ extractors: extractors(), green: noise });
  const { bytes, problem } = await source.read((piece) => analyzer.push(piece));
  readings.bytes += bytes;
  readings.parts.push({ ...place, file: source.name, reading: analyzer.finish() });
  if (problem !== null) readings.truncated.push(`${source.name}: ${problem}`);
}
