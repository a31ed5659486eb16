import type { StoredEvent } from "#core/records/event.ts";

/** Adds events to a day. One that is stored is never changed: what was recorded once is what auditors see. */
export function mergeEvents(
  stored: readonly StoredEvent[],
  fresh: readonly StoredEvent[],
): { events: StoredEvent[]; changed: boolean } {
  const merged = new Map(stored.map((event) => [event.event_id, event]));
  const before = merged.size;
  for (const event of [...fresh].sort(byText))
    if (!merged.has(event.event_id)) merged.set(event.event_id, event);
  return { events: [...merged.values()].sort(byTime), changed: merged.size > before };
}

function byTime(a: StoredEvent, b: StoredEvent): number {
  return compare(a.timestamp, b.timestamp) || compare(a.event_id, b.event_id);
}

function byText(a: StoredEvent, b: StoredEvent): number {
  return compare(JSON.stringify(a), JSON.stringify(b));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
