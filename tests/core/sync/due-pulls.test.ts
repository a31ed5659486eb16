import { describe, expect, it } from "vitest";
import { duePulls } from "#core/sync/due-pulls.ts";
import { aPullRecord } from "../../builders.ts";

const TODAY = "2026-11-20";
const due = (touched: number[], ...known: ReturnType<typeof aPullRecord>[]) =>
  duePulls(touched, known, new Set([77]), TODAY);
const open = (observed_on: string) =>
  aPullRecord({ number: 1, state: "open", merged_at: null, closed_at: null, observed_on });
const closed = (closed_at: string, observed_on: string) => aPullRecord({ number: 1, closed_at, observed_on });

describe("pull requests to be asked for", () => {
  it("are those not known, the newest first", () => {
    expect(due([3, 8, 5], aPullRecord({ number: 5 }))).toEqual([8, 3]);
  });

  it("are none of which nobody will know what became of them", () => {
    expect(due([76, 77], aPullRecord({ number: 77, state: "open", observed_on: "2026-11-01" }))).toEqual([
      76,
    ]);
  });

  it("are open ones once a day", () => {
    expect(due([], open("2026-11-19"))).toEqual([1]);
    expect(due([1], open(TODAY))).toEqual([]);
  });

  it("are closed ones once more, two weeks after they were closed", () => {
    expect(due([1], closed("2026-11-08T10:00:00Z", "2026-11-08"))).toEqual([]);
    expect(due([1], closed("2026-11-06T10:00:00Z", "2026-11-06"))).toEqual([1]);
    expect(due([1], closed("2026-11-01T10:00:00Z", "2026-11-17"))).toEqual([]);
  });
});
