import { type PeriodName, periodAt } from "#core/attempts/period.ts";
import type { EventsDocument } from "#core/documents/events/events.ts";
import { type Markers, markersOf } from "#core/documents/events/markers.ts";
import type { MetricsDocument } from "#core/documents/metrics/metrics.ts";

/** What the Metrics page shows of one period; the events are of 90 days. */
export type MetricsPage = { metrics: MetricsDocument; events: EventsDocument; markers: Markers };

export type MetricsMade = { metrics: Record<PeriodName, MetricsDocument>; events: EventsDocument };

export function metricsPage({ metrics, events }: MetricsMade, period: PeriodName): MetricsPage {
  const document = metrics[period];
  return { metrics: document, events, markers: markersOf(events, periodAt(period, document.period.to)) };
}
