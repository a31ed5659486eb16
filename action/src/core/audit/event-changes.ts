import { forgettingOf, withoutForgotten } from "#core/records/forget.ts";
import type { Forgotten } from "#core/records/forgotten.ts";
import { keyOf } from "#core/records/kind.ts";
import { KINDS, type Stored } from "#core/records/kinds.ts";
import type { ShardRecords } from "#core/records/parse-shard.ts";
import { eventsByAge } from "#core/records/retention.ts";

/** The events of one day before and after one commit. */
export type DayChange = {
  /** `octo-org/agent-fleet/events/2026-11-20.json`: the first file of the day. */
  path: string;
  before: ShardRecords<"events">;
  after: ShardRecords<"events">;
  /** What the records of the repository say was forgotten, as of the commit. */
  forgotten: Forgotten;
};

/** What became of lines that were there: `removed` and `changed` are not explained by anything. */
export type EventChanges = { added: number; removed: string[]; changed: string[]; explained: Explained[] };
type Explained = { what: string; lines: number };

type StoredEvent = Stored["events"];

/** Compares by what records say, not by bytes: a newer AgentOps writes older lines in its own form. */
export function eventChanges({ before, after, forgotten }: DayChange): EventChanges {
  const kind = KINDS.events;
  const now = new Map(after.records.map((record) => [keyOf(kind, record), record]));
  const changes: EventChanges = { added: 0, removed: [], changed: [], explained: [] };
  const reasons = new Map<string, number>();
  for (const record of before.records) {
    const key = keyOf(kind, record);
    const left = now.get(key) ?? null;
    now.delete(key);
    if (left !== null && same(left, record)) continue;
    const reason = whyLawful(record, left, forgotten);
    if (reason !== null) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    else (left === null ? changes.removed : changes.changed).push(key);
  }
  const unreadable = new Set(after.leftOut.map(({ text }) => text));
  for (const { text, key } of before.leftOut)
    if (!unreadable.has(text)) changes.removed.push(`${key ?? "a line"} (not readable)`);
  changes.added = now.size;
  changes.explained = [...reasons].map(([what, lines]) => ({ what, lines }));
  return changes;
}

/** What a line may lose: its texts by age, and what was forgotten with somebody's signature. */
function whyLawful(was: StoredEvent, is: StoredEvent | null, forgotten: Forgotten): string | null {
  const run = forgotten.runs.find(({ run_id }) => run_id === was.run_id);
  if (is === null) return run === undefined ? null : signed(`run ${run.run_id} was forgotten`, run);
  if (same(is, eventsByAge.without(was))) return "texts went by age (retention.telemetry-days)";
  const forgetting = forgettingOf({ runs: [], people: forgotten.people });
  const [person] = forgotten.people;
  if (forgetting === null || person === undefined) return null;
  const without = withoutForgotten("events", was, forgetting);
  return same(is, without) || (without !== null && same(is, eventsByAge.without(without)))
    ? signed("a person was forgotten", person)
    : null;
}

function signed(
  what: string,
  { on, reason, by }: Forgotten["people"][number] | Forgotten["runs"][number],
): string {
  return `${what} on ${on}${by === null ? "" : ` by ${by}`}: ${reason}`;
}

/** In whatever order their fields stand. */
function same(a: StoredEvent, b: StoredEvent | null): boolean {
  return JSON.stringify(KINDS.events.schema.parse(a)) === JSON.stringify(b && KINDS.events.schema.parse(b));
}
