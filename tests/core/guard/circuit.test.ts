import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attemptReader } from "#core/attempts/attempt.ts";
import { Config } from "#core/config.ts";
import { circuitOf, stateOf, type Trial, trialOf } from "#core/guard/circuit.ts";
import { addSeconds, type Utc } from "#core/time.ts";
import { aFinding, aReading, aRunRecord } from "../../builders.ts";
import { aContext } from "../documents/contexts.ts";

const START: Utc = "2026-11-20T00:00:00Z";
const minute = (minutes: number) => addSeconds(START, 60 * minutes);

/** Runs that each take a minute, told as `F` and `s` one after the other, so many minutes apart. */
function trials(told: string, every = 5): Trial[] {
  return [...told].map((outcome, index) => ({
    started: minute(index * every),
    ended: minute(index * every + 1),
    failed: outcome === "F",
    run_id: index + 1,
    signature: null,
  }));
}

const settings = (over: object = {}) => Config.parse({ guard: { circuit: over } }).guard.circuit;

describe("a circuit", () => {
  it("opens after five failures in a row, for an hour", () => {
    expect(circuitOf("a", trials("ssFFFF"), settings()).open_until).toBeNull();
    const circuit = circuitOf("a", trials("ssFFFFF"), settings());
    expect(circuit).toMatchObject({ failures: 5, limit: 5, open_until: minute(6 * 5 + 1 + 60), run_id: 7 });
    expect(stateOf(circuit, minute(90))).toBe("open");
    expect(stateOf(circuit, minute(91))).toBe("half-open");
  });

  it("needs more where so much fails as usual, unless the configuration says how many", () => {
    expect(circuitOf("a", trials(`${"Fs".repeat(20)}FFFFF`), settings()).open_until).toBeNull();
    expect(
      circuitOf("a", trials(`${"Fs".repeat(20)}FFFFF`), settings({ failures: 3 })).open_until,
    ).not.toBeNull();
  });

  it("is closed by a success, and opens for twice as long after a try that fails, a day at most", () => {
    expect(circuitOf("a", trials("FFFFFs"), settings())).toMatchObject({ failures: 0, open_until: null });
    const tries = (n: number) => {
      const told = trials("FFFFF");
      for (let index = 0; index < n; index += 1) {
        const started = circuitOf("a", told, settings()).open_until ?? "";
        told.push({
          started,
          ended: addSeconds(started, 60),
          failed: true,
          run_id: 100 + index,
          signature: null,
        });
      }
      const last = told.at(-1)?.ended ?? "";
      return (Date.parse(circuitOf("a", told, settings()).open_until ?? "") - Date.parse(last)) / 60_000;
    };
    expect([0, 1, 2, 3, 9].map(tries)).toEqual([60, 120, 240, 480, 1440]);
  });

  it("learns nothing from runs that had started before it opened", () => {
    const told = trials("FFFFF");
    const late = { started: minute(1), ended: minute(40), failed: true, run_id: 50, signature: null };
    expect(circuitOf("a", [...told, late], settings()).open_until).toBe(
      circuitOf("a", told, settings()).open_until,
    );
  });

  it("forgets what was before a reset", () => {
    const reset = { "reset-at": minute(60) };
    expect(circuitOf("a", trials("FFFFF"), settings(reset))).toMatchObject({ failures: 0, open_until: null });
  });

  it("is the same whatever order runs are read in, and never open without a failure at its end", () => {
    const told = fc.array(fc.constantFrom("F", "s"), { maxLength: 60 }).map((each) => trials(each.join("")));
    fc.assert(
      fc.property(told, fc.infiniteStream(fc.nat()), (each, seeds) => {
        const shuffled = each
          .map((trial) => ({ trial, rank: seeds.next().value as number }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ trial }) => trial);
        const circuit = circuitOf("a", each, settings());
        expect(circuitOf("a", shuffled, settings())).toEqual(circuit);
        if (circuit.open_until !== null) expect(each.at(-1)?.failed).toBe(true);
      }),
    );
  });
});

describe("what counts as a try", () => {
  const read = attemptReader(aContext());
  const failed = (over: object, category: string | null = null, guard: object | null = null) =>
    trialOf(
      read(aRunRecord({ conclusion: "failure", ...over }), {
        reading:
          category === null ? null : aReading({ findings: [aFinding({ category: category as "network" })] }),
        executions: [],
        guard: guard as null,
      }),
    );

  it("is a run that succeeded or failed by itself", () => {
    expect(failed({})?.failed).toBe(true);
    expect(failed({ conclusion: "success" })?.failed).toBe(false);
    expect(failed({}, "test_failure")?.failed).toBe(true);
    expect(failed({}, "rate_limit")?.failed).toBe(true);
  });

  it("is none that was cancelled, never began, lost its machine or network, or was stopped by the guard", () => {
    expect(failed({ conclusion: "cancelled" })).toBeNull();
    expect(failed({ conclusion: "startup_failure" })).toBeNull();
    expect(failed({}, "runner_lost")).toBeNull();
    expect(failed({}, "network")).toBeNull();
    const stopped = { at: START, answer: "block", allowed: false, reason: "", break_glass: null };
    expect(failed({}, null, stopped)).toBeNull();
    expect(failed({}, null, { ...stopped, allowed: true })?.failed).toBe(true);
  });
});
