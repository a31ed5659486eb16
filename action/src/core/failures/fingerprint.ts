import { withoutNoise } from "#core/failures/without-noise.ts";
import { fnv1a64 } from "#core/hash.ts";
import type { Job, Run } from "#core/records/run.ts";

/** A failed job and what its check run says went wrong; null: that could not be read. */
export type FailedJob = { job: Job; annotations: readonly string[] | null };

/** What every failure of a kind says: it tells no two apart. */
const GENERIC =
  /^(?:Error: )?(?:Process completed with exit code|The process .{0,300} failed with exit code|The operation was cancell?ed|Unhandled error|Command failed|.{0,80}exited with (?:exit )?(?:code|status)|No files were found|Node\.js \d+ actions are deprecated)/i;
const SHORTEST = 15;

/**
 * By what a failure is recognised before its log is downloaded: workflow, job, failed step, conclusion and the
 * annotations without what differs from one time to the next.
 *
 * Workflow, job and step alone say where a run failed, never why: the same test step fails for another reason
 * tomorrow. So there is a fingerprint only where every failed job has an annotation that says something in
 * particular; `Process completed with exit code 1.` does not.
 *
 * @returns 16 hex digits; null: nothing may be inferred, read the log
 */
export function fingerprintOf(
  run: Pick<Run, "workflow_id" | "conclusion">,
  failed: readonly FailedJob[],
): string | null {
  const jobs = failed.map(({ job, annotations }) => {
    const specific = [...new Set((annotations ?? []).map(withoutNoise))].filter(isSpecific).sort();
    return { job, specific };
  });
  if (jobs.length === 0 || jobs.some(({ specific }) => specific.length === 0)) return null;
  const lines = jobs.map(({ job, specific }) =>
    JSON.stringify([job.name, failedStep(job), job.conclusion, specific]),
  );
  return fnv1a64([run.workflow_id, run.conclusion, ...lines.sort()].join("\n"));
}

function isSpecific(message: string): boolean {
  return message.length >= SHORTEST && !GENERIC.test(message);
}

function failedStep({ steps }: Job): string | null {
  const step = steps.find(({ conclusion }) => conclusion === "failure" || conclusion === "timed_out");
  return step?.name ?? null;
}
