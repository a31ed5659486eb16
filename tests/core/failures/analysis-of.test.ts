import { describe, expect, it } from "vitest";
import { analysisOf } from "#core/failures/analysis-of.ts";
import type { Candidate } from "#core/failures/candidate.ts";
import type { LogPart } from "#core/failures/log-part.ts";
import { DEFAULT_TEXT_POLICY, type TextPolicy } from "#core/failures/redactor.ts";
import { type StepSpan, spanFrom } from "#core/logs/step-span.ts";
import { Analysis } from "#core/records/analysis.ts";
import { aJobRecord, aStepRecord } from "../../builders.ts";

const SECRET = `ghp_${"16C7e42F292c6912E7710c838347Ae178B4a"}`;

function aCandidate(overrides: Partial<Candidate> = {}): Candidate {
  return {
    rank: 1,
    category: "test_failure",
    rule: "jest/failed-test",
    title: "Jest: a test failed",
    advice: null,
    text: "● adds numbers",
    message: "● adds numbers",
    confidence: 0.9,
    category_confidence: 0.9,
    clues: { evidence: 9, rule: 0.95, lead: null, unfit: false, vague: false, faint: false },
    line: 30,
    start_line: 30,
    end_line: 31,
    excerpt: [{ line: 30, text: "● adds numbers" }],
    step: "npm test",
    step_start: 21,
    ...overrides,
  };
}

const aSpan = (name: string, start: number, end: number): StepSpan => ({
  ...spanFrom(start, name, null),
  ...{ end, outcome: "failed", failure_line: end },
});

function aPart(overrides: Partial<LogPart> = {}, findings = [aCandidate()]): LogPart {
  const steps = [aSpan("npm test", 21, 40)];
  return {
    job: null,
    jobName: null,
    file: "0_test.txt",
    step: null,
    reading: { findings, lines: 50, steps, failed: [], facts: {} },
    ...overrides,
  };
}

/** A log's texts as the configuration lets them be stored. */
function storedUnder(policy: Partial<TextPolicy>): Analysis {
  const text = "connect to 10.1.2.3 failed";
  const part = aPart({}, [aCandidate({ message: text, excerpt: [{ line: 30, text }] })]);
  part.reading.facts.tests = { passed: null, failed: 1, skipped: null, failures: [text] };
  part.reading.facts.slow_commands = [{ line: 1, text, seconds: 9 }];
  return Analysis.parse(analysisOf(null, [part], [], { ...DEFAULT_TEXT_POLICY, ...policy }));
}

const failed = (name: string, more = {}) => aJobRecord({ name, conclusion: "failure", ...more });

