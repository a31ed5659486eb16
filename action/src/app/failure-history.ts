import type { Store } from "#app/effects.ts";
import { type FailureHistory, type Sighting, Sightings } from "#core/failures/history.ts";
import {
  type Fix,
  type GreenAttempt,
  greenAttempt,
  ranOf,
  whatFixedIt,
} from "#core/failures/what-fixed-it.ts";
import type { StoredAnalysis } from "#core/records/analysis.ts";
import { type Run, runKey } from "#core/records/run.ts";
import { addDays } from "#core/time.ts";

/** A failure whose past is asked for. */
export type Failure = { run: Run; analysis: StoredAnalysis };

/** After so many days something else will have changed, too. */
const FIXED_WITHIN_DAYS = 30;

/** The past of each failure by the key of its run, in one pass over the stored readings; null: it has none. */
export async function failureHistories(
  store: Store,
  failures: readonly Failure[],
): Promise<ReadonlyMap<string, FailureHistory | null>> {
  const sightings = failures.flatMap(({ run, analysis }) => {
    const signature = analysis.findings[0]?.signature;
    return signature === undefined ? [] : [{ run, seen: new Sightings(signature, run.id) }];
  });
  for (const day of sightings.length === 0 ? [] : await store.days("analyses")) {
    const analyses = await store.read("analyses", day);
    for (const { seen } of sightings) seen.add(day, analyses);
  }
  const histories = new Map<string, FailureHistory | null>();
  for (const { run, seen } of sightings) {
    const past = seen.finish();
    if (past === null) histories.set(runKey(run), null);
    else {
      const { latest, ...history } = past;
      histories.set(runKey(run), { ...history, fix: await fixOf(store, latest) });
    }
  }
  return histories;
}

async function fixOf(store: Store, { day, run_id, run_attempt }: Sighting): Promise<Fix | null> {
  const repository = await store.readRepository();
  const failed = (await store.read("runs", day)).find(
    (run) => run.id === run_id && run.run_attempt === run_attempt,
  );
  if (repository === null || failed === undefined) return null;
  const greens: GreenAttempt[] = [];
  const until = addDays(day, FIXED_WITHIN_DAYS);
  for (const each of await store.days("runs")) {
    if (each < day || each > until) continue;
    for (const run of await store.read("runs", each)) {
      const green = run.workflow_id === failed.workflow_id ? greenAttempt(run) : null;
      if (green !== null) greens.push(green);
    }
  }
  return whatFixedIt(ranOf(failed), greens, repository);
}
