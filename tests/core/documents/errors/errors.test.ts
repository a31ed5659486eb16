import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ErrorsDocument } from "#core/documents/errors/errors.ts";
import { OperationsDocument } from "#core/documents/operations/operations.ts";
import { addSeconds } from "#core/time.ts";
import { aJobRecord, anExecution, aState, aUsage } from "../../../builders.ts";
import { NOW } from "../contexts.ts";
import { concluded, failed, passed, type Reported, readingOf } from "./concluded.ts";

const A = { signature: "aaaaaaaaaaaaaaaa" };
const B = { signature: "bbbbbbbbbbbbbbbb", category: "rate_limit" as const, title: "Too many requests" };

function only(reported: readonly Reported[], ...rest: [] | [Parameters<typeof concluded>[1]]) {
  const { errors } = concluded(reported, ...rest).errors;
  const [error] = errors;
  if (error === undefined || errors.length > 1) throw new Error(`${errors.length} errors`);
  return error;
}

describe("an error", () => {
  it("is everything whose logs have the same cause: when, how often, what it took", () => {
    const job = aJobRecord({ duration_seconds: 90 });
    const error = only([
      failed(20, { jobs: [job], id: 71 }, A),
      failed(3, { jobs: [job], id: 70, head_branch: "topic" }, A),
      failed(2, { jobs: null, id: 70, run_attempt: 2, run_number: 9, head_branch: "topic" }, A),
      passed(1),
    ]);
    expect(error).toMatchObject({
      first_seen: addSeconds(NOW, -20 * 86_400),
      last_seen: addSeconds(NOW, -2 * 86_400),
      runs: 2,
      attempts: 3,
      minutes_lost: 3,
      cost_nano_usd: 0,
      recent: { runs: 1, attempts: 2, minutes_lost: 1.5, previous_attempts: 1 },
      default_branch: 1,
      other_branches: 2,
      domain: "tooling",
      workflows: [{ name: "CI", slug: "ci", attempts: 3 }],
      places: [{ workflow: "CI", job: "test", step: "Run tests", attempts: 3 }],
      branches: [
        { name: "topic", attempts: 2 },
        { name: "main", attempts: 1 },
      ],
    });
    expect(error.samples.map(({ run_id, run_attempt, latest }) => [run_id, run_attempt, latest])).toEqual([
      [70, 2, true],
      [70, 1, false],
      [71, 1, true],
    ]);
  });

  it("costs what its attempts cost, and belongs to what their agents worked with", () => {
    const withAgent = (reported: ReturnType<typeof failed>, model: string) => {
      const { id: run_id } = reported.run;
      const usage = [aUsage({ model, provider: "octo", reported_cost_usd: 0.25 })];
      const prompt_version = model === "large" ? "v4" : "v3";
      const execution = anExecution({ run_id, model, usage, prompt_version });
      return { ...reported, facts: { ...reported.facts, executions: [execution] } };
    };
    const days = [1, 2, 3, 4, 5, 6];
    const error = only([
      ...days.map((day) => withAgent(failed(day, {}, A), "large")),
      ...days.map((day) => withAgent(passed(day), "small")),
    ]);
    expect(error.cost_nano_usd).toBe(1_500_000_000);
    expect(error.specific_to.map(({ dimension, value }) => `${dimension} ${value}`).sort()).toEqual([
      "model large",
      "prompt_version v4",
    ]);
  });

  it("counts its secondary findings apart", () => {
    const { run } = failed(1);
    const { errors } = concluded([
      { run, facts: { reading: readingOf(run, [A, B]), executions: [] } },
      failed(2, {}, B),
    ]).errors;
    expect(errors.map(({ signature, attempts, secondary }) => [signature, attempts, secondary])).toEqual(
      [
        [B.signature, 1, 1],
        [A.signature, 1, 0],
      ].toSorted(),
    );
    const a = errors.find(({ signature }) => signature === A.signature);
    expect(a?.besides).toMatchObject([{ signature: B.signature, attempts: 1, listed: true }]);
  });

  it("counts what was inferred apart, and leads no further than what it knows of that run", () => {
    const error = only([
      failed(2, { jobs: [aJobRecord({ id: 5000 })] }, A),
      failed(1, { jobs: [aJobRecord({ id: 6000 })] }, A, { source: "inferred", inferred_from: 1 }),
    ]);
    expect(error).toMatchObject({ attempts: 2, inferred: 1 });
    expect(error.samples.map(({ line }) => line)).toEqual([
      { job_id: 6000, step_number: 1, step_line: null },
      { job_id: 5000, step_number: 1, step_line: 17 },
    ]);
  });

  it("is flaky where the same commit passed on a re-run or in another run of the workflow", () => {
    const sha = { head_sha: "same" };
    const again = passed(0.9, { ...sha, id: 500, run_attempt: 2 });
    const elsewhere = passed(0.9, { head_sha: "other", workflow_id: 99 });
    expect(
      only([failed(1, { ...sha, id: 500 }, A), failed(2, { head_sha: "other" }, A), again, elsewhere]).flaky,
    ).toEqual({ value: 0.5, part: 1, n: 2, enough: false });
  });

  it("tells what ended it the last time, also after it came back", () => {
    const fix = passed(8, { id: 600, head_sha: "fix", head_commit: { message: "Pin it", author: null } });
    const error = only([failed(9, {}, A), fix, failed(1, {}, A)]);
    expect(error.fix).toMatchObject({ run_id: 600, message: "Pin it", same_commit: false, latest: true });
    expect(only([failed(1, {}, A)]).fix).toBeNull();
  });

  it("leaves out our own runs and readings of what passed", () => {
    const own = failed(1, { workflow_id: 14 }, A);
    const { run } = passed(1);
    const green = { run, facts: { reading: readingOf(run, [A]), executions: [] } };
    const { errors } = concluded([own, green], { state: aState({ own_workflow_id: 14 }) });
    expect(errors).toMatchObject({ errors: [], coverage: { failures: 0 } });
  });

  it("carries what people wrote about it", () => {
    const known = { title: "The clock", cause: "It drifts.", fix: null };
    const { errors } = concluded([failed(1, {}, A)], {}, new Map([[A.signature, known]])).errors;
    expect(errors[0]?.known).toEqual(known);
  });
});

