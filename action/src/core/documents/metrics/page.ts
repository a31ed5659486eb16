import type { EventsDocument } from "#core/documents/events/events.ts";
import type { Markers } from "#core/documents/events/markers.ts";
import type { MetricsDocument } from "#core/documents/metrics/metrics.ts";

/** What the Metrics page shows of one period; the events are of 90 days. */
export type MetricsPage = { metrics: MetricsDocument; events: EventsDocument; markers: Markers };