describe("the reading of an attempt", () => {
  it("leaves out what was let pass, where a later step failed for good", () => {
    const steps = [
      aStepRecord({ number: 1, name: "npm test", conclusion: "success" }),
      aStepRecord({ number: 2, name: "npm run build", conclusion: "failure" }),
    ];
    const later = {
      rule: "tsc/error",
      message: "TS2304",
      step: "npm run build",
      line: 60,
      rank: 2,
      confidence: 0.2,
    };
    const part = aPart({ job: failed("ci", { steps }) }, [aCandidate(), aCandidate(later)]);
    part.reading.steps.push(aSpan("npm run build", 50, 70));
    expect(analysisOf(null, [part], []).findings.map(({ step }) => step)).toEqual(["npm run build"]);
  });

  it("claims no cause where the step that failed printed none, and says what it ran, for how long and its end", () => {
    const steps = [aStepRecord({ number: 4, name: "Check", conclusion: "failure", duration_seconds: 12 })];
    const last = [{ line: 29, text: "checked 12 files" }];
    const part = aPart({ job: failed("ci", { steps }) }, []);
    const silent = { name: "Check", command: "make check", exit_code: 2, seconds: 11.4, last };
    part.reading.failed.push(silent);
    const [finding, ...others] = Analysis.parse(analysisOf(null, [part], [])).findings;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      ...{ category: "unknown", rule: "step/no-error", title: "The step printed no error", line: null },
      ...{ message: "make check (exit code 2 after 12 s)", job: "ci", step: "Check", step_number: 4 },
      excerpt: last,
    });
    part.reading.failed[0] = { ...silent, command: "make lint" };
    expect(analysisOf(null, [part], []).findings[0]?.signature).not.toBe(finding?.signature);
  });

  it("keeps kind, place and signature, and no text, where the configuration stores no excerpts", () => {
    const [bare, full] = [storedUnder({ excerpts: "none" }), storedUnder({})];
    expect(JSON.stringify(bare)).not.toContain("connect to");
    expect(bare.findings[0]).toMatchObject({ category: "test_failure", line: 30, message: "", excerpt: [] });
    expect(bare.findings[0]?.signature).toBe(full.findings[0]?.signature);
    expect(bare.tests).toMatchObject({ failed: 1, failures: [] });
  });

  it("redacts what the configuration asks for besides", () => {
    expect(JSON.stringify(storedUnder({}))).toContain("10.1.2.3");
    const redacted = storedUnder({ redact: ["ip"] });
    expect(JSON.stringify(redacted)).not.toContain("10.1.2.3");
    expect(redacted.redactions).toEqual({ ip: 3 });
  });

  it("fits its schema however long the texts are, and has the finding's line in the excerpt", () => {
    const excerpt = Array.from({ length: 40 }, (_, index) => ({ line: index + 1, text: "💥".repeat(400) }));
    const long = aCandidate({ message: "💥".repeat(1000), line: 38, excerpt });
    const analysis = Analysis.parse(analysisOf(null, [aPart({}, [long])], ["x".repeat(1000)]));
    expect(analysis.findings[0]?.excerpt.map(({ line }) => line)).toContain(38);
    expect(() => encodeURIComponent(analysis.findings[0]?.message ?? "")).not.toThrow();
  });

  it("holds no secret, not even half of one where a text was cut", () => {
    const text = `${"x".repeat(280)} ${SECRET}`;
    const leaky = aCandidate({ message: text, excerpt: [{ line: 30, text }] });
    const part = aPart({}, [leaky]);
    part.reading.facts.tests = { passed: null, failed: 1, skipped: null, failures: [`test ${SECRET}`] };
    const analysis = analysisOf(null, [part], []);
    expect(JSON.stringify(analysis)).not.toContain(SECRET.slice(0, 12));
    expect(analysis.redactions).toEqual({ github_token: 2 });
  });

  it("adds up the tests of several logs and leaves unknown what none of them counted", () => {
    const [one, other] = [aPart(), aPart()];
    one.reading.facts.tests = { passed: 3, failed: 1, skipped: null, failures: ["a"] };
    other.reading.facts.tests = { passed: 2, failed: null, skipped: null, failures: ["a", "b"] };
    expect(analysisOf(null, [one, other], []).tests).toEqual({
      passed: 5,
      failed: 1,
      skipped: null,
      failures: ["a", "b"],
    });
  });

  it("tells the step by its script, by being the one that failed, or not at all", () => {
    const steps = [
      aStepRecord({ number: 2, name: "Run npm test" }),
      aStepRecord({ number: 3, name: "Lint", conclusion: "failure" }),
    ];
    const at = (step: string, more = {}) =>
      analysisOf(null, [aPart({ job: failed("test", { steps, ...more }) }, [aCandidate({ step })])], [])
        .findings[0];
    const [first] = steps.map((step) => ({ ...step, conclusion: "failure" as const }));
    expect(at("npm test", { steps: [first] })).toMatchObject({
      ...{ step: "Run npm test", step_number: 2, step_line: 10 },
    });
    expect(at("npm run lint")).toMatchObject({ step: "Lint", step_number: 3 });
    expect(at("npm run lint", { steps: [] })).toMatchObject({
      step: "npm run lint",
      step_number: null,
      step_line: null,
    });
  });

  it("says the same failure of several jobs once, and the failed job's before the cancelled one's", () => {
    const parts = [
      aPart({ job: aJobRecord({ id: 1, name: "a", conclusion: "cancelled" }) }, [
        aCandidate({ rule: "x/y", message: "cancelled", confidence: 1 }),
      ]),
      aPart({ job: failed("b", { id: 2 }) }),
      aPart({ job: failed("c", { id: 3 }) }),
    ];
    const { findings } = analysisOf(null, parts, []);
    expect(findings.map(({ rank, job }) => [rank, job])).toEqual([
      [1, "b"],
      [2, "a"],
    ]);
  });
});
