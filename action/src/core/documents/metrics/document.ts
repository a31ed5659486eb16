import type { PeriodName } from "#core/attempts/period.ts";
import { NO_EVENTS } from "#core/documents/events/reported-events.ts";
import { MetricsDocument, metricsFold } from "#core/documents/metrics/metrics.ts";
import { type MetricsMade, metricsPage } from "#core/documents/metrics/page.ts";
import { inPeriods } from "#core/documents/row/places.ts";
import { declare } from "#core/documents/row/row.ts";
import { inEveryPeriod, table, withPeriod } from "#core/render/api-file.ts";
import { byPeriod } from "#core/render/api-json.ts";
import { METRICS } from "#core/render/columns/reported.ts";

export const metrics = declare({
  name: "metrics",
  schema: { metrics: byPeriod(MetricsDocument) },
  needs: [],
  reads: ["events"],
  fold: ({ context, events }) => metricsFold(context, events ?? NO_EVENTS),
  navigation: { label: "Metrics", path: "metrics/", place: 16, more: true },
  pages: {
    "metrics/index": (made: MetricsMade) => inPeriods("metrics/", (period) => metricsPage(made, period)),
  },
  *files({ metrics: made }: { metrics: Record<PeriodName, MetricsDocument> }, json) {
    const rows = inEveryPeriod((period) => made[period].metrics);
    yield json("metrics.json", "metrics", "The users' own metrics, every period", made, rows.length);
    yield table("metrics.csv", "The same as a table", withPeriod(METRICS), rows);
  },
});
