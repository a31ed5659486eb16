import type { Context } from "#core/attempts/context.ts";
import { periodAt } from "#core/attempts/period.ts";
import { raise } from "#core/counts.ts";
import type { ErrorEntry, Sample } from "#core/documents/errors/entry.ts";
import { errorState, QUIET_DAYS } from "#core/documents/errors/state.ts";
import type { Failure, Failures } from "#core/documents/failures/failures.ts";
import type { Occurrence } from "#core/documents/failures/occurrence.ts";
import { specificTo, TraitCounts } from "#core/documents/failures/specific-to.ts";
import type { NamedWorkflow } from "#core/documents/workflows/workflow-names.ts";
import type { KnownErrors } from "#core/failures/known-error.ts";
import { type Fix, type GreenAttempt, whatFixedIt } from "#core/failures/what-fixed-it.ts";
import { domainOf } from "#core/records/category.ts";
import { sumKnown } from "#core/statistics/distribution.ts";
import { rate } from "#core/statistics/rate.ts";
import { addDays, addSeconds, DAY_SECONDS, dayOf, type Utc } from "#core/time.ts";

export const RECENT_DAYS = QUIET_DAYS;
const MOST_SAMPLES = 10;
const MOST_AFFECTED = 20;
const MOST_BESIDES = 10;
/** A failure that is never fixed would else have every attempt looked at. */
const MOST_LOOKED_AT = 50;

export type Surroundings = {
  context: Context;
  all: Failures;
  workflows: ReadonlyMap<number, NamedWorkflow>;
  known: KnownErrors;
  /** The 14 days before the last 14 can be compared with. */
  comparable: boolean;
};

/** What is concluded about one failure from all its occurrences. */
export function summarise(failure: Failure, surroundings: Surroundings): ErrorEntry {
  const { context, all, known } = surroundings;
  const { signature, occurrences, finding } = failure;
  const first = occurrences[0]?.at ?? context.now;
  const onDefault = count(occurrences, ({ on_default }) => on_default);
  const fixOf = (occurrence: Occurrence) =>
    whatFixedIt(occurrence, all.greens.get(occurrence.workflow_id) ?? [], context.repository);
  const fix = lastFix(occurrences, fixOf);
  return {
    signature,
    title: finding.title,
    category: finding.category,
    domain: domainOf(finding.category),
    rule: finding.rule,
    pattern: finding.pattern,
    newest: finding,
    state: errorState(occurrences, (occurrence) => fixOf(occurrence)?.at ?? null, context.now),
    first_seen: first,
    last_seen: occurrences.at(-1)?.at ?? first,
    runs: runsOf(occurrences),
    attempts: occurrences.length,
    inferred: count(occurrences, ({ inferred }) => inferred),
    secondary: all.secondary.get(signature) ?? 0,
    flaky: rate(passedAnyway(occurrences, all.greens), occurrences.length),
    minutes_lost: sumOf(occurrences, ({ minutes }) => minutes),
    cost_nano_usd: sumOf(occurrences, ({ cost_nano_usd }) => cost_nano_usd),
    recent: recently(occurrences, surroundings),
    histogram: histogramOf(occurrences, context.now),
    default_branch: onDefault,
    other_branches: occurrences.length - onDefault,
    ...whereOf(occurrences, surroundings),
    agents: affected(occurrences, ({ agents }) => agents),
    branches: affected(occurrences, ({ traits }) => traits.branch?.slice(0, 1) ?? []),
    specific_to: specificity(occurrences, surroundings),
    besides: besidesOf(failure),
    samples: occurrences
      .slice(-MOST_SAMPLES)
      .reverse()
      .map((occurrence) => sampleOf(occurrence, surroundings)),
    fix: fix && { ...fix, latest: isLatest(fix, all) },
    known: known.get(signature) ?? null,
  };
}

function isLatest({ run_id, run_attempt }: { run_id: number; run_attempt: number }, all: Failures): boolean {
  return (all.attempts.get(run_id) ?? 1) === run_attempt;
}

function workflowName(id: number, { workflows }: Surroundings): string {
  return workflows.get(id)?.name ?? String(id);
}

/** Its last 14 days, beside those before. */
function recently(
  occurrences: readonly Occurrence[],
  { context, comparable }: Surroundings,
): ErrorEntry["recent"] {
  const from = addSeconds(context.now, -RECENT_DAYS * DAY_SECONDS);
  const previousFrom = addSeconds(from, -RECENT_DAYS * DAY_SECONDS);
  const recent = occurrences.filter(({ at }) => at >= from);
  return {
    runs: runsOf(recent),
    attempts: recent.length,
    minutes_lost: sumOf(recent, ({ minutes }) => minutes),
    previous_attempts: comparable ? count(occurrences, ({ at }) => at >= previousFrom && at < from) : null,
  };
}

