import * as z from "zod";
import type { Period } from "#core/attempts/period.ts";
import { isWithin } from "#core/attempts/period.ts";
import type { Failure, Failures } from "#core/documents/failures/failures.ts";
import { SpecificTo, specificTo, TraitCounts } from "#core/documents/failures/specific-to.ts";
import { Category, DOMAINS, type Domain } from "#core/records/category.ts";
import { sumKnown } from "#core/statistics/distribution.ts";
import { Utc } from "#core/time.ts";

/** The failures that were read, by what they are: domain, category, signature. Counts are of attempts. */
const counts = {
  attempts: z.number().int(),
  /** Of these, attempts whose log was not read because the same failure had been. */
  inferred: z.number().int(),
  /** In the equal stretch before; null when that cannot be compared with. */
  previous: z.number().int().nullable(),
  first_seen: Utc,
  last_seen: Utc,
  workflows: z.number().int(),
  /** What the jobs of these attempts took; null when no attempt's jobs are known. */
  minutes_lost: z.number().nullable(),
};

const Kind = z.strictObject({
  signature: z.string(),
  /** It has a page of its own. */
  listed: z.boolean(),
  title: z.string(),
  pattern: z.string(),
  ...counts,
  /** The newest attempts, at most 3. */
  newest: z.array(
    z.strictObject({
      run_id: z.number().int(),
      run_attempt: z.number().int(),
      run_number: z.number().int(),
      latest: z.boolean(),
    }),
  ),
});

const CategoryRow = z.strictObject({
  category: Category,
  ...counts,
  specific_to: z.array(SpecificTo),
  /** Most attempts first, at most 10, and how many more there are. */
  signatures: z.array(Kind),
  more: z.number().int(),
});
type CategoryRow = z.infer<typeof CategoryRow>;

export const DomainRow = z.strictObject({
  domain: z.enum(Object.keys(DOMAINS) as [Domain, ...Domain[]]),
  ...counts,
  categories: z.array(CategoryRow),
});
export type DomainRow = z.infer<typeof DomainRow>;

const MOST_SIGNATURES = 10;
const MOST_NEWEST = 3;

/**
 * What failed in a period, most attempts first.
 *
 * @param comparable the equal stretch before is known
 * @param listed the signatures that have pages
 */
export function taxonomyOf(
  all: Failures,
  period: Period,
  comparable: boolean,
  listed: ReadonlySet<string>,
): DomainRow[] {
  const failures = [...all.failures.values()];
  const domains = Object.entries(DOMAINS).flatMap(([domain, categories]) => {
    const rows = categories.flatMap((category) => {
      const ofCategory = failures.filter(({ finding }) => finding.category === category);
      return categoryRow(category, ofCategory, all, period, comparable, listed) ?? [];
    });
    const within = failures.filter(({ finding }) =>
      (categories as readonly Category[]).includes(finding.category),
    );
    const counted = countsOf(within, period, comparable);
    return counted === null
      ? []
      : { domain: domain as Domain, ...counted, categories: rows.sort(byAttempts) };
  });
  return domains.sort(byAttempts);
}

function categoryRow(
  category: Category,
  failures: readonly Failure[],
  all: Failures,
  period: Period,
  comparable: boolean,
  listed: ReadonlySet<string>,
): CategoryRow | null {
  const counted = countsOf(failures, period, comparable);
  if (counted === null) return null;
  const traits = new TraitCounts();
  for (const { occurrences } of failures)
    for (const occurrence of occurrences) if (isWithin(period, occurrence.at)) traits.add(occurrence.traits);
  const signatures = failures
    .flatMap((failure) => kindOf(failure, all, period, comparable, listed.has(failure.signature)) ?? [])
    .sort((a, b) => byAttempts(a, b) || (a.signature < b.signature ? -1 : 1));
  return {
    category,
    ...counted,
    specific_to: specificTo(traits, all.population[period.name]),
    signatures: signatures.slice(0, MOST_SIGNATURES),
    more: Math.max(0, signatures.length - MOST_SIGNATURES),
  };
}

function kindOf(failure: Failure, all: Failures, period: Period, comparable: boolean, listed: boolean) {
  const counted = countsOf([failure], period, comparable);
  if (counted === null) return null;
  const newest = failure.occurrences
    .filter(({ at }) => isWithin(period, at))
    .slice(-MOST_NEWEST)
    .reverse();
  return {
    signature: failure.signature,
    listed,
    title: failure.finding.title,
    pattern: failure.finding.pattern,
    ...counted,
    newest: newest.map(({ run_id, run_attempt, run_number }) => ({
      ...{ run_id, run_attempt, run_number },
      latest: (all.attempts.get(run_id) ?? 1) === run_attempt,
    })),
  };
}

/** Null when nothing of it happened in the period. */
function countsOf(failures: readonly Failure[], period: Period, comparable: boolean) {
  const occurrences = failures.flatMap((failure) => failure.occurrences);
  const within = occurrences.filter(({ at }) => isWithin(period, at));
  if (within.length === 0) return null;
  const times = within.map(({ at }) => at).sort();
  const before = occurrences.filter(({ at }) => at >= period.previousFrom && at < period.from);
  return {
    attempts: within.length,
    inferred: within.filter(({ inferred }) => inferred).length,
    previous: comparable ? before.length : null,
    first_seen: times[0] ?? period.from,
    last_seen: times.at(-1) ?? period.to,
    workflows: new Set(within.map(({ workflow_id }) => workflow_id)).size,
    minutes_lost: sumKnown(within.map(({ minutes }) => minutes)),
  };
}

function byAttempts(
  a: { attempts: number; last_seen: Utc },
  b: { attempts: number; last_seen: Utc },
): number {
  return b.attempts - a.attempts || (a.last_seen > b.last_seen ? -1 : a.last_seen < b.last_seen ? 1 : 0);
}
