import { readAttempt } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import { type Facts, NO_FACTS } from "#core/attempts/facts.ts";
import { errorsFold } from "#core/documents/errors/errors.ts";
import { failuresFold } from "#core/documents/failures/failures.ts";
import { operationsFold } from "#core/documents/operations/operations.ts";
import type { KnownErrors } from "#core/failures/known-error.ts";
import type { Finding, StoredAnalysis } from "#core/records/analysis.ts";
import type { Run } from "#core/records/run.ts";
import { addSeconds, DAY_SECONDS } from "#core/time.ts";
import { aFinding, aReading, aRunRecord } from "../../../builders.ts";
import { aContext, NOW } from "../contexts.ts";

/** An attempt with the reading of its logs. */
export type Reported = { run: Run; facts: Facts };

let nextId = 1;

/** A run that passed so many days before now. */
export function passed(days: number, over: Partial<Run> = {}): Reported {
  const created_at = addSeconds(NOW, -Math.round(days * DAY_SECONDS));
  return { run: aRunRecord({ id: nextId++, created_at, ...over }), facts: NO_FACTS };
}

/** A run that failed, and whose log was read. */
export function failed(
  days: number,
  over: Partial<Run> = {},
  finding: Partial<Finding> = {},
  reading: Partial<StoredAnalysis> = {},
): Reported {
  const { run } = passed(days, { conclusion: "failure", head_sha: `sha${nextId}`, ...over });
  return { run, facts: { reading: readingOf(run, [finding], reading), executions: [] } };
}

/** @param findings the primary one first */
export function readingOf(
  run: Run,
  findings: readonly Partial<Finding>[],
  over: Partial<StoredAnalysis> = {},
): StoredAnalysis {
  const ranked = findings.map((finding, index) => aFinding({ rank: index + 1, ...finding }));
  return aReading({ run_id: run.id, run_attempt: run.run_attempt, findings: ranked, ...over });
}

/** What the documents conclude; attempts may come in any order within a day, here they come as given. */
export function concluded(
  reported: readonly Reported[],
  over: Partial<Context> = {},
  known: KnownErrors = new Map(),
) {
  const context = aContext(over);
  const failures = failuresFold(context);
  const errors = errorsFold(context, known);
  const operations = operationsFold(context);
  for (const { run, facts } of reported)
    for (const fold of [failures, errors, operations]) fold.add(readAttempt(run, facts, context));
  const all = failures.finish();
  const document = errors.finish({ failures: all });
  return { errors: document, operations: operations.finish({ failures: all, errors: document }) };
}
