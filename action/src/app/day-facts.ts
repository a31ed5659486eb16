import type { Store } from "#app/effects.ts";
import type { Config } from "#core/config.ts";
import { admitted } from "#core/documents/admitted.ts";
import type { Facts } from "#core/documents/fold.ts";
import type { StoredAnalysis } from "#core/records/analysis.ts";
import type { Execution } from "#core/records/execution.ts";
import { attemptKey, type Run, runKey } from "#core/records/run.ts";
import type { Day } from "#core/time.ts";

/** Everything that is stored about a day's attempts, in the order of the runs, as far as `config` admits it. */
export async function readDay(
  store: Pick<Store, "read">,
  day: Day,
  config: Pick<Config, "telemetry" | "prices">,
): Promise<{ run: Run; facts: Facts }[]> {
  const [runs, analyses, executions] = await Promise.all([
    store.read("runs", day),
    store.read("analyses", day),
    store.read("executions", day),
  ]);
  const readings = new Map<string, StoredAnalysis>();
  for (const reading of analyses) readings.set(attemptKey(reading), reading);
  const told = new Map<string, Execution[]>();
  for (const execution of executions) {
    const key = attemptKey(execution);
    told.set(key, [...(told.get(key) ?? []), execution]);
  }
  return runs.map((run) => {
    const [reading = null, of = []] = [readings.get(runKey(run)), told.get(runKey(run))];
    return { run, facts: admitted(run, reading, of, config) };
  });
}
