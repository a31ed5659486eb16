import type { Attempt } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import { localDay, startOfLocalDay } from "#core/calendar/zone.ts";
import { type DatedLine, datedLines } from "#core/chargeback/adjustments.ts";
import { issuedOf } from "#core/documents/statements/issued.ts";
import { monthFold } from "#core/documents/statements/month.ts";
import type { Statement, StatementsDocument } from "#core/documents/statements/statement.ts";
import { entry } from "#core/entry.ts";
import { PRICE_TABLE } from "#core/pricing/price-table.ts";
import type { IssuedStatement } from "#core/records/statement.ts";
import { sum } from "#core/statistics/distribution.ts";
import { addDays, type Month, monthOf } from "#core/time.ts";

/**
 * What every month cost whom. A cost counts in the month in which its attempt started, where people live.
 *
 * @param issued what is stored of months that are over
 */
export function statementsFold(
  context: Context,
  issued: readonly IssuedStatement[],
): Fold<StatementsDocument> {
  const { timezone, chargeback } = context.config;
  const months = new Map<Month, ReturnType<typeof monthFold>>();
  const of = (month: Month) => entry(months, month, () => monthFold(context));
  const adjustments = datedLines(chargeback.adjustments);
  return {
    add(attempt: Attempt) {
      of(monthOf(localDay(attempt.at, timezone))).add(attempt);
    },
    finish() {
      for (const month of knownMonths(context)) of(month);
      for (const { date } of adjustments) of(monthOf(date));
      const statements = [...months].map(([month, fold]) =>
        statementOf(month, fold.finish(), {
          context,
          adjustments: adjustments.filter(({ date }) => monthOf(date) === month),
          stored: issued.find((one) => one.month === month) ?? null,
        }),
      );
      return { timezone, statements: statements.sort((a, b) => (a.month < b.month ? 1 : -1)) };
    },
  };
}

/** From the first that the records know whole to the one that runs: one without a run cost nothing, and says so. */
function knownMonths({ now, state, config: { timezone } }: Context): Month[] {
  const running = monthOf(localDay(now, timezone));
  const from = state.covered?.from ?? now;
  const begun = monthOf(localDay(from, timezone));
  const months: Month[] = [];
  for (let month = begun; month < running; month = monthOf(firstOfNext(month)))
    if (startOfLocalDay(`${month}-01`, timezone) >= from) months.push(month);
  return [...months, running];
}

type Besides = { context: Context; adjustments: DatedLine[]; stored: IssuedStatement | null };

function statementOf(
  month: Month,
  ofRuns: ReturnType<ReturnType<typeof monthFold>["finish"]>,
  { context, adjustments, stored }: Besides,
): Statement {
  const { now, config, state } = context;
  const start = startOfLocalDay(`${month}-01`, config.timezone);
  const end = startOfLocalDay(firstOfNext(month), config.timezone);
  const adjusted = sum(adjustments.map(({ amount_nano_usd }) => amount_nano_usd));
  return {
    month,
    start,
    end,
    timezone: config.timezone,
    state: stored !== null ? "issued" : now < end ? "running" : "ended",
    complete: state.covered !== null && state.covered.from <= start,
    ...ofRuns,
    price_table: PRICE_TABLE,
    adjustments,
    adjustments_nano_usd: adjusted,
    due_nano_usd: ofRuns.spend.total_nano_usd + adjusted,
    issued: stored === null ? null : issuedOf(stored, ofRuns),
  };
}

function firstOfNext(month: Month): string {
  return `${monthOf(addDays(`${month}-01`, 31))}-01`;
}
