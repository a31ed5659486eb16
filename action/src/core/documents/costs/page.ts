import { type PeriodName, periodAt } from "#core/attempts/period.ts";
import type { BudgetsDocument } from "#core/documents/budgets/budgets.ts";
import { type Outlook, outlookOf } from "#core/documents/budgets/outlook.ts";
import type { Calendar } from "#core/documents/costs/calendar.ts";
import type { CostDocuments, CostsDocument } from "#core/documents/costs/costs.ts";
import type { EventsDocument } from "#core/documents/events/events.ts";
import { type Markers, markersOf } from "#core/documents/events/markers.ts";
import type { ForecastDocument } from "#core/documents/forecast/forecast.ts";
import type { WorkflowRow, WorkflowsDocument } from "#core/documents/workflows/workflows.ts";

/** What the Costs page shows of one period; the calendar is of everything stored, workflows are for their links. */
export type CostsPage = {
  costs: CostsDocument;
  calendar: Calendar;
  workflows: WorkflowRow[];
  markers: Markers;
  outlook: Outlook;
};

export type CostsMade = {
  costs: CostDocuments;
  workflows: Record<PeriodName, WorkflowsDocument>;
  events: EventsDocument;
  budgets: BudgetsDocument;
  forecast: ForecastDocument;
};

export function costsPage(
  { costs, workflows, events, budgets, forecast }: CostsMade,
  period: PeriodName,
): CostsPage {
  const document = costs.periods[period];
  return {
    costs: document,
    calendar: costs.calendar,
    workflows: workflows[period].workflows,
    markers: markersOf(events, periodAt(period, document.period.to)),
    outlook: outlookOf(budgets, forecast),
  };
}
