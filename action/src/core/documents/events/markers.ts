import { bucketOf, type Period } from "#core/attempts/period.ts";
import { raise } from "#core/counts.ts";
import type { EventRow, EventsDocument } from "#core/documents/events/events.ts";

/** One flag on a time axis. */
export type Marker = {
  /** From 1, in the order of time. */
  number: number;
  /** The buckets of the axis it stands for, ascending: more than one where flags would overlap. */
  buckets: number[];
  /** Oldest first, at most three. */
  events: EventRow[];
  /** How many more there are. */
  more: number;
};

export type Markers = {
  markers: Marker[];
  /** Events so frequent that they mark nothing: not drawn. Most frequent first. */
  routine: { type: string; n: number }[];
};

/** On a phone an axis has room for about so many flags. */
const MOST_FLAGS = 14;
/** What happens more often in a period is routine there. */
const MOST_OF_A_TYPE = 20;
const SHOWN = 3;

/** The events of a period as flags on its axis; those that would overlap are one. */
export function markersOf({ events }: EventsDocument, period: Period): Markers {
  const within = events.flatMap((event) => {
    const bucket = bucketOf(period, event.at);
    return bucket < 0 || !event.marks ? [] : [{ event, bucket }];
  });
  const counts = new Map<string, number>();
  for (const { event } of within) raise(counts, event.type);
  const gap = Math.ceil(period.buckets.length / MOST_FLAGS);
  const groups: { buckets: Set<number>; first: number; events: EventRow[] }[] = [];
  for (const { event, bucket } of within.toReversed()) {
    if ((counts.get(event.type) ?? 0) > MOST_OF_A_TYPE) continue;
    const last = groups.at(-1);
    if (last !== undefined && bucket - last.first < gap) {
      last.buckets.add(bucket);
      last.events.push(event);
    } else groups.push({ buckets: new Set([bucket]), first: bucket, events: [event] });
  }
  return {
    markers: groups.map(({ buckets, events: of }, index) => ({
      number: index + 1,
      buckets: [...buckets],
      events: of.slice(0, SHOWN),
      more: Math.max(0, of.length - SHOWN),
    })),
    routine: [...counts]
      .filter(([, n]) => n > MOST_OF_A_TYPE)
      .map(([type, n]) => ({ type, n }))
      .sort((a, b) => b.n - a.n || (a.type < b.type ? -1 : 1)),
  };
}
