import { hasBegun, verdictOf } from "#core/failures/record-verdict.ts";
import { RULES_VERSION } from "#core/failures/rules-version.ts";
import { signatureOf } from "#core/failures/signature.ts";
import { NO_LOG_FACTS, NO_PLACE } from "#core/failures/without-log.ts";
import type { StoredAnalysis } from "#core/records/analysis.ts";
import type { Run } from "#core/records/run.ts";
import { trustOfReading } from "#core/records/trust.ts";
import type { Utc } from "#core/time.ts";

/**
 * A reading of the record alone: for attempts that left no log, whose log is gone, or whose log told nothing.
 * Whoever pressed Cancel failed at nothing, so that gives none.
 *
 * @param supersededBy when a newer run of the same workflow and branch was created while this one went on
 * @returns null: the record says nothing in particular
 */
export function recordReading(run: Run, supersededBy: Utc | null): StoredAnalysis | null {
  const verdict = verdictOf(run, supersededBy);
  if (verdict === null) return null;
  const { message, job, ...said } = verdict;
  return {
    run_id: run.id,
    run_attempt: run.run_attempt,
    rules_version: RULES_VERSION,
    source: "record",
    trust: trustOfReading(run, "record"),
    inferred_from: null,
    fingerprint: null,
    findings: [
      {
        rank: 1,
        ...said,
        // The record names the kind itself.
        category_confidence: said.confidence,
        message,
        ...signatureOf(said.category, message),
        job: job?.name.slice(0, 200) ?? null,
        job_id: job?.id ?? null,
        step: null,
        step_number: null,
        ...NO_PLACE,
      },
    ],
    ...NO_LOG_FACTS,
    truncated: [],
  };
}

/** Whether the attempt can have left a log worth a download. */
export function mayHaveLogs(run: Run): boolean {
  return run.conclusion !== "startup_failure" && (run.jobs ?? []).some(hasBegun);
}

/** A reading of logs together with what the record says, which goes first where it is surer. */
export function withRecord(read: StoredAnalysis, record: StoredAnalysis | null): StoredAnalysis {
  const [said] = record?.findings ?? [];
  if (record === null || said === undefined) return read;
  if (read.findings.length === 0) return { ...read, source: "record", findings: [said] };
  const isSurer = said.confidence > (read.findings[0]?.confidence ?? 0);
  const findings = isSurer ? [said, ...read.findings] : [...read.findings, said];
  return { ...read, findings: findings.map((finding, index) => ({ ...finding, rank: index + 1 })) };
}
