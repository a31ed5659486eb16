import { describe, expect, it } from "vitest";
import { fingerprintOf } from "#core/failures/fingerprint.ts";
import { aJobRecord, aStepRecord } from "../../builders.ts";

const run = { workflow_id: 7, conclusion: "failure" };
const steps = [aStepRecord({ name: "Unit tests", conclusion: "failure" })];
const job = (more = {}) => aJobRecord({ name: "test", conclusion: "failure", steps, ...more });
const EXIT = "Process completed with exit code 1.";
const of = (annotations: readonly string[] | null, of = job(), from = run) =>
  fingerprintOf(from, [{ job: of, annotations }]);

describe("the fingerprint of a failure", () => {
  it("is the same for the same failure at another time, in another place", () => {
    const at = (time: string, directory: string) =>
      of([`${time} cannot open /tmp/${directory}/socket`, EXIT], job({ id: 9 }));
    expect(at("2026-11-20T10:00:00Z", "a1")).toBe(at("2026-11-19T23:59:59Z", "zz9"));
    expect(at("2026-11-20T10:00:00Z", "a1")).toMatch(/^[0-9a-f]{16}$/);
  });

  it("differs by workflow, job, step, conclusion and message", () => {
    const note = ["tests/sum.test.ts adds numbers"];
    const all = [
      of(note),
      of(note, job(), { ...run, workflow_id: 8 }),
      of(note, job({ name: "other" })),
      of(note, job({ steps: [aStepRecord({ name: "Lint", conclusion: "failure" })] })),
      of(note, job({ conclusion: "timed_out" })),
      of(["tests/sum.test.ts subtracts numbers"]),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  it.each([
    [null],
    [[]],
    [[EXIT]],
    [["The operation was canceled."]],
    [["Error: Process completed with exit code 137."]],
    [["boom"]],
  ])("is none where nothing in particular is said: %j", (annotations) => expect(of(annotations)).toBeNull());

  it("is none when one of several jobs says nothing in particular", () => {
    const told = { job: job(), annotations: ["tests/sum.test.ts adds numbers"] };
    expect(fingerprintOf(run, [told, { job: job({ name: "b" }), annotations: [EXIT] }])).toBeNull();
    expect(fingerprintOf(run, [])).toBeNull();
  });
});
