import type { Sample } from "#core/alerts/series.ts";
import { BARE, type Condition, newestRuns, type Subject } from "#core/records/condition.ts";
import { ENOUGH } from "#core/statistics/enough.ts";
import { wilson, Z_99 } from "#core/statistics/interval.ts";
import { fisherTail } from "#core/statistics/tails.ts";

/**
 * Rules about how often something fails. A rate tells little of few runs, so there are three: one that is slow and sure
 * about a limit, one for a drop, one for failures in a row. Simulated at ten runs a day, a series cries by each less than
 * once in a hundred quiet days; "more than a tenth of the last 20 failed" cries five to eleven times.
 */

/** Of the newest runs, for the limit. */
const LIMITED = 50;
/** A drop: the newest against those before. */
const DROP = { after: ENOUGH.shift, before: 100, chance: 3e-4, points: 0.15, holds: 0.05 };
/** In a row: rarer than once in a thousand, and never less than five. */
const ROW = { chance: 0.001 };

export function errorRate(samples: readonly Sample[], subject: Subject, limit: number): Condition[] {
  const newest = samples.slice(-LIMITED);
  const failed = newest.filter((sample) => sample.failed);
  const n = newest.length;
  if (n < ENOUGH.limit) return [];
  const value = failed.length / n;
  const fires = wilson(failed.length, n, Z_99).low > limit;
  if (!fires && value <= limit) return [];
  return [
    { ...BARE, rule: "error-rate", subject, fires, value, unit: "share", limit, n, runs: newestRuns(failed) },
  ];
}

export function successDrop(samples: readonly Sample[], subject: Subject): Condition[] {
  const after = samples.slice(-DROP.after);
  const before = samples.slice(-DROP.after - DROP.before, -DROP.after);
  if (after.length < DROP.after || before.length < ENOUGH.dropBefore) return [];
  const failed = after.filter((sample) => sample.failed);
  const [was, is] = [shareFailed(before), failed.length / after.length];
  const chance = fisherTail(
    { part: before.filter((sample) => sample.failed).length, n: before.length },
    { part: failed.length, n: after.length },
  );
  const fires = chance <= DROP.chance && is - was >= DROP.points;
  if (!fires && is - was < DROP.holds) return [];
  const figures = { value: 1 - is, baseline: 1 - was, n: after.length, baseline_n: before.length };
  return [
    {
      ...BARE,
      rule: "success-drop",
      subject,
      fires,
      unit: "share",
      ...figures,
      ...firstOf(failed),
      runs: newestRuns(failed),
    },
  ];
}

export function failuresInRow(samples: readonly Sample[], subject: Subject): Condition[] {
  const lastGood = samples.findLastIndex((sample) => !sample.failed);
  const row = samples.slice(lastGood + 1);
  const before = samples.slice(0, lastGood + 1);
  const usual = shareFailed(before);
  const limit = leastInRow(usual);
  if (row.length < limit) return [];
  return [
    {
      ...BARE,
      rule: "failures-in-a-row",
      subject,
      severity: "critical",
      value: row.length,
      unit: "count",
      limit,
      baseline: null,
      baseline_n: before.length,
      ...firstOf(row),
      runs: newestRuns(row),
      cause: causeOf(before.at(-1), row[0]),
    },
  ];
}

/** How many failures in a row are more than chance where so large a share fails anyway. */
export function leastInRow(share: number): number {
  const usual = Math.min(0.95, Math.max(share, 0.001));
  return Math.max(ENOUGH.inRow, Math.ceil(Math.log(ROW.chance) / Math.log(usual)));
}

function shareFailed(samples: readonly Sample[]): number {
  return samples.length === 0 ? 0 : samples.filter((sample) => sample.failed).length / samples.length;
}

function firstOf(samples: readonly Sample[]): Pick<Condition, "since"> {
  return { since: samples[0]?.at ?? null };
}

/** Null where both have the same commit: then it was not the cause. */
export function causeOf(before: Sample | undefined, after: Sample | undefined): Condition["cause"] {
  if (after === undefined || before?.sha === after.sha) return null;
  return { before_sha: before?.sha ?? null, sha: after.sha };
}
