import { type PeriodName, periodAt } from "#core/attempts/period.ts";
import type { BudgetsDocument } from "#core/documents/budgets/budgets.ts";
import { type Outlook, outlookOf } from "#core/documents/budgets/outlook.ts";
import type { EventsDocument } from "#core/documents/events/events.ts";
import { type Markers, markersOf } from "#core/documents/events/markers.ts";
import type { ForecastDocument } from "#core/documents/forecast/forecast.ts";
import type { OverviewDocument } from "#core/documents/overview/overview.ts";
import type { Recommendation } from "#core/documents/recommendations/recommendation.ts";

/** What the Overview shows: its document, the advice that saves most, what happened meanwhile, and what is ahead. */
export type OverviewPage = OverviewDocument & {
  recommendations: Recommendation[];
  markers: Markers;
  outlook: Outlook;
};

export type OverviewMade = {
  overview: Record<PeriodName, OverviewDocument>;
  recommendations: Recommendation[];
  events: EventsDocument;
  budgets: BudgetsDocument;
  forecast: ForecastDocument;
};

const MOST_RECOMMENDATIONS = 3;

export function overviewPage(
  { overview, recommendations, events, budgets, forecast }: OverviewMade,
  period: PeriodName,
): OverviewPage {
  return {
    ...overview[period],
    recommendations: recommendations.slice(0, MOST_RECOMMENDATIONS),
    markers: markersOf(events, periodAt(period, overview[period].period.to)),
    outlook: outlookOf(budgets, forecast),
  };
}
