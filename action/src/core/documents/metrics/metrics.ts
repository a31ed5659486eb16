import * as z from "zod";
import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import { grouped } from "#core/attempts/grouped.ts";
import { byPeriod, perPeriod } from "#core/attempts/per-period.ts";
import { bucketOf, type Period, type PeriodName, periodAt } from "#core/attempts/period.ts";
import type { ReportedEvents } from "#core/documents/events/reported-events.ts";
import { Stretch, stretchOf } from "#core/documents/figures/buckets.ts";
import { type MetricTally, metricTally } from "#core/documents/metrics/metric-tally.ts";
import { type Telling, tellingOf, tellingsOf } from "#core/documents/metrics/telling.ts";
import { compare } from "#core/records/order.ts";
import { UserMetric } from "#core/records/user-metric.ts";
import { Utc } from "#core/time.ts";

const Count = z.number().int();
const Value = z.number().nullable();

/** A number of the users' own in one period; its labels stand in its name, as Prometheus writes them. Names and units are text of strangers. */
export const MetricRow = z.strictObject({
  name: z.string(),
  kind: UserMetric.shape.kind,
  unit: z.string().nullable(),
  /** Executions that told it, and events outside of any. */
  told: Count,
  /** What mean is of: a histogram's values, else `told`. */
  values: Count,
  /** What counts most: a counter's sum, a gauge's last value, a histogram's mean. */
  value: Value,
  /** Null for gauges. */
  sum: Value,
  /** Null for histograms. */
  last: Value,
  last_at: Utc.nullable(),
  mean: Value,
  /** Of a counter: the least that one execution counted. */
  min: Value,
  max: Value,
  /** Of histograms that were all told in the same ones; null for others. */
  buckets: UserMetric.shape.buckets,
  /** A counter's sum, else the mean; null where nobody told it. */
  trend: z.array(z.strictObject({ start: Utc, value: Value, told: Count })),
  /** Most tellings first, at most ten; null: no agent told it. */
  agents: z.array(z.strictObject({ agent: z.string().nullable(), told: Count, value: Value })),
});
export type MetricRow = z.infer<typeof MetricRow>;

export const MetricsDocument = z.strictObject({
  period: Stretch,
  /** Most told first; only those told in the period. */
  metrics: z.array(MetricRow),
  /** Names beyond the first 200, which are not looked at. */
  left_out: Count,
  /** Older `custom.metric` events outside of any execution that are not looked at. */
  left_out_events: Count,
});
export type MetricsDocument = z.infer<typeof MetricsDocument>;

/** Anybody can make up names in telemetry. */
const MOST_METRICS = 200;
const MOST_AGENTS = 10;

type Metric = Pick<MetricRow, "name" | "kind" | "unit">;

/** Counters, gauges and histograms that agents and programs told, of every period. */
export function metricsFold(
  context: Context,
  { metrics: reported }: ReportedEvents,
): Fold<Record<PeriodName, MetricsDocument>> {
  const periods = byPeriod(context, (name) => periodAt(name, context.now));
  const earliest = Object.values(periods).reduce(
    (first, { from }) => (from < first ? from : first),
    context.now,
  );
  const metrics = grouped(MOST_METRICS, (key: string) => {
    const [name, kind, unit] = JSON.parse(key) as [string, Metric["kind"], string | null];
    return {
      metric: { name, kind, unit },
      ...perPeriod(context, (period) => metricPeriod(period, kind)),
    };
  });

  function add(telling: Telling): void {
    const { name, kind, unit, at } = telling;
    if (at >= earliest) metrics.of(JSON.stringify([name, kind, unit]))?.add(telling);
  }

  /** Events recorded before they said whose they are get it of their run. */
  const forks = new Set<number | null>();
  function addEvents(): void {
    for (const event of reported.list) {
      const telling = forks.has(event.run_id) ? null : tellingOf(event);
      if (telling !== null) add(telling);
    }
  }
  return {
    add(attempt) {
      const { run } = attempt;
      if (run.from_fork && context.config.telemetry.forks !== "admit") forks.add(run.id);
      for (const telling of tellingsOf(attempt)) add(telling);
    },
    finish() {
      addEvents();
      const finished = [...metrics.groups.values()].map(({ metric, finish }) => ({
        metric,
        figures: finish((of) => of.finish()),
      }));
      return byPeriod(context, (name) => ({
        period: stretchOf(periods[name]),
        metrics: finished
          .map(({ metric, figures }) => ({ ...metric, ...figures[name] }))
          .filter((row) => row.told > 0)
          .sort((a, b) => b.told - a.told || compare(a.name, b.name) || compare(a.kind, b.kind)),
        left_out: metrics.leftOut.size,
        left_out_events: reported.left_out,
      }));
    },
  };
}

type MetricPeriod = {
  add(telling: Telling): void;
  finish(): Omit<MetricRow, "name" | "kind" | "unit">;
};

function metricPeriod(period: Period, kind: MetricRow["kind"]): MetricPeriod {
  const whole = metricTally(kind);
  const buckets = new Map<number, MetricTally>();
  const agents = new Map<string | null, MetricTally>();
  return {
    add(telling) {
      const index = bucketOf(period, telling.at);
      if (index < 0) return;
      const bucket = buckets.get(index) ?? metricTally(kind);
      const agent = agents.get(telling.agent) ?? metricTally(kind);
      buckets.set(index, bucket);
      agents.set(telling.agent, agent);
      for (const tally of [whole, bucket, agent]) tally.add(telling);
    },
    finish: () => ({
      ...whole.finish(),
      trend: period.buckets.map((start, index) => {
        const { sum, mean, told = 0 } = buckets.get(index)?.finish() ?? {};
        return { start, value: (kind === "counter" ? sum : mean) ?? null, told };
      }),
      agents: [...agents]
        .map(([agent, tally]) => ({ agent, tally: tally.finish() }))
        .map(({ agent, tally: { told, value } }) => ({ agent, told, value }))
        .sort((a, b) => b.told - a.told || compare(a.agent ?? "", b.agent ?? ""))
        .slice(0, MOST_AGENTS),
    }),
  };
}
