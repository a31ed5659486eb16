import type { Calendar } from "#core/documents/costs/calendar.ts";
import type { CostsDocument } from "#core/documents/costs/costs.ts";
import type { Markers } from "#core/documents/events/markers.ts";
import type { WorkflowRow } from "#core/documents/workflows/workflows.ts";

/** What the Costs page shows of one period; the calendar is of everything stored, workflows are for their links. */
export type CostsPage = {
  costs: CostsDocument;
  calendar: Calendar;
  workflows: WorkflowRow[];
  markers: Markers;
};
