import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergePulls, type Pull } from "#core/records/pull.ts";
import { reapply } from "#core/records/reapply.ts";
import { pullShardText } from "#core/records/shard.ts";
import { aPullRecord } from "../../builders.ts";

const pulls = fc.array(
  fc
    .record({
      number: fc.integer({ min: 1, max: 2 }),
      observed_on: fc.constantFrom("2026-11-19", "2026-11-20"),
      updated_at: fc.constantFrom("2026-11-12T00:00:00Z", "2026-11-13T00:00:00Z"),
      reverted_by: fc.constantFrom(null, 9),
    })
    .map((over) => aPullRecord(over)),
  { maxLength: 6 },
);
const merge = (...lists: (readonly Pull[])[]) =>
  lists.reduce<Pull[]>((merged, list) => mergePulls(merged, list).pulls, []);

describe("merging pull requests", () => {
  it("gives the same whatever came first, and changes nothing when there is nothing new", () => {
    fc.assert(
      fc.property(pulls, pulls, pulls, (a, b, c) => {
        expect(merge(a, b, c)).toEqual(merge(c, merge(b, a)));
        expect(mergePulls(merge(a, b), a)).toEqual({ pulls: merge(a, b), changed: false });
      }),
    );
  });

  it("re-applies what another sync stored meanwhile", () => {
    const path = "pulls/2026-11.json";
    const texts = (...list: Pull[]) => new Map([[path, pullShardText("2026-11", list)]]);
    const open = aPullRecord({ number: 2, state: "open", merged_at: null, observed_on: "2026-11-19" });
    const merged = { ...open, state: "merged" as const, observed_on: "2026-11-20" };
    const other = aPullRecord({ number: 1 });
    const file = { kind: "pulls", month: "2026-11" } as const;
    expect(reapply(file, texts(open), texts(merged), texts(other, open), "theirs ")).toEqual(
      texts(other, merged),
    );
  });
});
