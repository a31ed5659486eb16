import type { LogReading } from "#core/failures/analyze-log.ts";
import type { Job, Step } from "#core/records/run.ts";
import { redact } from "#core/redact/redact.ts";

/** One log that was read: a job's, one step's of it, or a file from anywhere. */
export type LogPart = {
  /** Null for local files without a list of jobs. */
  job: Job | null;
  /** The job's name where `job` is null but the archive tells it. */
  jobName: string | null;
  /** The archive's entry or the given file; lines count in it. */
  file: string;
  /** Set when the log holds this step alone. */
  step: Pick<Step, "number" | "name"> | null;
  reading: LogReading;
};

/**
 * The step of a job that a stretch of the whole job's log belongs to: the one step of that name, else the one
 * that failed where the stretch failed. Null where there is doubt.
 *
 * @param name as the log names it: the first line of a script, `owner/action@ref`
 */
export function stepOf(job: Job, name: string | null, failed: boolean): Step | null {
  const ran = job.steps.filter(({ conclusion }) => conclusion !== "skipped");
  // Names of steps are redacted before they are stored; what the log says is not yet.
  const names = name === null ? [] : [name, `Run ${name}`].map((given) => redact(given).text);
  const named = ran.filter((step) => names.includes(step.name));
  if (named.length === 1) return named[0] ?? null;
  const broken = ran.filter(({ conclusion }) => conclusion === "failure" || conclusion === "timed_out");
  return failed && named.length === 0 && broken.length === 1 ? (broken[0] ?? null) : null;
}
