import type { Candidate } from "#core/failures/candidate.ts";
import { factsOf } from "#core/failures/facts-of.ts";
import type { FailedStep } from "#core/failures/failed-step.ts";
import { findingOf, stepInJob } from "#core/failures/finding-of.ts";
import type { LogPart } from "#core/failures/log-part.ts";
import { Redactor, type TextPolicy } from "#core/failures/redactor.ts";
import { RULES_VERSION } from "#core/failures/rules-version.ts";
import { silentFinding } from "#core/failures/silent-finding.ts";
import type { Analysis, Finding } from "#core/records/analysis.ts";
import type { Job, Step } from "#core/records/run.ts";

const MOST_FINDINGS = 10;
/** Of what could not be read: an archive may skip thousands of entries. */
const MOST_REASONS = 20;
/** A job that only looks at the results of others is over in seconds. */
const AGGREGATOR_SECONDS = 60;

/**
 * All logs of one attempt, or of one file, as the record that is stored: findings of all jobs ranked, facts added
 * up, every text redacted and cut.
 *
 * @param run null for local files
 * @param truncated what could not be read and why
 * @param policy what of the texts may be stored
 */
export function analysisOf(
  run: { id: number; run_attempt: number } | null,
  parts: readonly LogPart[],
  truncated: readonly string[],
  policy?: TextPolicy,
): Analysis {
  const redactor = new Redactor(policy);
  return {
    run_id: run?.id ?? null,
    run_attempt: run?.run_attempt ?? null,
    rules_version: RULES_VERSION,
    source: "read",
    inferred_from: null,
    fingerprint: null,
    findings: ranked(parts, redactor),
    ...factsOf(parts, redactor),
    truncated: reasons(truncated).map((reason) => redactor.text(reason, 300)),
    redactions: redactor.counts,
  };
}

/** A finding below this confidence is a guess: 1 for one. */
const GUESS = 0.5;

function guessed({ confidence }: { confidence: number }): number {
  return Number(confidence < GUESS);
}

function reasons(truncated: readonly string[]): string[] {
  const more = truncated.length - MOST_REASONS;
  const first = truncated.slice(0, MOST_REASONS);
  return more > 0 ? [...first, `${more} more could not be read`] : first;
}

/**
 * Each job's best first, by the job's weight, in the order of the jobs but for mere guesses; then what else there is.
 * The same failure of several jobs is one.
 */
function ranked(parts: readonly LogPart[], redactor: Redactor): Finding[] {
  const jobs = parts.flatMap(({ job }) => job ?? []);
  const rows = parts.flatMap((part) => {
    const weight = weightOf(part, jobs);
    const found = part.reading.findings.filter((candidate) => !isForgiven(candidate, part));
    const silent = found.length === 0 ? silentStep(part) : null;
    if (silent !== null)
      return [{ weight, rank: 1, confidence: 0, make: () => silentFinding(silent, part, redactor) }];
    return found.map((candidate) => ({
      weight,
      rank: candidate.rank,
      confidence: candidate.confidence,
      make: () => findingOf(candidate, part, redactor),
    }));
  });
  rows.sort((a, b) => b.weight - a.weight || a.rank - b.rank || guessed(a) - guessed(b));
  const findings = new Map<string, Finding>();
  for (const { make } of rows) {
    if (findings.size === MOST_FINDINGS) break;
    const finding = make();
    const failure = `${finding.rule} ${finding.signature}`;
    if (!findings.has(failure)) findings.set(failure, { ...finding, rank: findings.size + 1 });
  }
  return [...findings.values()];
}

/**
 * It stands in a step that GitHub records as successful, be it that it failed and was let pass
 * (`continue-on-error`), while another step of the job failed for good.
 */
function isForgiven(candidate: Candidate, part: LogPart): boolean {
  if (part.job === null || stepInJob(candidate, part)?.conclusion !== "success") return false;
  return part.job.steps.some(isFailed);
}

/** The step that failed and says nothing of why; the one that GitHub records as failed, else the log's last. */
function silentStep({ job, reading }: LogPart): FailedStep | null {
  if (job !== null && !isFailed(job)) return null;
  const broken = job?.steps.find(isFailed);
  const named = reading.failed.findLast(
    ({ name }) => broken !== undefined && (name === broken.name || `Run ${name}` === broken.name),
  );
  return named ?? reading.failed.at(-1) ?? null;
}

/** How likely the cause stands there: 3 in what failed, 2 in what was cancelled, 1 in what judges others. */
function weightOf({ job, step, reading }: LogPart, jobs: readonly Job[]): number {
  if (job === null) return reading.steps.some(({ outcome }) => outcome === "failed") ? 3 : 2;
  if (isAggregator(job, jobs)) return 1;
  if (!isFailed(job)) return job.conclusion === "cancelled" ? 2 : 0;
  const conclusion = job.steps.find(({ number }) => number === step?.number)?.conclusion;
  return conclusion === "success" ? 2 : 3;
}

/** `needs: [build, test]`, `if: always()`: it began after another had failed, and was over in no time. */
function isAggregator(job: Job, jobs: readonly Job[]): boolean {
  if ((job.duration_seconds ?? Number.POSITIVE_INFINITY) > AGGREGATOR_SECONDS) return false;
  const began = job.started_at;
  return jobs.some(
    (other) =>
      other.id !== job.id &&
      isFailed(other) &&
      other.completed_at !== null &&
      began !== null &&
      other.completed_at <= began &&
      (other.duration_seconds ?? 0) > (job.duration_seconds ?? 0),
  );
}

export function isFailed({ conclusion }: Pick<Job | Step, "conclusion">): boolean {
  return conclusion === "failure" || conclusion === "timed_out";
}
