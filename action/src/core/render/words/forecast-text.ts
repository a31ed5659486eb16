import type { MonthForecast } from "#core/documents/forecast/month.ts";
import type { TooFewDays } from "#core/forecast/forecast.ts";
import { percent, plural } from "#core/format.ts";

/** Where a month will end, in one sentence: page, terminal and report say the same. */
export function foreseenText(
  { so_far, foreseen, refused }: MonthForecast,
  amount: (value: number) => string,
): string {
  if (foreseen === null) {
    const why = refused === null ? "nothing is known" : tooFewDaysText(refused);
    return `${amount(so_far)} so far. No forecast: ${why}.`;
  }
  const { median, low80, high80, low95, high95 } = foreseen.total;
  return `${amount(so_far)} so far; ${foreseen.rough ? "roughly " : ""}${amount(median)} by its end, ${amount(low80)} to ${amount(high80)} in four of five cases, ${amount(low95)} to ${amount(high95)} in nineteen of twenty.`;
}

export function tooFewDaysText({ known, needed }: TooFewDays): string {
  return `${plural(known, "complete day")} ${known === 1 ? "is" : "are"} known, and a forecast needs ${needed}`;
}

/** How it was made, and how the same method did before. */
export function methodText({ foreseen }: MonthForecast): string | null {
  if (foreseen === null) return null;
  const { days, weekend_factor, trend_per_30_days, back_test, shift } = foreseen;
  const seen = [
    `From ${plural(days, "complete day")}`,
    weekend_factor !== null && `weekends at ${weekend_factor.toFixed(2)} of other days`,
    trend_per_30_days !== null && `trend × ${trend_per_30_days.toFixed(2)} in 30 days`,
  ].filter((part) => part !== false);
  const level =
    shift === null
      ? ""
      : ` The level changed about ${shift.day} (× ${shift.ratio.toFixed(1)}); the forecast assumes that it stays.`;
  const tested =
    back_test === null
      ? " Not enough history for a back-test."
      : ` Tried from each of ${plural(back_test.origins, "day")} before, ${plural(back_test.horizon, "day")} ahead: ${percent(back_test.covered80)} lay in the 80 % band, ${percent(back_test.covered95)} in the 95 % band${back_test.median_error === null ? "" : `, half within ${percent(back_test.median_error)}`}.`;
  return `${seen.join(", ")}.${level}${tested}`;
}
