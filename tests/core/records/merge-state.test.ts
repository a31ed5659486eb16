import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalState, mergeState } from "#core/records/merge-state.ts";
import type { State } from "#core/records/state.ts";
import { aState } from "../../builders.ts";
import { anyState, ledgerEntry, pendingRun } from "./arbitraries.ts";

const window = (from: number, to: number) => ({
  from: `2026-11-${from}T00:00:00Z`,
  to: `2026-11-${to}T00:00:00Z`,
});

const uncovered = (overrides: Partial<State>) => aState({ covered: null, ...overrides });

describe("merging states", () => {
  it("gives the same whoever pushed first", () => {
    fc.assert(
      fc.property(fc.option(anyState), anyState, anyState, (base, a, b) => {
        expect(mergeState(base, a, b)).toEqual(mergeState(base, b, a));
      }),
    );
  });

  it("changes nothing when both are the same", () => {
    fc.assert(
      fc.property(fc.option(anyState), anyState, (base, state) => {
        expect(mergeState(base, state, state)).toEqual(canonicalState(state));
      }),
    );
  });

  it("loses no work that either of them found", () => {
    fc.assert(
      fc.property(anyState, anyState, anyState, (base, a, b) => {
        const needs = (state: typeof a) =>
          state.pending.flatMap((run) => run.needs.map((need) => `${run.run_id} ${need}`));
        const found = [...needs(a), ...needs(b)].filter((need) => !needs(base).includes(need));
        expect(needs(mergeState(base, a, b))).toEqual(expect.arrayContaining(found));
      }),
    );
  });

  it("calls done what either of them did, need by need", () => {
    const base = uncovered({
      pending: [pendingRun({ run_id: 1, needs: ["jobs", "artifacts"] }), pendingRun({ run_id: 2 })],
      backfill: [window(10, 12), window(12, 14)],
    });
    const ours = uncovered({
      pending: [pendingRun({ run_id: 1, needs: ["artifacts"] }), pendingRun({ run_id: 2, tries: 1 })],
      backfill: [window(10, 12)],
    });
    const theirs = uncovered({
      pending: [pendingRun({ run_id: 1, needs: ["jobs", "artifacts"] }), pendingRun({ run_id: 3 })],
      backfill: [window(10, 11), window(12, 14)],
      ledger: [ledgerEntry({ run_id: 2 })],
    });
    expect(mergeState(base, ours, theirs)).toEqual(
      uncovered({
        pending: [pendingRun({ run_id: 1, needs: ["artifacts"] }), pendingRun({ run_id: 3 })],
        backfill: [window(10, 11)],
        ledger: [ledgerEntry({ run_id: 2 })],
      }),
    );
  });

  it("joins stretches that touch", () => {
    const [a, b] = [uncovered({ covered: window(10, 14) }), uncovered({ covered: window(12, 16) })];
    expect(mergeState(null, a, b)).toEqual(uncovered({ covered: window(10, 16) }));
  });

  it("lists again what lies before a gap", () => {
    const [a, b] = [uncovered({ covered: window(10, 11) }), uncovered({ covered: window(15, 16) })];
    expect(mergeState(null, a, b)).toEqual(
      uncovered({ covered: window(15, 16), backfill: [window(10, 15)] }),
    );
  });
});
