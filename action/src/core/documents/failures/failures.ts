import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import { perPeriod } from "#core/attempts/per-period.ts";
import { isWithin, type PeriodName } from "#core/attempts/period.ts";
import { raise } from "#core/counts.ts";
import { type Occurrence, occurrenceOf, traitsOf } from "#core/documents/failures/occurrence.ts";
import { TraitCounts, type Traits } from "#core/documents/failures/specific-to.ts";
import { entry } from "#core/entry.ts";
import { type GreenAttempt, greenAttempt } from "#core/failures/what-fixed-it.ts";
import type { Finding } from "#core/records/analysis.ts";
import type { Category } from "#core/records/category.ts";
import type { Utc } from "#core/time.ts";

/** Everything that failed in one way: its signature was the primary finding. */
export type Failure = {
  signature: string;
  /** In the order of time. */
  occurrences: Occurrence[];
  /** As the newest log shows it; one that was read, where there is any. */
  finding: Finding;
  /** What else those logs show, by signature; not counted as causes. */
  besides: ReadonlyMap<string, Secondary>;
};
type Secondary = { title: string; category: Category; attempts: number };

export type Failures = {
  /** By signature. */
  failures: ReadonlyMap<string, Failure>;
  /** What passed, by workflow. */
  greens: ReadonlyMap<number, readonly GreenAttempt[]>;
  /** Of all attempts that passed or whose failure was read: what rates of failures are of. */
  population: Record<PeriodName, TraitCounts>;
  /** In how many attempts a signature was found, but another one was the cause. */
  secondary: ReadonlyMap<string, number>;
  /** The highest attempt of the runs that were run again. */
  attempts: ReadonlyMap<number, number>;
};

type Tally = {
  occurrences: Occurrence[];
  newest: Occurrence;
  finding: Finding;
  besides: Map<string, Secondary>;
};

/** Gathers what the readings say, once for every page that speaks of failures. */
export function failuresFold(context: Context): Fold<Failures> {
  const tallies = new Map<string, Tally>();
  const greens = new Map<number, GreenAttempt[]>();
  const secondary = new Map<string, number>();
  const attempts = new Map<number, number>();
  const population = perPeriod(context, (period) => {
    const counts = new TraitCounts();
    const add = ({ at, traits }: { at: Utc; traits: Traits }) => {
      if (isWithin(period, at)) counts.add(traits);
    };
    return { counts, add };
  });
  return {
    add(attempt) {
      const { run, at, own, role, reading } = attempt;
      if (run.run_attempt > 1) attempts.set(run.id, Math.max(run.run_attempt, attempts.get(run.id) ?? 1));
      if (own) return;
      const green = greenAttempt(run);
      if (green !== null) entry(greens, run.workflow_id, () => []).push(green);
      const [primary, ...others] = role === "success" ? [] : (reading?.findings ?? []);
      if (green === null && primary === undefined) return;
      const occurrence = primary === undefined ? null : occurrenceOf(attempt, primary, context);
      const traits = occurrence?.traits ?? traitsOf(attempt, attempt.jobs);
      population.add({ at, traits });
      if (primary === undefined || occurrence === null) return;
      const tally = entry(tallies, primary.signature, () => newTally(occurrence, primary));
      tally.occurrences.push(occurrence);
      if (isBetter(occurrence, tally.newest)) Object.assign(tally, { newest: occurrence, finding: primary });
      const besides = new Map(others.map((finding) => [finding.signature, finding]));
      besides.delete(primary.signature);
      for (const [signature, { title, category }] of besides) {
        raise(secondary, signature);
        entry(tally.besides, signature, () => ({ title, category, attempts: 0 })).attempts += 1;
      }
    },
    finish() {
      const failures = new Map<string, Failure>();
      for (const [signature, { occurrences, finding, besides }] of tallies)
        failures.set(signature, { signature, occurrences: occurrences.sort(byTime), finding, besides });
      return {
        failures,
        greens,
        population: population.finish(({ counts }) => counts),
        secondary,
        attempts,
      };
    },
  };
}

function newTally(newest: Occurrence, finding: Finding): Tally {
  return { occurrences: [], newest, finding, besides: new Map() };
}

/** What was read beats what was inferred, then the newer beats the older. */
function isBetter(a: Occurrence, b: Occurrence): boolean {
  return a.inferred === b.inferred ? byTime(a, b) > 0 : b.inferred;
}

function byTime(a: Occurrence, b: Occurrence): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.run_id - b.run_id || a.run_attempt - b.run_attempt;
}
