import { groupBy } from "#core/attempts/grouped.ts";
import { count, duration, moment, percent, plural } from "#core/format.ts";
import { type Alert, firedAt, firingSeconds, resolvedAt } from "#core/records/alert.ts";
import { SEVERITIES } from "#core/records/condition.ts";
import { cell, grid, painter } from "#core/render/terminal-grid.ts";
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

type Replayed = { from: Utc; to: Utc; evaluations: number; alerts: readonly Alert[] };

/** What would have fired, rule by rule: how often, how long, what soon mended itself, and which runs each pointed at. */
export function replayText({ from, to, evaluations, alerts }: Replayed): string {
  const rows = [...groupBy(alerts, ({ condition }) => condition.rule)].map(([rule, of]) => {
    const lengths = of.map((alert) => firingSeconds(alert, to));
    const over = of.filter((alert) => resolvedAt(alert) !== null);
    const soon = over.filter((alert) => firingSeconds(alert, to) < DAY_SECONDS);
    const runs = of.flatMap(({ condition }) => condition.runs.slice(0, 1).map(({ run_id }) => run_id));
    return [
      rule,
      count(of.length),
      count(of.filter(({ transitions }) => transitions.some(({ quiet }) => quiet)).length),
      duration(median(lengths)),
      percent(of.length === 0 ? null : soon.length / of.length),
      cell(
        [...new Set(of.map(({ condition }) => condition.subject.name))].slice(0, MOST_RUNS).join(", "),
        60,
      ),
      runs.slice(-MOST_RUNS).join(", "),
    ];
  });
  const head = ["Rule", "Fired", "Flapped", "Median length", "Over in a day", "About", "Runs"];
  return [
    ...(rows.length === 0 ? [] : [grid(head, rows)]),
    `${plural(alerts.length, "alert")} from ${moment(from)} to ${moment(to)}, judged ${plural(evaluations, "time")} by today's rules.`,
  ].join("\n\n");
}
