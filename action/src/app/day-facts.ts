import type { Store } from "#app/effects.ts";
import { admitted } from "#core/attempts/admitted.ts";
import { type Attempt, attemptReader } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import type { Raw } from "#core/attempts/pieces.ts";
import { readable } from "#core/attempts/readable.ts";
import type { Config } from "#core/config.ts";
import { entry } from "#core/entry.ts";
import type { StoredAnalysis } from "#core/records/analysis.ts";
import type { Execution } from "#core/records/execution.ts";
import { verdictsOf } from "#core/records/guard-verdict.ts";
import { attemptKey, runKey } from "#core/records/run.ts";
import type { Day } from "#core/time.ts";

/** What is stored about attempts besides their runs. */
export type DayPart = "analyses" | "executions";
export const EVERY_PART: readonly DayPart[] = ["analyses", "executions"];

/** What is stored about a day's attempts, in the order of the runs, as far as `config` admits it. */
export async function readDay(
  store: Pick<Store, "read">,
  day: Day,
  config: Pick<Config, "telemetry" | "prices">,
  parts = EVERY_PART,
): Promise<Raw[]> {
  const [runs, events, analyses, executions] = await Promise.all([
    store.read("runs", day),
    store.read("events", day),
    parts.includes("analyses") ? store.read("analyses", day) : [],
    parts.includes("executions") ? store.read("executions", day) : [],
  ]);
  const readings = new Map<string, StoredAnalysis>();
  for (const reading of analyses) readings.set(attemptKey(reading), reading);
  const raw = new Map<string, Execution[]>();
  for (const execution of executions) {
    const key = attemptKey(execution);
    entry(raw, key, () => []).push(execution);
  }
  const verdicts = verdictsOf(events);
  return runs.map((run) => {
    const [reading = null, of = []] = [readings.get(runKey(run)), raw.get(runKey(run))];
    const guard = run.from_fork ? undefined : verdicts.get(runKey(run));
    const facts = admitted(run, reading, of, config);
    return { run, facts: guard === undefined ? facts : { ...facts, guard } };
  });
}

/** The same, read, as far as it can be; what cannot be read is named where documents are made. */
export async function readAttempts(
  store: Pick<Store, "read">,
  day: Day,
  context: Context,
): Promise<Attempt[]> {
  const read = attemptReader(context);
  const raw = await readDay(store, day, context.config);
  return raw.flatMap((one) => readable(one, read).attempt ?? []);
}
