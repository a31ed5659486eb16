import type { Job } from "#core/records/run.ts";

export type JobEntries = {
  job: number;
  /** The whole job's log; read this and leave `steps` alone: they hold the same text again. */
  log: string | null;
  /** The logs of single steps, ascending; to be read in turn where there is no `log`. */
  steps: { number: number; entry: string }[];
};

export type MatchedEntries = {
  matched: JobEntries[];
  /** Jobs whose log has to be asked for by their id, and why. */
  unmatched: { job: number; reason: "missing" | "ambiguous" }[];
};

/** Says which entries of a run's log archive belong to which job, and only where there is no doubt. */
export function matchEntries(
  _names: readonly string[],
  jobs: readonly Pick<Job, "id" | "name" | "conclusion">[],
): MatchedEntries {
  return { matched: [], unmatched: jobs.map(({ id }) => ({ job: id, reason: "missing" })) };
}
