import * as z from "zod";
import type { Attempt } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import { type Fold, overLines } from "#core/attempts/fold.ts";
import type { LedgerLine, Line } from "#core/attempts/ledger.ts";
import { perPeriod } from "#core/attempts/per-period.ts";
import { bucketOf, isWithin, type Period, type PeriodName } from "#core/attempts/period.ts";
import { withPrevious } from "#core/attempts/with-previous.ts";
import { tagger } from "#core/chargeback/tags.ts";
import { Breakdown, breakdownFold } from "#core/documents/costs/breakdown.ts";
import { type Calendar, calendarFold } from "#core/documents/costs/calendar.ts";
import { RunnerUse, runnerUseFold } from "#core/documents/costs/runner-use.ts";
import { addLine, ByBasis, noSpend, Spend, spendChange, spendFold } from "#core/documents/costs/spend.ts";
import { TokenUse, tokenUseFold } from "#core/documents/costs/token-use.ts";
import { UnitCosts, unitCostsFold } from "#core/documents/costs/unit-costs.ts";
import { Waste, wasteFold } from "#core/documents/costs/waste.ts";
import { Stretch, stretchOf } from "#core/documents/figures/buckets.ts";
import { entry } from "#core/entry.ts";
import { Nano } from "#core/pricing/money.ts";
import { PRICE_TABLE } from "#core/pricing/price-table.ts";
import { Rate, rate } from "#core/statistics/rate.ts";
import { monthOf, Utc } from "#core/time.ts";

const Count = z.number().int();

/** What was spent in one period; amounts are nano-dollars. */
export const CostsDocument = z.strictObject({
  period: Stretch,
  attempts: Count,
  runs: Count,
  spend: Spend,
  /** Of the stretch before; null when that is not fully known. */
  previous: Spend.nullable(),
  /** Against the stretch before; null where either is not wholly known. */
  change_nano_usd: Nano.nullable(),
  /** What the minutes cost at list price, those that are free included. */
  worth_minutes_nano_usd: Nano,
  /** The total by what it rests on. */
  basis: ByBasis,
  /** Executions whose every row of usage has an amount, of all; an agent that ran and told nothing counts in n. */
  coverage: Rate,
  /** Attempts whose every minute has an amount, of all. */
  minutes_coverage: Rate,
  price_table: z.string(),
  /** A public repository pays no standard runners. Null: not known. */
  visibility: z.string().nullable(),
  trend: z.array(z.strictObject({ start: Utc, spend: Spend })),
  by: Breakdown,
  tokens: TokenUse,
  runners: z.array(RunnerUse),
  units: UnitCosts,
  waste: Waste,
});
export type CostsDocument = z.infer<typeof CostsDocument>;

/** Money in every period, by day, week and month, and line by line. */
export type CostDocuments = {
  periods: Record<PeriodName, CostsDocument>;
  calendar: Calendar;
  /** Newest month first, its lines in the order of their runs. */
  ledger: { month: string; lines: LedgerLine[] }[];
};

/** Everything about money, from one reading of every attempt. */
export function costsFold(context: Context): Fold<CostDocuments> {
  const periods = perPeriod(context, (period) => periodFold(period, context));
  const calendar = calendarFold();
  const months = new Map<string, LedgerLine[]>();
  const tagsOf = tagger(context);
  return {
    add(attempt) {
      const { at, lines } = attempt;
      periods.add(attempt);
      calendar.add(attempt);
      const month = monthOf(at);
      const kept = entry(months, month, () => []);
      const tags = tagsOf(attempt);
      for (const line of lines) {
        const { usage: _usage, seconds: _seconds, ...told } = line;
        kept.push({ ...told, tags: tags(line) });
      }
    },
    finish: () => ({
      periods: periods.finish((period) => period.finish()),
      calendar: calendar.finish(),
      ledger: [...months]
        .map(([month, lines]) => ({ month, lines }))
        .sort((a, b) => (a.month < b.month ? 1 : -1)),
    }),
  };
}

function periodFold(period: Period, context: Context): Fold<CostsDocument> {
  const runs = new Set<number>();
  const spends = withPrevious(period, context, () => overLines(spendFold()));
  const basis: Partial<Record<Line["basis"], number>> = {};
  const trend = period.buckets.map((start) => ({ start, spend: noSpend() }));
  const sums = { attempts: 0, executions: 0, priced: 0, minutes: 0, worth: 0 };
  const by = breakdownFold(context.repository.full_name);
  const tokens = overLines(tokenUseFold());
  const runners = overLines(runnerUseFold());
  const units = unitCostsFold();
  const waste = wasteFold();
  const folds = [by, tokens, runners, units, waste];

  function add(attempt: Attempt): void {
    const { at, lines, run } = attempt;
    spends.add(attempt);
    if (!isWithin(period, at)) return;
    for (const fold of folds) fold.add(attempt);
    runs.add(run.id);
    sums.attempts += 1;
    const bucket = trend[bucketOf(period, at)];
    for (const line of lines) {
      if (bucket !== undefined) addLine(bucket.spend, line);
      basis[line.basis] = (basis[line.basis] ?? 0) + (line.amount_nano_usd ?? 0);
      if (line.kind === "minutes") sums.worth += line.worth_nano_usd ?? 0;
    }
    const { n, known } = executionsOf(lines);
    sums.executions += n;
    sums.priced += known;
    const minutes = lines.filter(({ kind }) => kind === "minutes");
    if (minutes.every(({ amount_nano_usd }) => amount_nano_usd !== null)) sums.minutes += 1;
  }

  return {
    add,
    finish() {
      const { current: spend, previous } = spends.finish();
      return {
        period: stretchOf(period),
        attempts: sums.attempts,
        runs: runs.size,
        spend,
        previous,
        change_nano_usd: spendChange(spend, previous),
        worth_minutes_nano_usd: sums.worth,
        basis: Object.fromEntries(Object.entries(basis).sort(([a], [b]) => (a < b ? -1 : 1))) as ByBasis,
        coverage: rate(sums.priced, sums.executions),
        minutes_coverage: rate(sums.minutes, sums.attempts),
        price_table: PRICE_TABLE,
        visibility: context.repository.visibility,
        trend,
        by: by.finish(),
        tokens: tokens.finish(),
        runners: runners.finish(),
        units: units.finish(),
        waste: waste.finish(),
      };
    },
  };
}

/** The executions of one attempt, and those of them whose money is wholly known. */
function executionsOf(lines: readonly Line[]): { n: number; known: number } {
  const known = new Map<string | null, boolean>();
  for (const { kind, execution_id, amount_nano_usd } of lines)
    if (kind === "tokens")
      known.set(execution_id, (known.get(execution_id) ?? true) && amount_nano_usd !== null);
  return { n: known.size, known: [...known.values()].filter(Boolean).length };
}