describe("the state of an error", () => {
  const state = (reported: readonly Reported[]) => only(reported).state;

  it("is new for a week after it was first seen", () => {
    expect(state([failed(6.9, {}, A), failed(1, {}, A)])).toBe("new");
    expect(state([failed(7.1, {}, A), failed(1, {}, A)])).toBe("ongoing");
  });

  it("is regressed when it comes back after a week in which its workflow passed on the branch", () => {
    const away = [failed(20, {}, A), failed(2, {}, A)];
    expect(state(away)).toBe("ongoing");
    expect(state([...away, passed(10)])).toBe("regressed");
    expect(state([...away, passed(10, { head_branch: "topic" })])).toBe("ongoing");
    expect(state([...away, passed(10, { workflow_id: 99 })])).toBe("ongoing");
    expect(state([...away, passed(1)])).toBe("ongoing");
    expect(state([failed(8, {}, A), passed(5), failed(2, {}, A)])).toBe("ongoing");
  });

  it("is quiet when it was not seen for two weeks", () => {
    expect(state([failed(14.1, {}, A)])).toBe("quiet");
    expect(state([failed(13.9, {}, A)])).toBe("ongoing");
  });
});

describe("the error knowledge base", () => {
  it("ranks by what was hit most in the last two weeks", () => {
    const often = [1, 2, 3].map((day) => failed(day, {}, B));
    const once = failed(1, {}, A);
    const old = [20, 21, 22, 23].map((day) => failed(day, {}, { signature: "cccccccccccccccc" }));
    const { errors } = concluded([...old, once, ...often]).errors;
    expect(errors.map(({ signature }) => signature)).toEqual([B.signature, A.signature, "cccccccccccccccc"]);
  });

  it("says of every failure whether it was read", () => {
    const unread = passed(1, { id: 800, conclusion: "failure" });
    const waiting = passed(1, { id: 801, conclusion: "failure" });
    const gone = passed(1, { id: 802, conclusion: "timed_out" });
    const nothing = failed(1, { id: 803 });
    const reading = readingOf(nothing.run, []);
    const entry = { run_attempt: 1, day: "2026-11-19" };
    const state = aState({
      pending: [{ ...entry, run_id: 801, workflow_id: 11, needs: ["reading"], tries: 0 }],
      ledger: [{ ...entry, run_id: 802, missing: "reading", reason: "not_found", message: "410" }],
    });
    const { errors, operations } = concluded(
      [
        ...[unread, waiting, gone, passed(1), failed(1, {}, A), failed(1, {}, A, { source: "inferred" })],
        { run: nothing.run, facts: { reading, executions: [] } },
      ],
      { state },
    );
    const counts = { failures: 6, read: 1, inferred: 1, unexplained: 1, pending: 1, lost: 1, unread: 1 };
    expect(errors.coverage).toEqual(counts);
    expect(operations["7d"].coverage).toEqual(counts);
  });

  it("compares with the stretch before only when that was read", () => {
    const unread = [15, 16, 17].map((day) => passed(day, { conclusion: "failure" }));
    expect(only([failed(1, {}, A), ...unread]).recent.previous_attempts).toBeNull();
    expect(only([failed(1, {}, A)]).recent.previous_attempts).toBe(0);
    const covered = { from: addSeconds(NOW, -20 * 86_400), to: NOW };
    expect(only([failed(1, {}, A)], { state: aState({ covered }) }).recent.previous_attempts).toBeNull();
  });

  it("adds up: every attempt whose failure is known is in one error, one day and one kind", () => {
    const attempt = fc.record({
      days: fc.double({ min: 0.01, max: 40, noNaN: true }),
      signature: fc.constantFrom(A, B, { signature: "cccccccccccccccc", category: "timeout" as const }, null),
      branch: fc.constantFrom("main", "topic", null),
      workflow: fc.integer({ min: 11, max: 13 }),
      passes: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 60 }), (attempts) => {
        const reported = attempts.map(({ days, signature, branch, workflow, passes }) => {
          const over = { head_branch: branch, workflow_id: workflow };
          if (passes) return passed(days, over);
          return signature === null
            ? passed(days, { ...over, conclusion: "failure" })
            : failed(days, over, signature);
        });
        const { errors, operations } = concluded(reported);
        const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
        const known = reported.filter(({ facts }) => facts.reading !== null);
        expect(total(errors.errors.map((error) => error.attempts))).toBe(known.length);
        const { failures, ...kinds } = errors.coverage;
        expect(total(Object.values(kinds))).toBe(failures);
        expect(errors.coverage.read).toBe(known.length);
        for (const error of errors.errors) {
          expect(error.default_branch + error.other_branches).toBe(error.attempts);
          expect(total(error.workflows.map(({ attempts: n }) => n))).toBe(error.attempts);
          const shown = total(error.histogram.map((day) => day.default_branch + day.other_branches));
          // The histogram has whole days, so it may reach back less far than 14 times 24 hours, never further.
          expect(shown).toBeLessThanOrEqual(error.recent.attempts);
        }
        for (const { period, taxonomy, coverage, trend, failures: rate } of Object.values(operations)) {
          const within = known.filter(
            ({ run }) => run.created_at >= period.from && run.created_at < period.to,
          );
          expect(total(taxonomy.map(({ attempts: n }) => n))).toBe(within.length);
          for (const { attempts: n, categories } of taxonomy)
            expect(total(categories.map((category) => category.attempts))).toBe(n);
          expect(coverage.failures).toBe(rate.part);
          expect(total(trend.map(({ decided }) => decided))).toBe(rate.n);
        }
        ErrorsDocument.parse(errors);
        OperationsDocument.parse(operations["30d"]);
      }),
      { numRuns: 60 },
    );
  });
});
