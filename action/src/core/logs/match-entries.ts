import { entry } from "#core/entry.ts";
import { bare, byName, type Named, today, yesterday } from "#core/logs/entry-names.ts";
import type { Job } from "#core/records/run.ts";

type NamedJob = Pick<Job, "id" | "name" | "conclusion">;

type JobEntries = {
  job: number;
  /** The whole job's log; read this and leave `steps` alone: they hold the same text again. */
  log: string | null;
  /** The logs of single steps, ascending; to be read in turn where there is no `log`. */
  steps: { number: number; entry: string }[];
};

export type MatchedEntries = {
  matched: JobEntries[];
  /** Jobs whose log has to be asked for by their id, and why. */
  unmatched: { job: number; reason: "missing" | "ambiguous" }[];
};

/**
 * Says which entries of a run's log archive belong to which job, and only where there is no doubt: one name, one
 * job, in both directions. Ordinals say nothing (they are neither ids nor the API's order), so names must do.
 * Skipped jobs have no entries and are passed over.
 */
export function matchEntries(entries: readonly string[], jobs: readonly NamedJob[]): MatchedEntries {
  const archive = byName(entries);
  const ran = jobs.filter(({ conclusion }) => conclusion !== "skipped");
  const claims = exactClaims(archive, ran);
  for (const [id, names] of looseClaims(archive, ran, claims)) claims.set(id, names);
  const matched: JobEntries[] = [];
  const unmatched: MatchedEntries["unmatched"] = [];
  for (const { id } of ran) {
    const names = claims.get(id) ?? [];
    const sole = names.length === 1 ? names[0] : undefined;
    const found = sole?.isDoubtful === false ? chosen(id, archive.get(sole.name)) : null;
    if (found !== null) matched.push(found);
    else unmatched.push({ job: id, reason: names.length === 0 ? "missing" : "ambiguous" });
  }
  return { matched, unmatched };
}

type Claim = { name: string; isDoubtful: boolean };

/** Names as one of the services would have written them. */
function exactClaims(archive: ReadonlyMap<string, Named>, jobs: readonly NamedJob[]): Map<number, Claim[]> {
  const owners = grouped(jobs, ({ name }) => [today(name), yesterday(name)]);
  const claims = new Map<number, Claim[]>();
  for (const name of archive.keys()) {
    // The second of two jobs named `build` gets `build (1)`, which may be a third job's own name.
    const numbered = /^(.*) \(\d+\)$/.exec(name)?.[1];
    const isNumbered = numbered !== undefined && (owners.get(numbered)?.length ?? 0) > 1;
    const claimants = owners.get(name) ?? [];
    const isDoubtful = isNumbered || claimants.length > 1;
    for (const { id } of claimants) entry(claims, id, () => []).push({ name, isDoubtful });
  }
  return claims;
}

/** What nobody has claimed, by letters and digits alone, which every service has kept. */
function looseClaims(
  archive: ReadonlyMap<string, Named>,
  jobs: readonly NamedJob[],
  exact: ReadonlyMap<number, Claim[]>,
): Map<number, Claim[]> {
  const claimed = new Set([...exact.values()].flat().map(({ name }) => name));
  const names = grouped(
    [...archive.keys()].filter((name) => !claimed.has(name)),
    (name) => [bare(name)],
  );
  const claims = new Map<number, Claim[]>();
  for (const [spelled, claimants] of grouped(jobs, ({ name }) => [bare(name)]))
    for (const { id } of claimants)
      if (spelled !== "" && !exact.has(id) && names.has(spelled))
        claims.set(
          id,
          (names.get(spelled) ?? []).map((name) => ({ name, isDoubtful: claimants.length > 1 })),
        );
  return claims;
}

function grouped<T>(items: readonly T[], keysOf: (item: T) => string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) for (const key of new Set(keysOf(item))) entry(groups, key, () => []).push(item);
  return groups;
}

/** Two files for the same thing are two jobs' that share a name: null. */
function chosen(job: number, named: Named | undefined): JobEntries | null {
  if (named === undefined) return null;
  const { logs, older, steps } = named;
  const whole = logs.length > 0 ? logs : older;
  if (whole.length > 1 || new Set(steps.map(({ number }) => number)).size < steps.length) return null;
  return { job, log: whole[0] ?? null, steps };
}
