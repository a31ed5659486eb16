import type { StoredEvent } from "#core/records/event.ts";

/** Adds events to a day. One that is stored is never changed: what was recorded once is what auditors see. Ids are their attempts'. */
export function mergeEvents(
  stored: readonly StoredEvent[],
  fresh: readonly StoredEvent[],
): { events: StoredEvent[]; changed: boolean } {
  const merged = new Map(stored.map((event) => [keyOf(event), event]));
  const before = merged.size;
  for (const event of [...fresh].sort(byText)) if (!merged.has(keyOf(event))) merged.set(keyOf(event), event);
  return { events: [...merged.values()].sort(byTime), changed: merged.size > before };
}

function keyOf({ run_id, run_attempt, event_id }: StoredEvent): string {
  return `${run_id}/${run_attempt}/${event_id}`;
}

function byTime(a: StoredEvent, b: StoredEvent): number {
  return compare(a.timestamp, b.timestamp) || compare(a.event_id, b.event_id) || compare(keyOf(a), keyOf(b));
}

function byText(a: StoredEvent, b: StoredEvent): number {
  return compare(JSON.stringify(a), JSON.stringify(b));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
