import { describe, expect, it } from "vitest";
import { readAttempt } from "#core/attempts/attempt.ts";
import { NO_FACTS } from "#core/attempts/facts.ts";
import { type PeriodName, periodAt } from "#core/attempts/period.ts";
import { eventsFold } from "#core/documents/events/events.ts";
import { markersOf } from "#core/documents/events/markers.ts";
import { reportedEventsFold } from "#core/documents/events/reported-events.ts";
import { anonymiseEvent } from "#core/records/anonymise.ts";
import type { StoredEvent } from "#core/records/event.ts";
import { eventWords } from "#core/render/words/event.ts";
import { addSeconds, DAY_SECONDS } from "#core/time.ts";
import { anEvent, aRunRecord } from "../../../builders.ts";
import { aContext, NOW } from "../contexts.ts";

let ids = 0;
function reported(hours: number, over: Partial<StoredEvent> = {}): StoredEvent {
  ids += 1;
  const timestamp = addSeconds(NOW, -hours * 3600);
  return anEvent({ event_id: ids.toString(16).padStart(16, "0"), timestamp, ...over });
}

function documentOf(events: readonly StoredEvent[]) {
  const fold = reportedEventsFold(NOW);
  for (const event of events) fold.add([event]);
  const document = eventsFold(aContext(), fold.finish());
  document.add(readAttempt(aRunRecord(), NO_FACTS, aContext()));
  return document.finish();
}

const markers = (events: readonly StoredEvent[], period: PeriodName) =>
  markersOf(documentOf(events), periodAt(period, NOW));

describe("the users' own events", () => {
  it("lists those of the last 90 days, newest first, with the run that told them", () => {
    const { events } = documentOf([
      reported(5, { attributes: { version: 3, hot: true } }),
      reported(1, { type: "custom.rollback", run_id: 77, agent_id: "steward", environment: "production" }),
      reported(91 * 24),
      reported(-1),
      reported(2, { type: "agent.policy.decision" }),
      reported(2, { type: "custom.score", attributes: { name: "s", score: 1 } }),
      reported(2, { type: "custom.metric", attributes: { name: "m", value: 1 } }),
    ]);
    expect(events).toMatchObject([
      { type: "custom.rollback", run_id: 77, run_number: null, agent: "steward", environment: "production" },
      {
        type: "custom.deployed",
        at: "2026-11-20T07:00:00Z",
        run_id: 1000,
        run_number: 7,
        workflow: "CI",
        attributes: [
          { name: "version", value: 3 },
          { name: "hot", value: true },
        ],
      },
    ]);
  });

  it("lists what policies decided and budgets reached, where our own step collected it, and marks no axis", () => {
    const decided = { type: "agent.policy.decision", policy_id: "paths", policy_result: "escalate" } as const;
    const { events, foreign } = documentOf([
      reported(3, { ...decided, own_step: true, tool_name: "Bash", attributes: null }),
      reported(2, {
        type: "agent.budget.threshold_hit",
        own_step: true,
        policy_id: "daily",
        attributes: { usd: 5 },
      }),
      reported(1, decided),
      reported(1, { ...decided, own_step: true, trust: "fork" }),
    ]);
    expect(events.map(({ type, policy, marks }) => [type, policy, marks])).toEqual([
      ["agent.budget.threshold_hit", { id: "daily", result: null, tool: null }, false],
      ["agent.policy.decision", { id: "paths", result: "escalate", tool: "Bash" }, false],
    ]);
    expect(foreign).toBe(0);
    expect(events.map(eventWords)).toEqual(["by daily, usd 5", "escalate by paths for Bash"]);
  });

  it("keeps the newest 2,000 and says how many are older, in whatever order the days come", () => {
    const many = Array.from({ length: 4500 }, (_, index) => reported(((index * 7919) % 4500) / 3 + 1));
    const { events, left_out } = documentOf(many);
    expect([events.length, left_out]).toEqual([2000, 2500]);
    const times = events.map(({ at }) => at);
    expect(times).toEqual(times.toSorted().reverse());
    expect(times.at(-1)).toBe(addSeconds(NOW, -Math.floor((1999 / 3 + 1) * 3600)));
  });

  it("marks the bucket it happened in, and only in periods that it is in", () => {
    const events = [reported(3 * 24), reported(40 * 24)];
    expect(markers(events, "24h").markers).toEqual([]);
    const [flag, ...others] = markers(events, "7d").markers;
    expect(others).toEqual([]);
    expect(flag).toMatchObject({ number: 1, buckets: [16], more: 0 });
    expect(markers(events, "90d").markers.map(({ number }) => number)).toEqual([1, 2]);
  });

  it("joins flags that would overlap, and never draws more than an axis has room for", () => {
    const close = markers(
      [reported(30), reported(29), reported(25), reported(2), reported(24.5), reported(24.2)],
      "30d",
    );
    expect(close.markers).toMatchObject([{ number: 1, events: [{}, {}, {}], more: 3 }]);
    const types = ["a", "b", "c", "d", "e", "f"].map((name) => `custom.${name}` as const);
    const daily = Array.from({ length: 89 }, (_, day) =>
      reported(day * 24 + 1, { type: types[day % 6] ?? "custom.a" }),
    );
    const drawn = markers(daily, "90d").markers;
    expect(drawn.length).toBeGreaterThan(8);
    expect(drawn.length).toBeLessThanOrEqual(14);
    const starts = drawn.map(({ buckets }) => buckets[0] ?? 0);
    for (const [index, start] of starts.entries())
      if (index > 0) expect(start - (starts[index - 1] ?? 0)).toBeGreaterThanOrEqual(7);
    const count = drawn.reduce((sum, { events, more }) => sum + events.length + more, 0);
    expect(count).toBe(89);
  });

  it("does not draw what happens all the time, and says so", () => {
    const often = Array.from({ length: 30 }, (_, hour) =>
      reported(hour * 4 + 1, { type: "custom.reaction" }),
    );
    const week = markers([...often, reported(50)], "7d");
    expect(week.routine).toEqual([{ type: "custom.reaction", n: 30 }]);
    expect(week.markers).toHaveLength(1);
    expect(markers(often, "24h").markers.length).toBeGreaterThan(0);
  });

  it("loses its texts and people on a redacted site, but no figure and no metric's name", () => {
    const attributes = { who: "mona did it", version: 3, hot: true };
    expect(
      anonymiseEvent(reported(1, { user_id: "mona", error_message: "secret", attributes })),
    ).toMatchObject({
      user_id: null,
      error_message: null,
      attributes: { version: 3, hot: true },
    });
    expect(anonymiseEvent(reported(1, { attributes })).attributes).not.toHaveProperty("who");
    const metric = { name: "m", value: 1, kind: "gauge", unit: "s", note: "by mona" };
    const { attributes: left } = anonymiseEvent(reported(1, { type: "custom.metric", attributes: metric }));
    expect(left).toEqual({ name: "m", value: 1, kind: "gauge", unit: "s" });
  });

  it("has a time of its own where the period's buckets are days", () => {
    const [flag] = markers([reported((5 * DAY_SECONDS) / 3600)], "30d").markers;
    expect(flag?.buckets).toEqual([25]);
  });
});
