import { guiltyItems, type Piece } from "#core/attempts/pieces.ts";
import { NO_EVENTS } from "#core/documents/events/reported-events.ts";
import type { Sources } from "#core/documents/sources/sources.ts";

/** A list that documents are made from besides attempts, and the sources with another one in its place. */
type List<Item> = {
  kind: Piece["kind"];
  of(sources: Sources): readonly Item[];
  with(sources: Sources, items: readonly Item[]): Sources;
  keyOf(item: Item): string;
};

/**
 * The sources without what something breaks on, and what that was; the same sources where no list is to blame.
 *
 * @param breaks whether it breaks on these sources, without any attempt
 */
export function guiltySources(
  sources: Sources,
  breaks: (sources: Sources) => boolean,
): { sources: Sources; guilty: Piece[] } {
  if (!breaks(sources)) return { sources, guilty: [] };
  return (
    blamed(EVENTS, sources, breaks) ??
    blamed(GOVERNED, sources, breaks) ??
    blamed(METRICS, sources, breaks) ??
    blamed(PULLS, sources, breaks) ??
    blamed(JOURNAL, sources, breaks) ?? { sources, guilty: [] }
  );
}

function blamed<Item>(list: List<Item>, sources: Sources, breaks: (sources: Sources) => boolean) {
  const items = list.of(sources);
  if (items.length === 0 || breaks(list.with(sources, []))) return null;
  const alone = guiltyItems(items, (part) => breaks(list.with(sources, part)));
  const guilty = new Set(alone);
  const rest = list.with(
    sources,
    items.filter((item) => !guilty.has(item)),
  );
  if (alone.length > 0 && !breaks(rest))
    return { sources: rest, guilty: alone.map((item) => ({ kind: list.kind, key: list.keyOf(item) })) };
  return { sources: list.with(sources, []), guilty: [{ kind: list.kind, key: "all" }] };
}

type Event = NonNullable<Sources["events"]>["custom"]["list"][number];

function eventsOf(which: "custom" | "governed" | "metrics"): List<Event> {
  return {
    kind: "event",
    of: ({ events }) => events?.[which].list ?? [],
    with(sources, list) {
      const events = sources.events ?? NO_EVENTS;
      return { ...sources, events: { ...events, [which]: { ...events[which], list } } };
    },
    keyOf: ({ event_id }) => event_id,
  };
}

const EVENTS = eventsOf("custom");
const GOVERNED = eventsOf("governed");
const METRICS = eventsOf("metrics");

const PULLS: List<NonNullable<Sources["pulls"]>[number]> = {
  kind: "pull",
  of: ({ pulls }) => pulls ?? [],
  with: (sources, pulls) => ({ ...sources, pulls }),
  keyOf: ({ number }) => String(number),
};

const JOURNAL: List<Sources["journal"][number]> = {
  kind: "journal",
  of: ({ journal }) => journal,
  with: (sources, journal) => ({ ...sources, journal }),
  keyOf: ({ started_at }) => started_at,
};
