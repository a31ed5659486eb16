import type { Store } from "#app/effects.ts";
import { type Facts, NO_FACTS } from "#core/documents/fold.ts";
import type { StoredAnalysis } from "#core/records/analysis.ts";
import type { Execution } from "#core/records/execution.ts";
import { attemptKey, type Run, runKey } from "#core/records/run.ts";
import type { Day } from "#core/time.ts";

/** Everything that is stored about a day's attempts, in the order of the runs. */
export async function readDay(
  store: Pick<Store, "readRuns" | "readAnalyses" | "readExecutions">,
  day: Day,
): Promise<{ run: Run; facts: Facts }[]> {
  const [runs, analyses, executions] = await Promise.all([
    store.readRuns(day),
    store.readAnalyses(day),
    store.readExecutions(day),
  ]);
  const readings = new Map<string, StoredAnalysis>();
  for (const reading of analyses) readings.set(attemptKey(reading), reading);
  const told = new Map<string, Execution[]>();
  for (const execution of executions) {
    const key = attemptKey(execution);
    told.set(key, [...(told.get(key) ?? []), execution]);
  }
  return runs.map((run) => {
    const [reading, of] = [readings.get(runKey(run)), told.get(runKey(run))];
    const facts = reading || of ? { reading: reading ?? null, executions: of ?? [] } : NO_FACTS;
    return { run, facts };
  });
}
