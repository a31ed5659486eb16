import * as z from "zod";
import { shown } from "#core/documents/costs/shown.ts";
import { Nano } from "#core/pricing/money.ts";
import type { Pull } from "#core/records/pull.ts";
import { Distribution, distribution } from "#core/statistics/distribution.ts";
import { wilson } from "#core/statistics/interval.ts";
import { Rate, rate } from "#core/statistics/rate.ts";
import { addSeconds, DAY_SECONDS, epoch, type Utc } from "#core/time.ts";

const Count = z.number().int();

/** What became of a pull request. `abandoned`: open, and nothing happened on it for 14 days. */
export const Outcome = z.enum(["merged", "reverted", "closed", "open", "abandoned"]);
export type Outcome = z.infer<typeof Outcome>;

const UNTOUCHED_SECONDS = 14 * DAY_SECONDS;

/** What became of a set of pull requests, and what they cost. */
export const OutcomeFigures = z.strictObject({
  opened: Count,
  /** And still in; those taken back are `reverted`. */
  merged: Count,
  reverted: Count,
  /** Without being merged. */
  closed: Count,
  open: Count,
  abandoned: Count,
  /** Merged and still in, of those no longer open or abandoned, with the 95 % Wilson interval. */
  completion: Rate.extend({ low: z.number().nullable(), high: z.number().nullable() }),
  /** Seconds from opening to merging, of merged ones and those taken back. */
  time_to_merge: Distribution,
  reviews: z.strictObject({ approved: Count, changes_requested: Count, commented: Count }),
  reactions: z.strictObject({ up: Count, down: Count }),
  /** Lines added and removed. */
  size: Distribution,
  cost: z.strictObject({
    /** Of the attempts that GitHub associates with them, whatever became of them; null: nothing is known. */
    nano_usd: Nano.nullable(),
    /** By those merged and still in, where wholly known: what was closed is paid for by what was merged. */
    each_merged_nano_usd: Nano.nullable(),
    /** Attempts whose every amount is known. */
    coverage: Rate,
  }),
});
export type OutcomeFigures = z.infer<typeof OutcomeFigures>;

/** What one attempt on pull requests cost; `unknown`: pieces without an amount. */
export type Spent = { nano: number; unknown: number };

export function outcomeOf(pull: Pull, now: Utc): Outcome {
  if (pull.state === "merged") return pull.reverted_by === null ? "merged" : "reverted";
  if (pull.state === "closed") return "closed";
  return pull.updated_at < addSeconds(now, -UNTOUCHED_SECONDS) ? "abandoned" : "open";
}

export function outcomeFigures(pulls: readonly Pull[], spent: readonly Spent[], now: Utc): OutcomeFigures {
  const counts: Record<Outcome, number> = { merged: 0, reverted: 0, closed: 0, open: 0, abandoned: 0 };
  for (const pull of pulls) counts[outcomeOf(pull, now)] += 1;
  const total = (value: (pull: Pull) => number) => pulls.reduce((sum, pull) => sum + value(pull), 0);
  const completion = rate(counts.merged, pulls.length - counts.open);
  const interval = completion.n === 0 ? { low: null, high: null } : wilson(completion.part, completion.n);
  return {
    opened: pulls.length,
    ...counts,
    completion: { ...completion, ...interval },
    time_to_merge: distribution(
      pulls.flatMap(({ merged_at, created_at }) =>
        merged_at === null ? [] : epoch(merged_at) - epoch(created_at),
      ),
    ),
    reviews: {
      approved: total(({ reviews }) => reviews.approved),
      changes_requested: total(({ reviews }) => reviews.changes_requested),
      commented: total(({ reviews }) => reviews.commented),
    },
    reactions: {
      up: total(({ reactions }) => reactions.up),
      down: total(({ reactions }) => reactions.down),
    },
    size: distribution(pulls.map(({ additions, deletions }) => additions + deletions)),
    cost: costOf(spent, counts.merged),
  };
}

function costOf(spent: readonly Spent[], merged: number): OutcomeFigures["cost"] {
  const nano = spent.reduce((sum, each) => sum + each.nano, 0);
  const unknown = spent.reduce((sum, each) => sum + each.unknown, 0);
  const known = spent.length === 0 ? null : shown(nano, unknown);
  const whole = spent.filter((each) => each.unknown === 0);
  const paid = whole.reduce((sum, each) => sum + each.nano, 0);
  return {
    nano_usd: known,
    each_merged_nano_usd: whole.length === 0 || merged === 0 ? null : Math.round(paid / merged),
    coverage: rate(whole.length, spent.length),
  };
}
