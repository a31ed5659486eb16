import { count, percent } from "#core/format.ts";
import type { RepositoryLinks } from "#core/links.ts";
import type { Finding } from "#core/records/analysis.ts";

/** Where a finding is on GitHub, as near to its line as GitHub's addresses reach; null where no job is known. */
export function findingPlace(
  { job_id, step_number, step_line, line }: Finding,
  runId: number,
  github: RepositoryLinks,
): { words: string; address: string } | null {
  if (job_id === null) return null;
  if (step_number === null) {
    const words = line === null ? "the job's log" : `line ${count(line)} of the job's log`;
    return { words, address: github.job(runId, job_id) };
  }
  if (step_line === null)
    return { words: "the step's log", address: github.step(runId, job_id, step_number) };
  return {
    words: `line ${count(step_line)} of the step's log`,
    address: github.line(runId, job_id, step_number, step_line),
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
