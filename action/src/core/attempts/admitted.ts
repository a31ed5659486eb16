import { believed } from "#core/attempts/believed.ts";
import { type Facts, NO_FACTS } from "#core/attempts/facts.ts";
import type { Config } from "#core/config.ts";
import type { StoredAnalysis } from "#core/records/analysis.ts";
import type { Execution } from "#core/records/execution.ts";
import type { Run } from "#core/records/run.ts";
import { trustOf } from "#core/records/trust.ts";

/**
 * What is stored about an attempt, as documents may count it: the one place where records of unequal trust part. What
 * a fork's run tells stands beside everything that is counted, to be shown as a fork's (`telemetry.forks`); what a log
 * tells counts as far as its job could have cost it.
 */
export function admitted(
  run: Run,
  reading: StoredAnalysis | null,
  executions: readonly Execution[],
  { telemetry, prices }: Pick<Config, "telemetry" | "prices">,
): Facts {
  if (reading === null && executions.length === 0) return NO_FACTS;
  const reported = executions.map((one) => ({ ...one, trust: trustOf(run, one.trust) }));
  const own = reading === null ? null : { ...reading, trust: trustOf(run, reading.trust) };
  if (run.from_fork && telemetry.forks !== "admit")
    return { reading: own, executions: [], foreign: reported };
  return { reading: own, executions: believed(reported, run, prices) };
}
