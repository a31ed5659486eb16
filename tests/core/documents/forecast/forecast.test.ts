import { describe, expect, it } from "vitest";
import { attemptReader } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import { Config } from "#core/config.ts";
import { costsFold } from "#core/documents/costs/costs.ts";
import { ForecastDocument } from "#core/documents/forecast/forecast.ts";
import { money } from "#core/format.ts";
import type { Run } from "#core/records/run.ts";
import { foreseenText, methodText } from "#core/render/words/forecast-text.ts";
import { addDays } from "#core/time.ts";
import { aJobRecord, aRepositoryRecord, aRunRecord, aState } from "../../../builders.ts";
import { aContext, built } from "../contexts.ts";

const USD = 1_000_000_000;
const since = (from: string) => aState({ covered: { from, to: "2026-11-20T12:00:00Z" } });

/** A run a day at ten, of 20 minutes on a runner that is paid: $0.12. */
function daily(first: string, days: number, over: (index: number) => Partial<Run> = () => ({})): Run[] {
  return Array.from({ length: days }, (_, index) => {
    const created_at = `${addDays(first, index)}T10:00:00Z`;
    const jobs = [aJobRecord({ created_at, duration_seconds: 1200 })];
    return aRunRecord({ id: index + 1, created_at, jobs, ...over(index) });
  });
}

/** A private repository, whose minutes cost something. */
function paid(over: Partial<Context> = {}): Context {
  const repository = aRepositoryRecord({ visibility: "private" });
  return aContext({ repository, state: since("2026-09-20T00:00:00Z"), ...over });
}

function forecastOf(runs: readonly Run[], over: Partial<Context> = {}): ForecastDocument {
  const context = paid(over);
  const read = attemptReader(context);
  const attempts = runs.map((run) => read(run));
  return ForecastDocument.parse(built(["forecast"], attempts, context).forecast);
}

describe("where the month will end", () => {
  it("is what is spent and what the days left will add", () => {
    const { spend, month } = forecastOf(daily("2026-09-21", 61));
    expect(month).toMatchObject({ key: "2026-11", start: "2026-11-01T00:00:00Z", timezone: "UTC" });
    expect(spend.so_far).toBe(20 * 0.12 * USD);
    expect(spend.foreseen).toMatchObject({ days: 56, rough: false, shift: null });
    expect((spend.foreseen?.total.median ?? 0) / USD).toBeCloseTo(30 * 0.12, 1);
  });

  it("begins with what the Costs page says of the month", () => {
    const context = paid();
    const runs = daily("2026-09-21", 61);
    const read = attemptReader(context);
    const costs = costsFold(context);
    for (const run of runs) costs.add(read(run));
    const november = costs.finish().calendar.months.find(({ start }) => start === "2026-11");
    expect(forecastOf(runs).spend.so_far).toBe(november?.spend.total_nano_usd);
  });

  it("is refused where too few days are known, and says why", () => {
    const { spend } = forecastOf(daily("2026-11-16", 5), { state: since("2026-11-15T08:00:00Z") });
    expect(foreseenText(spend, money)).toBe(
      "$0.60 so far. No forecast: 4 complete days are known, and a forecast needs 7.",
    );
    expect(methodText(spend)).toBeNull();
  });

  it("tells when the level changed", () => {
    const grown = daily("2026-09-21", 61).flatMap((run, index) =>
      Array.from({ length: index < 56 ? 1 : 4 }, (_, n) => ({ ...run, id: run.id * 10 + n })),
    );
    const { spend } = forecastOf(grown);
    expect(spend.foreseen?.shift?.day).toBe("2026-11-16");
    expect(methodText(spend)).toContain("The level changed about 2026-11-16");
  });

  it("tells how the same method did before", () => {
    const { spend } = forecastOf(daily("2026-09-21", 61));
    expect(spend.foreseen?.back_test).toMatchObject({ horizon: 11, covered95: 1 });
    expect(methodText(spend)).toMatch(
      /^From 56 complete days, weekends at .* Tried from each of \d+ days before/,
    );
  });

  it("counts no run that has not ended", () => {
    const going = daily("2026-11-20", 1, () => ({ status: "in_progress", conclusion: null, jobs: null }));
    expect(forecastOf(going).spend.so_far).toBe(0);
  });
});

describe("the next seven days", () => {
  const NOISY = (index: number): Partial<Run> => ({
    conclusion: index % 5 === 0 ? "failure" : "success",
    duration_seconds: 100 + (index % 10),
  });

  it("of a workflow are as many attempts as it has, with the success and the time they take", () => {
    const [row] = forecastOf(daily("2026-09-21", 61, NOISY)).next_week;
    expect(row).toMatchObject({ kind: "workflow", name: "CI", success: { n: 56 }, duration_p50: 105 });
    expect(row?.attempts?.median).toBeGreaterThanOrEqual(6);
    expect(row?.attempts?.median).toBeLessThanOrEqual(8);
    expect(row?.success_95?.low).toBeLessThan(0.8);
    expect(row?.success_95?.high).toBeGreaterThan(0.8);
  });

  it("are of a workflow and not of its names: one that is renamed goes by its newest", () => {
    const renamed = daily("2026-09-21", 61, (index) => ({
      workflow_id: 77,
      workflow_name: index < 30 ? "Old" : "New",
    }));
    expect(forecastOf(renamed).next_week).toMatchObject([
      { kind: "workflow", name: "New", success: { n: 56 } },
    ]);
  });

  it("leave out AgentOps' own", () => {
    const state = { ...since("2026-09-20T00:00:00Z"), own_workflow_id: 11 };
    expect(forecastOf(daily("2026-09-21", 61), { state }).next_week).toEqual([]);
  });

  it("tell no share of a handful", () => {
    const [row] = forecastOf(daily("2026-11-16", 4)).next_week;
    expect(row).toMatchObject({ success: { n: 4, enough: false }, success_95: null, duration_p50: null });
  });

  it("are of days where people live", () => {
    const config = Config.parse({ timezone: "Pacific/Apia" });
    expect(forecastOf(daily("2026-09-21", 61), { config }).month.start).toBe("2026-10-31T11:00:00Z");
  });
});
