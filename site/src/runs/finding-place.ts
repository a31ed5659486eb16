import { count, percent } from "#core/format.ts";
import type { RepositoryLinks } from "#core/links.ts";
import type { Finding } from "#core/records/analysis.ts";
import type { Run } from "#core/records/run.ts";

/**
 * Where a finding is on GitHub, as near to its line as GitHub's addresses reach; null where no job is known.
 *
 * @param inferred the finding was read in another run's logs: job and step are alike here, the line is not
 */
export function findingPlace(
  finding: Finding,
  { run, inferred, github }: { run: Run; inferred: boolean; github: RepositoryLinks },
): { words: string; address: string } | null {
  const { step_number } = finding;
  const line = inferred ? null : finding.line;
  const step_line = inferred ? null : finding.step_line;
  const named = run.jobs?.find(({ name }) => name === finding.job)?.id ?? null;
  const job_id = inferred ? named : finding.job_id;
  if (job_id === null) return null;
  if (step_number === null) {
    const words = line === null ? "the job's log" : `line ${count(line)} of the job's log`;
    return { words, address: github.job(run.id, job_id) };
  }
  if (step_line === null)
    return { words: "the step's log", address: github.step(run.id, job_id, step_number) };
  return {
    words: `line ${count(step_line)} of the step's log`,
    address: github.line(run.id, job_id, step_number, step_line),
  };
}

/** `Likely right (82.0 %)`: of findings said with this confidence, so many were right on labelled logs. */
export function confidenceWords(confidence: number): string {
  const word =
    confidence >= 0.9
      ? "Almost certainly right"
      : confidence >= 0.7
        ? "Likely right"
        : confidence >= 0.5
          ? "Perhaps right"
          : "A guess";
  return `${word} (${percent(confidence)})`;
}