/** In which workflows, and in which steps of them. */
function whereOf(
  occurrences: readonly Occurrence[],
  surroundings: Surroundings,
): Pick<ErrorEntry, "workflows" | "places"> {
  return {
    workflows: counted(occurrences, ({ workflow_id }) => [String(workflow_id)]).map(([id, attempts]) => ({
      name: workflowName(Number(id), surroundings),
      slug: surroundings.workflows.get(Number(id))?.slug ?? id,
      attempts,
    })),
    places: counted(occurrences, ({ workflow_id, job, step }) => [JSON.stringify([workflow_id, job, step])])
      .slice(0, MOST_AFFECTED)
      .map(([place, attempts]) => {
        const [workflow, job, step] = JSON.parse(place) as [number, string | null, string | null];
        return { workflow: workflowName(workflow, surroundings), job, step, attempts };
      }),
  };
}

function besidesOf({ besides }: Failure): ErrorEntry["besides"] {
  return [...besides]
    .map(([other, seen]) => ({ signature: other, ...seen, listed: false }))
    .sort((a, b) => b.attempts - a.attempts || (a.signature < b.signature ? -1 : 1))
    .slice(0, MOST_BESIDES);
}

/** Of the newest occurrence that was seen to end. */
function lastFix(
  occurrences: readonly Occurrence[],
  fixOf: (occurrence: Occurrence) => Fix | null,
): Fix | null {
  for (const occurrence of occurrences.slice(-MOST_LOOKED_AT).reverse()) {
    const fix = fixOf(occurrence);
    if (fix !== null) return fix;
  }
  return null;
}

function passedAnyway(
  occurrences: readonly Occurrence[],
  greens: ReadonlyMap<number, readonly GreenAttempt[]>,
): number {
  const wanted = new Set(occurrences.map(({ workflow_id }) => workflow_id));
  const passed = new Set<string>();
  for (const workflow of wanted)
    for (const { head_sha, subject } of greens.get(workflow) ?? [])
      passed.add(`${workflow} ${subject ?? head_sha}`);
  return count(occurrences, ({ workflow_id, head_sha, subject }) =>
    passed.has(`${workflow_id} ${subject ?? head_sha}`),
  );
}

function histogramOf(occurrences: readonly Occurrence[], now: Utc): ErrorEntry["histogram"] {
  const today = dayOf(now);
  const days = Array.from({ length: RECENT_DAYS }, (_, index) => ({
    day: addDays(today, index - RECENT_DAYS + 1),
    default_branch: 0,
    other_branches: 0,
  }));
  const of = new Map(days.map((slot) => [slot.day, slot]));
  for (const { at, on_default } of occurrences) {
    const slot = of.get(dayOf(at));
    if (slot !== undefined) slot[on_default ? "default_branch" : "other_branches"] += 1;
  }
  return days;
}

function specificity(occurrences: readonly Occurrence[], { context, all }: Surroundings) {
  const { name, from, to } = periodAt("30d", context.now);
  const failures = new TraitCounts();
  for (const { at, traits } of occurrences) if (at >= from && at < to) failures.add(traits);
  return specificTo(failures, all.population[name]);
}

function sampleOf(occurrence: Occurrence, surroundings: Surroundings): Sample {
  const { run_id, run_attempt, run_number, title, status, conclusion, at } = occurrence;
  const { branch, agents, job, step, line, inferred } = occurrence;
  const workflow = workflowName(occurrence.workflow_id, surroundings);
  const latest = isLatest(occurrence, surroundings.all);
  return {
    ...{ run_id, run_attempt, run_number, latest, title, status, conclusion, at, workflow },
    ...{ branch, agents, job, step, line, inferred },
  };
}

function affected(occurrences: readonly Occurrence[], of: (occurrence: Occurrence) => readonly string[]) {
  return counted(occurrences, of)
    .slice(0, MOST_AFFECTED)
    .map(([name, attempts]) => ({ name, attempts }));
}

/** Most frequent first. */
function counted(
  occurrences: readonly Occurrence[],
  of: (occurrence: Occurrence) => readonly string[],
): [string, number][] {
  const counts = new Map<string, number>();
  for (const occurrence of occurrences) for (const name of of(occurrence)) raise(counts, name);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

function count(occurrences: readonly Occurrence[], is: (occurrence: Occurrence) => boolean): number {
  return occurrences.filter(is).length;
}

function runsOf(occurrences: readonly Occurrence[]): number {
  return new Set(occurrences.map(({ run_id }) => run_id)).size;
}

/** Of those that are known; null when none is. */
function sumOf(
  occurrences: readonly Occurrence[],
  of: (occurrence: Occurrence) => number | null,
): number | null {
  return sumKnown(occurrences.map(of));
}
