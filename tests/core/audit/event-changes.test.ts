import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventChanges } from "#core/audit/event-changes.ts";
import { NOTHING_FORGOTTEN } from "#core/records/forgotten.ts";
import { KINDS } from "#core/records/kinds.ts";
import { mergeRecords } from "#core/records/merge-records.ts";
import { eventsByAge } from "#core/records/retention.ts";
import { OBSERVATIONS } from "../records/arbitraries.ts";

const observations = fc.array(OBSERVATIONS.events, { maxLength: 6 });
const merged = (
  ...lists: (typeof KINDS.events extends { merge(a: infer R, b: never): unknown } ? R : never)[][]
) => lists.reduce((stored, fresh) => mergeRecords(KINDS.events, stored, fresh).records, []);
const changes = (before: ReturnType<typeof merged>, after: ReturnType<typeof merged>) =>
  eventChanges({
    path: "o/r/events/2026-11-20.json",
    before: { records: before, leftOut: [] },
    after: { records: after, leftOut: [] },
    forgotten: NOTHING_FORGOTTEN,
  });

describe("what a commit did to events", () => {
  it("is never a finding where records were only merged, whoever came first", () => {
    fc.assert(
      fc.property(observations, observations, observations, (a, b, c) => {
        const stored = merged(a);
        const after = merged(merged(stored, b), merged(stored, c));
        expect(changes(stored, after)).toMatchObject({ removed: [], changed: [], explained: [] });
        expect(changes(stored, after).added).toBe(after.length - stored.length);
      }),
    );
  });

  it("names every line that is missing or says something else", () => {
    fc.assert(
      fc.property(observations, fc.nat(), fc.boolean(), (seen, which, isRemoved) => {
        const stored = merged(seen);
        if (stored.length === 0) return;
        const at = which % stored.length;
        const after = stored.flatMap((event, index) =>
          index !== at ? [event] : isRemoved ? [] : [{ ...event, status: "altered" }],
        );
        const { removed, changed } = changes(stored, after);
        expect([removed.length, changed.length]).toEqual(isRemoved ? [1, 0] : [0, 1]);
      }),
    );
  });

  it("is explained where texts alone went by age", () => {
    const event = { ...fc.sample(OBSERVATIONS.events, 1)[0], content: "said" } as never;
    const { changed, explained } = changes([event], [eventsByAge.without(event)]);
    expect([changed, explained]).toEqual([[], [{ what: expect.stringContaining("by age"), lines: 1 }]]);
  });
});
