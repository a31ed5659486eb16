import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAttempt } from "#core/attempts/attempt.ts";
import { reportedEventsFold } from "#core/documents/events/reported-events.ts";
import { metricsFold } from "#core/documents/metrics/metrics.ts";
import type { StoredEvent } from "#core/records/event.ts";
import type { UserMetric } from "#core/records/user-metric.ts";
import { bucketText } from "#core/render/words/metric.ts";
import { anEvent, anExecution, aRunRecord } from "../../../builders.ts";
import { aContext, NOW } from "../contexts.ts";

function aMetric(over: Partial<UserMetric>): UserMetric {
  return {
    ...{ name: "depth", kind: "gauge", unit: null, labels: {}, value: 1, count: 1 },
    ...{ min: null, max: null, buckets: null },
    ...over,
  };
}

type Telling = { at: string; agent?: string; metrics: UserMetric[] };

function metrics(tellings: readonly Telling[], events: readonly StoredEvent[] = []) {
  const reported = reportedEventsFold(NOW);
  reported.add(events);
  const fold = metricsFold(aContext(), reported.finish());
  tellings.forEach(({ at, agent = "planner", metrics: of }, index) => {
    const run = aRunRecord({ id: index + 1, created_at: at });
    const executions = [anExecution({ agent_id: agent, metrics: of })];
    fold.add(readAttempt(run, { reading: null, executions }, aContext()));
  });
  return fold.finish();
}

describe("the users' own metrics", () => {
  it("adds up the buckets of a histogram where all of it was told in the same ones", () => {
    const at = "2026-11-19T09:00:00Z";
    const wait = (...counts: number[]) =>
      aMetric({
        ...{ name: "wait", kind: "histogram", unit: "s", labels: { queue: "high" } },
        buckets: counts.map((count, index) => ({
          le: index === counts.length - 1 ? null : index + 1,
          count,
        })),
      });
    const reported = (...all: UserMetric[]) =>
      metrics(all.map((metric) => ({ at, metrics: [metric] })))["7d"].metrics;
    const [same] = reported(wait(3, 0, 1), wait(1, 2, 0));
    expect(same?.name).toBe('wait{queue="high"}');
    expect(same?.buckets).toEqual([
      { le: 1, count: 4 },
      { le: 2, count: 2 },
      { le: null, count: 1 },
    ]);
    expect(bucketText(same?.buckets ?? [], "s")).toBe("≤ 1 s: 4, ≤ 2 s: 2, above: 1");
    expect(reported(wait(3, 0, 1), wait(1, 2))[0]?.buckets).toBeNull();
    expect(reported(wait(3, 0, 1), { ...wait(), buckets: null }, wait(3, 0, 1))[0]?.buckets).toBeNull();
  });

  it("adds up counters, keeps a gauge's last value, and means histograms over their values", () => {
    const { "7d": week } = metrics([
      {
        at: "2026-11-19T09:00:00Z",
        metrics: [
          aMetric({ name: "tickets", kind: "counter", value: 5, count: 3 }),
          aMetric({ value: 7, min: 2, max: 9, count: 4 }),
          aMetric({ name: "wait", kind: "histogram", unit: "s", value: 30, count: 3, min: 4, max: 20 }),
        ],
      },
      {
        at: "2026-11-19T07:00:00Z",
        agent: "triage",
        metrics: [
          aMetric({ name: "tickets", kind: "counter", value: 11, count: 1 }),
          aMetric({ value: 3 }),
          aMetric({ name: "wait", kind: "histogram", unit: "s", value: 10, count: 1, min: 10, max: 10 }),
        ],
      },
    ]);
    const [depth, tickets, wait] = week.metrics;
    expect(tickets).toMatchObject({ value: 16, sum: 16, mean: 8, min: 5, max: 11, told: 2, last: 5 });
    expect(depth).toMatchObject({ value: 7, sum: null, mean: 5, min: 2, max: 9, last: 7 });
    expect(wait).toMatchObject({ unit: "s", value: 10, sum: 40, values: 4, min: 4, max: 20, last: null });
    expect(tickets?.agents).toEqual([
      { agent: "planner", told: 1, value: 5 },
      { agent: "triage", told: 1, value: 11 },
    ]);
    const reported = tickets?.trend.filter((bucket) => bucket.told > 0);
    expect(reported).toEqual([{ start: "2026-11-19T06:00:00Z", value: 16, told: 2 }]);
    expect(tickets?.trend[0]?.value).toBeNull();
  });

  it("takes metrics that no execution told, and passes over what is none", () => {
    const metric = (attributes: StoredEvent["attributes"], id: string) =>
      anEvent({ type: "custom.metric", attributes, event_id: id.padStart(16, "0") });
    const { "24h": day } = metrics(
      [],
      [
        metric({ name: "coverage", value: 0.8, kind: "gauge", unit: "1" }, "1"),
        metric({ name: "coverage" }, "2"),
        metric({ value: 3 }, "3"),
      ],
    );
    expect(day.metrics).toMatchObject([
      { name: "coverage", unit: "1", value: 0.8, told: 1, agents: [{ agent: null }] },
    ]);
  });

  it("keeps a name of another kind or unit apart, names of prototypes too", () => {
    const { "7d": week } = metrics([
      {
        at: "2026-11-20T09:00:00Z",
        metrics: [
          aMetric({ name: "__proto__" }),
          aMetric({ name: "constructor", unit: "toString" }),
          aMetric({ name: "constructor", unit: "s" }),
          aMetric({ name: "constructor", kind: "counter" }),
        ],
      },
    ]);
    expect(week.metrics.map(({ name, told }) => [name, told])).toEqual([
      ["__proto__", 1],
      ["constructor", 1],
      ["constructor", 1],
      ["constructor", 1],
    ]);
  });

  it("looks at 200 names, and says how many it does not", () => {
    const forged = Array.from({ length: 203 }, (_, index) => aMetric({ name: `m${index}` }));
    const { "90d": quarter } = metrics([{ at: "2026-11-20T09:00:00Z", metrics: forged }]);
    expect([quarter.metrics.length, quarter.left_out]).toEqual([200, 3]);
  });

  it("has the same sum in its buckets and agents as in all, whatever is told", () => {
    const telling = fc.record({
      hours: fc.integer({ min: 0, max: 24 * 29 }),
      agent: fc.constantFrom("a", "b", "c"),
      value: fc.integer({ min: 0, max: 1000 }),
    });
    fc.assert(
      fc.property(fc.array(telling, { minLength: 1, maxLength: 40 }), (list) => {
        const { "30d": month } = metrics(
          list.map(({ hours, agent, value }) => ({
            at: new Date(Date.parse(NOW) - (hours + 1) * 3_600_000).toISOString().replace(".000", ""),
            agent,
            metrics: [aMetric({ kind: "counter", value })],
          })),
        );
        const [row] = month.metrics;
        const sum = (values: readonly (number | null)[]) =>
          values.reduce<number>((all, value) => all + (value ?? 0), 0);
        expect(sum(row?.trend.map(({ value }) => value) ?? [])).toBe(row?.sum);
        expect(sum(row?.agents.map(({ value }) => value) ?? [])).toBe(row?.sum);
        expect(row?.sum).toBe(sum(list.map(({ value }) => value)));
      }),
    );
  });
});
