import { NO_LOG_FACTS, NO_PLACE } from "#core/failures/without-log.ts";
import type { Finding, StoredAnalysis } from "#core/records/analysis.ts";
import type { Job, Run } from "#core/records/run.ts";
import { trustOfReading } from "#core/records/trust.ts";

/** The same annotations need not mean the same cause. */
const TRUST = 0.8;

/**
 * An earlier reading of the same failure as the reading of this attempt, whose log was not downloaded: kinds,
 * places and signatures, less sure; no line, excerpt or figure, for those were the other run's.
 */
export function inferredReading(run: Run, known: StoredAnalysis): StoredAnalysis {
  return {
    ...known,
    run_id: run.id,
    run_attempt: run.run_attempt,
    source: "inferred",
    trust: trustOfReading(run, "inferred"),
    inferred_from: known.run_id,
    findings: known.findings.map((finding) => inferred(finding, run.jobs ?? [])),
    ...NO_LOG_FACTS,
  };
}

function inferred(finding: Finding, jobs: readonly Job[]): Finding {
  const job = jobs.find(({ name }) => name === finding.job);
  const step = job?.steps.find(({ name }) => name === finding.step);
  return {
    ...finding,
    confidence: Math.round(finding.confidence * TRUST * 100) / 100,
    job_id: job?.id ?? null,
    step_number: step?.number ?? null,
    ...NO_PLACE,
  };
}
