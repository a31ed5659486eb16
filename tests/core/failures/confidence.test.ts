import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logAnalyzer } from "#core/failures/analyze-log.ts";
import { CALIBRATION } from "#core/failures/calibration.ts";
import { type Clues, calibrated, clarityOf } from "#core/failures/confidence.ts";

const SURE = 0.9;

/** What is said of a step that runs such a command and prints such lines. */
function primary(command: string, ...printed: string[]) {
  const log = [
    `##[group]Run ${command}`,
    `\x1b[36;1m${command}\x1b[0m`,
    "shell: /usr/bin/bash -e {0}",
    "##[endgroup]",
    ...printed,
    "##[error]Process completed with exit code 1.",
  ].join("\n");
  const analyzer = logAnalyzer();
  analyzer.push(new TextEncoder().encode(log));
  return analyzer.finish().findings[0];
}

const COMPILER = "src/shelf.c:41:16: error: 'slots' undeclared (first use in this function)";

describe("how sure the analyzer is of the line", () => {
  it("is sure of what a compiler says when nothing else stands out", () => {
    const alone = primary("make", "cc -c src/shelf.c", COMPILER);
    expect(alone?.text).toBe(COMPILER);
    expect(alone?.confidence).toBeGreaterThanOrEqual(SURE);
  });

  it("is less sure where another line tells another story nearly as well", () => {
    const rival = ["Traceback (most recent call last):", '  File "gen.py", line 3', "KeyError: 'slots'"];
    const contested = primary("make", ...rival, "one", "two", "three", "four", COMPILER);
    expect(contested?.confidence).toBeLessThan(primary("make", COMPILER)?.confidence ?? 0);
  });

  it("is not sure of a failed test in a step that runs none", () => {
    const row = "FAIL src/shelf.test.ts";
    const [tested, linted] = [primary("npx jest", row), primary("npx eslint .", row)];
    expect(linted?.confidence).toBeLessThan(Math.min(SURE, tested?.confidence ?? 0));
  });

  it("is not sure of an error that names nothing", () => {
    expect(primary("./check.sh", "Error: something went wrong here")?.confidence).toBeLessThan(SURE);
  });

  it("never falls when a finding stands out more", () => {
    const clues = fc.record({
      evidence: fc.double({ min: -20, max: 40, noNaN: true }),
      rule: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      lead: fc.option(fc.double({ min: -30, max: 30, noNaN: true })),
      unfit: fc.boolean(),
      vague: fc.boolean(),
      faint: fc.boolean(),
    });
    const said = (of: Clues) => calibrated(clarityOf(of, CALIBRATION.weights), CALIBRATION.line);
    fc.assert(
      fc.property(clues, fc.double({ min: 0, max: 20, noNaN: true }), (one, more) => {
        const confidence = said(one);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(said({ ...one, evidence: one.evidence + more })).toBeGreaterThanOrEqual(confidence);
        const lead = one.lead === null ? null : one.lead + more;
        expect(said({ ...one, lead })).toBeGreaterThanOrEqual(confidence);
      }),
    );
  });
});
