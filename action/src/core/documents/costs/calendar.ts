import * as z from "zod";
import type { Fold } from "#core/attempts/fold.ts";
import { firstOfWeek } from "#core/calendar/calendar-period.ts";
import { addLine, noSpend, Spend } from "#core/documents/costs/spend.ts";
import { entry } from "#core/entry.ts";
import { dayOf, monthOf } from "#core/time.ts";

/** Spend of one stretch of the calendar in UTC: a day, the Monday of a week, a month (`2026-11`). */
export const CalendarRow = z.strictObject({ start: z.string(), attempts: z.number().int(), spend: Spend });
export type CalendarRow = z.infer<typeof CalendarRow>;

/** Of everything that is stored, newest first; days and months without a run are left out. */
export const Calendar = z.strictObject({
  days: z.array(CalendarRow),
  weeks: z.array(CalendarRow),
  months: z.array(CalendarRow),
});
export type Calendar = z.infer<typeof Calendar>;

/** Of all attempts, whatever their period. */
export function calendarFold(): Fold<Calendar> {
  const fresh = () => new Map<string, CalendarRow>();
  const rows = { days: fresh(), weeks: fresh(), months: fresh() };
  return {
    add({ lines, at }) {
      const day = dayOf(at);
      const starts = { days: day, weeks: firstOfWeek(day, "monday"), months: monthOf(day) };
      for (const unit of ["days", "weeks", "months"] as const) {
        const start = starts[unit];
        const row = entry(rows[unit], start, () => ({ start, attempts: 0, spend: noSpend() }));
        row.attempts += 1;
        for (const line of lines) addLine(row.spend, line);
      }
    },
    finish: () => ({
      days: newestFirst(rows.days),
      weeks: newestFirst(rows.weeks),
      months: newestFirst(rows.months),
    }),
  };
}

function newestFirst(rows: ReadonlyMap<string, CalendarRow>): CalendarRow[] {
  return [...rows.values()].sort((a, b) => (a.start < b.start ? 1 : -1));
}
