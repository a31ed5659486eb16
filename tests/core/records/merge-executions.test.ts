import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { StoredEvent } from "#core/records/event.ts";
import type { Execution } from "#core/records/execution.ts";
import { mergeEvents } from "#core/records/merge-events.ts";
import { mergeExecutions } from "#core/records/merge-executions.ts";
import { reapply } from "#core/records/reapply.ts";
import { eventShardTexts, executionShardTexts } from "#core/records/shard.ts";
import { anExecution } from "../../builders.ts";

const DAY = "2026-11-20";

const execution = fc
  .record({
    execution_id: fc.constantFrom("00000000000000e1", "00000000000000e2"),
    run_id: fc.integer({ min: 1, max: 2 }),
    turns: fc.constantFrom(null, 3),
    truncated: fc.constantFrom<string[]>([], ["steps: 12 more"]),
    source: fc.record({
      importer: fc.constant("codex-rollout"),
      version: fc.integer({ min: 1, max: 2 }),
      rank: fc.constantFrom(10, 90),
      file: fc.constant(null),
    }),
  })
  .map(anExecution);
const executions = fc.array(execution, { maxLength: 6 });
const merge = (...lists: Execution[][]) =>
  lists.reduce((merged, list) => mergeExecutions(merged, list).executions, [] as Execution[]);

describe("merging executions", () => {
  it("gives the same whatever came first, and changes nothing when there is nothing new", () => {
    fc.assert(
      fc.property(executions, executions, executions, (a, b, c) => {
        expect(merge(a, b, c)).toEqual(merge(c, merge(b, a)));
        expect(mergeExecutions(merge(a, b), a)).toEqual({ executions: merge(a, b), changed: false });
      }),
    );
  });

  it("lets no run change a byte of another run's record, whatever it calls its own", () => {
    fc.assert(
      fc.property(executions, executions, (some, others) => {
        const victims = some.map((one) => ({ ...one, run_id: 7 }));
        const attackers = others.map((one) => ({ ...one, trust: "fork" as const }));
        const before = JSON.stringify(merge(victims));
        const after = merge(attackers, victims, attackers).filter(({ run_id }) => run_id === 7);
        expect(JSON.stringify(after)).toBe(before);
      }),
    );
  });

  it("believes the agent's own file rather than the job's log", () => {
    const source = { importer: "job-log", version: 9, rank: 10, file: null };
    const [scraped, told] = [anExecution({ source, turns: 9 }), anExecution({ turns: 3 })];
    expect(merge([told], [scraped])).toEqual([told]);
  });

  it("joins what two syncs imported at once", () => {
    const [ours, theirs] = [anExecution(), anExecution({ execution_id: "00000000000000e2" })];
    const texts = (execution: Execution) => executionShardTexts(DAY, [execution]);
    const file = { kind: "executions", day: DAY, part: 1 } as const;
    expect(reapply(file, new Map(), texts(ours), texts(theirs), "")).toEqual(
      executionShardTexts(DAY, [ours, theirs]),
    );
  });
});

function anEvent(overrides: Partial<StoredEvent> = {}): StoredEvent {
  return StoredEvent.parse({
    event_id: "00000000000000f1",
    trust: "own",
    own_step: false,
    run_id: 1000,
    run_attempt: 1,
    type: "custom.deployed",
    timestamp: "2026-11-20T10:00:00Z",
    ...overrides,
  });
}

const event = fc
  .record({
    event_id: fc.constantFrom("00000000000000f1", "00000000000000f2"),
    timestamp: fc.constantFrom("2026-11-20T10:00:00Z", "2026-11-20T11:00:00Z"),
  })
  .map(anEvent);
const events = fc.array(event, { maxLength: 5 });

describe("recording events", () => {
  it("never changes or loses one that is stored", () => {
    fc.assert(
      fc.property(events, events, (before, after) => {
        const stored = mergeEvents([], before).events;
        const { events } = mergeEvents(stored, after);
        expect(events).toEqual(expect.arrayContaining(stored));
        expect(new Set(events.map(({ event_id }) => event_id)).size).toBe(events.length);
      }),
    );
  });

  it("keeps both where another run's event has the same id", () => {
    const [ours, theirs] = [anEvent({ run_id: 1 }), anEvent({ run_id: 2, trust: "fork" })];
    expect(mergeEvents(mergeEvents([], [theirs]).events, [ours]).events).toEqual([ours, theirs]);
  });

  it("joins what two syncs recorded at once", () => {
    const [ours, theirs] = [anEvent(), anEvent({ event_id: "00000000000000f2" })];
    const texts = (event: StoredEvent) => eventShardTexts(DAY, [event]);
    const file = { kind: "events", day: DAY, part: 1 } as const;
    expect(reapply(file, new Map(), texts(ours), texts(theirs), "")).toEqual(
      eventShardTexts(DAY, [ours, theirs]),
    );
  });
});
