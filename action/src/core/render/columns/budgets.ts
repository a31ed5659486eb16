import { type BudgetState, currentOf } from "#core/budgets/budget-state.ts";
import { moment, money, plural, UNKNOWN } from "#core/format.ts";
import { usdCell } from "#core/pricing/money.ts";
import type { Column } from "#core/render/columns/column.ts";
import { tooFewDaysText } from "#core/render/words/forecast-text.ts";

/** What the figure leaves out or holds besides, so that nobody takes it for all. */
function spentNote({
  estimated_nano_usd,
  estimated_n,
  adjusted_nano_usd,
  unknown_n,
  reserved_nano_usd,
  reserved_n,
}: BudgetState) {
  const parts = [
    estimated_n > 0 && `${money(estimated_nano_usd)} of it estimated`,
    adjusted_nano_usd !== 0 && `${money(adjusted_nano_usd)} of credits and corrections`,
    unknown_n > 0 && `${plural(unknown_n, "line")} without any estimate`,
    reserved_n > 0 && `${money(reserved_nano_usd)} held for ${plural(reserved_n, "run")} in flight`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? null : parts.join(", ");
}

function exhausted({ exhaustion, refused, state }: BudgetState): string {
  if (state === "exceeded" || state === "stopped") return "spent";
  if (exhaustion === null) return refused === null ? UNKNOWN : tooFewDaysText(refused);
  return exhaustion.median ?? "not within the period";
}

function exhaustedNote({ exhaustion, state }: BudgetState): string | null {
  if (exhaustion === null || state === "exceeded" || state === "stopped" || exhaustion.p10 === null)
    return null;
  return `one in ten: ${exhaustion.p10}; nine in ten: ${exhaustion.p90 ?? "not within it"}`;
}

function reachedText({ thresholds }: BudgetState): string {
  const reached = thresholds.filter(({ reached_at }) => reached_at !== null);
  if (reached.length === 0) return "none";
  return reached.map(({ at, reached_at }) => `${at} % on ${moment(reached_at)}`).join(", ");
}

export const BUDGETS: readonly Column<BudgetState>[] = [
  { name: "budget", heading: "Budget", kind: "name", value: ({ id }) => id },
  { name: "scope", heading: "Whose", kind: "words", value: ({ scope }) => scope },
  { name: "alert_type", kind: "words", value: (row) => row.alert_type },
  {
    name: "state",
    heading: "State",
    kind: "words",
    value: ({ state }) => state,
    note: ({ alert_type }) => (alert_type === "hard_stop" ? "hard stop" : null),
  },
  { name: "period", heading: "Period", kind: "words", value: ({ period }) => period.key },
  { name: "period_start", kind: "time", value: ({ period }) => period.start },
  { name: "period_end", kind: "time", value: ({ period }) => period.end },
  {
    name: "spent_usd",
    heading: "Spent",
    kind: "figure",
    value: currentOf,
    text: (row) =>
      `${row.unknown_n > 0 ? "≥ " : ""}${row.estimated_n > 0 ? "~" : ""}${money(currentOf(row))}`,
    filed: (row) => usdCell(currentOf(row)),
    note: spentNote,
  },
  {
    name: "known_usd",
    kind: "figure",
    value: (row) => row.known_nano_usd,
    filed: (row) => usdCell(row.known_nano_usd),
  },
  {
    name: "estimated_usd",
    kind: "figure",
    value: (row) => row.estimated_nano_usd,
    filed: (row) => usdCell(row.estimated_nano_usd),
  },
  {
    name: "adjusted_usd",
    kind: "figure",
    value: (row) => row.adjusted_nano_usd,
    filed: (row) => usdCell(row.adjusted_nano_usd),
  },
  { name: "unknown_lines", kind: "figure", value: (row) => row.unknown_n },
  {
    name: "reserved_usd",
    kind: "figure",
    value: (row) => row.reserved_nano_usd,
    filed: (row) => usdCell(row.reserved_nano_usd),
  },
  {
    name: "threshold_usd",
    heading: "Of",
    kind: "figure",
    value: (row) => row.threshold_nano_usd,
    text: (row) => money(row.threshold_nano_usd),
    filed: (row) => usdCell(row.threshold_nano_usd),
  },
  {
    name: "percentage",
    heading: "Used",
    kind: "figure",
    value: (row) => row.percentage,
    text: ({ percentage }) => (percentage === null ? UNKNOWN : `${percentage.toFixed(1)} %`),
  },
  {
    name: "burn_usd_per_day",
    heading: "A day, last 7",
    kind: "figure",
    value: ({ burn }) => burn.last_7_days_nano_usd,
    text: ({ burn }) => money(burn.last_7_days_nano_usd),
    filed: ({ burn }) => usdCell(burn.last_7_days_nano_usd),
  },
  {
    name: "left_usd_per_day",
    heading: "A day, left",
    kind: "figure",
    value: ({ burn }) => burn.left_per_day_nano_usd,
    text: ({ burn }) => money(burn.left_per_day_nano_usd),
    filed: ({ burn }) => usdCell(burn.left_per_day_nano_usd),
  },
  {
    name: "variance_usd",
    heading: "Against plan",
    kind: "figure",
    value: (row) => row.variance_nano_usd,
    text: ({ variance_nano_usd: by }) =>
      by === null ? UNKNOWN : `${money(Math.abs(by))} ${by > 0 ? "over" : "under"}`,
    filed: (row) => usdCell(row.variance_nano_usd),
  },
  {
    name: "exhausted_on",
    heading: "Spent by",
    kind: "words",
    value: exhausted,
    filed: ({ exhaustion }) => exhaustion?.median ?? null,
    note: exhaustedNote,
  },
  {
    name: "chance_exceeded",
    kind: "figure",
    value: ({ exhaustion }) => exhaustion?.chance ?? null,
  },
  { name: "reached", heading: "Reached", kind: "words", value: reachedText },
];
