import { EventsDocument, eventsFold } from "#core/documents/events/events.ts";
import { NO_EVENTS } from "#core/documents/events/reported-events.ts";
import { declare } from "#core/documents/row/row.ts";
import { table } from "#core/render/api-file.ts";
import { EVENTS } from "#core/render/columns/reported.ts";

/** Shown on the Metrics page, and as flags on time axes. */
export const events = declare({
  name: "events",
  schema: { events: EventsDocument },
  needs: [],
  reads: ["events"],
  fold: ({ context, events: reported }) => eventsFold(context, reported ?? NO_EVENTS),
  *files({ events: made }: { events: EventsDocument }, json) {
    const about = "The users' own events of the last 90 days";
    yield json("events.json", "events", about, made, made.events.length);
    yield table("events.csv", "The same as a table", EVENTS, made.events);
  },
});
