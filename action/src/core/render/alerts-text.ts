import { groupBy } from "#core/attempts/grouped.ts";
import { duration, moment, percent, plural } from "#core/format.ts";
import { type Alert, firedAt, firingSeconds, resolvedAt } from "#core/records/alert.ts";
import { SEVERITIES } from "#core/records/condition.ts";
import { type Column, figure, words } from "#core/render/columns/column.ts";
import { cell, columnGrid, painter } from "#core/render/terminal-grid.ts";
import { adviceOf, alertTitle, evidenceText } from "#core/render/words/alert-text.ts";
import { median } from "#core/statistics/distribution.ts";
import { DAY_SECONDS, type Utc } from "#core/time.ts";

const PAINTS = { critical: "red", warning: "yellow", notice: "grey" } as const;
const MOST_RUNS = 3;

/** What fires, the worst first, each with its evidence and what to do. */
export function firingText(alerts: readonly Alert[], now: Utc, colour: boolean): string {
  const paint = painter(colour);
  const firing = alerts
    .filter(({ state }) => state === "firing")
    .sort((a, b) => SEVERITIES.indexOf(b.condition.severity) - SEVERITIES.indexOf(a.condition.severity));
  const blocks = firing.map((alert) => {
    const { severity, runs } = alert.condition;
    const since = firedAt(alert);
    return [
      `${paint(PAINTS[severity], severity.padEnd(8))} ${paint("bold", cell(alertTitle(alert), 120))}  since ${moment(since)}`,
      `         ${cell(evidenceText(alert.condition), 200)}`,
      ...(runs.length === 0 ? [] : [`         runs ${runs.map(({ run_id }) => run_id).join(", ")}`]),
      `         ${paint("grey", adviceOf(alert))}`,
    ].join("\n");
  });
  return [...blocks, `${plural(firing.length, "alert")} firing at ${moment(now)}.`].join("\n\n");
}

/** A rule's alerts until the replay's end. */
type RuleReplayed = { rule: string; of: readonly Alert[]; to: Utc };

const REPLAYED: readonly Column<RuleReplayed>[] = [
  words("Rule", ({ rule }) => rule, "code"),
  figure("Fired", ({ of }) => of.length),
  figure(
    "Flapped",
    ({ of }) => of.filter(({ transitions }) => transitions.some(({ quiet }) => quiet)).length,
  ),
  figure("Median length", ({ of, to }) => median(of.map((alert) => firingSeconds(alert, to))), duration),
  figure(
    "Over in a day",
    ({ of, to }) => {
      const over = of.filter((alert) => resolvedAt(alert) !== null && firingSeconds(alert, to) < DAY_SECONDS);
      return of.length === 0 ? null : over.length / of.length;
    },
    percent,
  ),
  words("About", ({ of }) =>
    [...new Set(of.map(({ condition }) => condition.subject.name))].slice(0, MOST_RUNS).join(", "),
  ),
  words("Runs", ({ of }) =>
    of
      .flatMap(({ condition }) => condition.runs.slice(0, 1).map(({ run_id }) => run_id))
      .slice(-MOST_RUNS)
      .join(", "),
  ),
];

type Replayed = { from: Utc; to: Utc; evaluations: number; alerts: readonly Alert[] };

/** What would have fired, rule by rule: how often, how long, what soon mended itself, and which runs each pointed at. */
export function replayText({ from, to, evaluations, alerts }: Replayed): string {
  const rows = [...groupBy(alerts, ({ condition }) => condition.rule)].map(([rule, of]) => ({
    rule,
    of,
    to,
  }));
  return [
    ...(rows.length === 0 ? [] : [columnGrid(REPLAYED, rows, { paint: painter(false) })]),
    `${plural(alerts.length, "alert")} from ${moment(from)} to ${moment(to)}, judged ${plural(evaluations, "time")} by today's rules.`,
  ].join("\n\n");
}
