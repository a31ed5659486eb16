import type { Drift } from "#core/documents/agents/drift.ts";
import { count, duration, money, percent, points, tokens, UNKNOWN } from "#core/format.ts";
import type { Column } from "#core/render/columns/column.ts";
import { words } from "#core/render/columns/column.ts";
import { MEASURES } from "#core/render/words/agent-drift.ts";
import type { Difference } from "#core/statistics/compare.ts";

/** A figure before and after, and the unit that it is shown in. */
type Compared = { name: string; unit: "share" | "seconds" | "nano" | "tokens"; difference: Difference };

const SHOW: Readonly<Record<Compared["unit"], (value: number | null) => string>> = {
  share: percent,
  seconds: duration,
  nano: money,
  tokens,
};

/** Every figure that an agent is watched by. */
export function driftRows(drift: readonly Drift[]): Compared[] {
  return drift.map(({ measure, ...difference }) => ({ ...MEASURES[measure], difference }));
}

function change(unit: Compared["unit"], value: number | null): string {
  if (value === null) return UNKNOWN;
  if (unit === "share") return points(value);
  if (value === 0) return "0";
  const amount = SHOW[unit](Math.abs(value));
  const sign = value > 0 ? "+" : "−";
  return amount.startsWith("< ") ? `< ${sign}${amount.slice(2)}` : `${sign}${amount}`;
}

const side = (heading: string, of: "before" | "after"): Column<Compared> => ({
  heading,
  kind: "figure",
  value: ({ difference }) => difference[of],
  text: ({ unit, difference }) => SHOW[unit](difference[of]),
  note: ({ difference }) => `of ${count(difference[`${of}_n`])}`,
});

/** Before, after, the difference with its interval, and a plain verdict. */
export const DIFFERENCES: readonly Column<Compared>[] = [
  words("What", (row) => row.name, "name"),
  side("Before", "before"),
  side("After", "after"),
  {
    heading: "Difference",
    kind: "figure",
    value: ({ difference }) => difference.difference,
    text: ({ unit, difference }) => change(unit, difference.difference),
  },
  {
    heading: "95 % interval",
    kind: "interval",
    value: ({ difference }) => difference.low,
    text: ({ unit, difference: { low, high } }) =>
      low === null ? UNKNOWN : `${change(unit, low)} to ${change(unit, high)}`,
    difference: (row) => row.difference,
  },
  {
    heading: "Verdict",
    kind: "prose",
    value: ({ difference }) => difference.verdict,
    tone: ({ difference: { verdict } }) => (verdict === "better" || verdict === "worse" ? verdict : null),
  },
];
