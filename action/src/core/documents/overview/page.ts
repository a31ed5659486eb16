import { type PeriodName, periodAt } from "#core/attempts/period.ts";
import type { EventsDocument } from "#core/documents/events/events.ts";
import { type Markers, markersOf } from "#core/documents/events/markers.ts";
import type { OverviewDocument } from "#core/documents/overview/overview.ts";
import type { Recommendation } from "#core/documents/recommendations/recommendation.ts";

/** What the Overview shows: its document, the recommendations that save most, and what happened meanwhile. */
export type OverviewPage = OverviewDocument & { recommendations: Recommendation[]; markers: Markers };

export type OverviewMade = {
  overview: Record<PeriodName, OverviewDocument>;
  recommendations: Recommendation[];
  events: EventsDocument;
};

const MOST_RECOMMENDATIONS = 3;

export function overviewPage(
  { overview, recommendations, events }: OverviewMade,
  period: PeriodName,
): OverviewPage {
  return {
    ...overview[period],
    recommendations: recommendations.slice(0, MOST_RECOMMENDATIONS),
    markers: markersOf(events, periodAt(period, overview[period].period.to)),
  };
}
