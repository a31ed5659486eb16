import { describe, expect, it } from "vitest";
import { RULES } from "#core/failures/rules.ts";
import { LogScan } from "#core/failures/scan.ts";
import { extractors } from "#core/logs/extract/extractors.ts";

/** Many times what the limits of one step let pass. */
const LINES = 40_000;
const CHUNK = 500;
/** Two steps and the rest of a job: no kind of line has more kept. */
const MOST = { lines: 40_000, weight: 24_000_000, steps: 2000, shapes: 40_000, facts: 500 };

const letters = (number: number) =>
  [...String(number)].map((digit) => "abcdefghij"[Number(digit)] ?? "").join("");
const long = "x".repeat(900);
const stamp = (number: number) => new Date(Date.UTC(2026, 10, 20) + number * 10_000).toISOString();

const KINDS: Readonly<Record<string, (number: number) => string>> = {
  "errors, all alike": () => `##[error]${long}`,
  "errors, each its own": (number) => `##[error]${letters(number)} ${long}`,
  "errors printed by a command": () => `::error::${long}`,
  "exit codes": () => "##[error]Process completed with exit code 1.",
  warnings: (number) => `##[warning]${letters(number)} ${long}`,
  "groups that begin a step": (number) => `##[group]Run ${letters(number)}`,
  "steps that fail": (number) =>
    number % 2 ? "##[error]Process completed with exit code 1." : `##[group]Run ${letters(number)}`,
  "other groups": (number) => `##[group]${letters(number)} failed ${long}`,
  "steps of Travis": (number) => `The command "${letters(number)}" exited with 1.`,
  "ends of builds": () => "Finished: FAILURE",
  "hits of a rule, all alike": () => `fatal: could not read Username for 'https://github.com': ${long}`,
  "hits of a rule, each its own": (number) => `error TS2304: Cannot find name '${letters(number)}'. ${long}`,
  "alarming words": (number) => `cannot ${letters(number)} ${long}`,
  "quiet lines between errors": (number) => (number % 20 ? long : `##[error]${letters(number)}`),
  "failing tests": (number) => `--- FAIL: Test${letters(number)} (0.00s)`,
  "counts of tests": (number) => `${number} passed, 1 failed in 2.00s`,
  addresses: (number) =>
    `see https://github.com/octo-org/fleet/pull/${number} and refs/heads/${letters(number)}`,
  metrics: (number) => `agentops-metric ${letters(number)}=${number}`,
  coverage: (number) => `ok  	${letters(number)}	coverage: ${number % 100}% of statements`,
  "slow commands": (number) => `${stamp(number)} ##[group]Run ${letters(number)}`,
  "results of Claude": (number) => `{"type":"result","num_turns":${number},"total_cost_usd":1}`,
  "results of Codex": (number) => (number % 2 ? "OpenAI Codex v1" : "tokens used: 12"),
  "results of Copilot": (number) => `Total usage est: ${number} Premium requests`,
  "results of Gemini": (number) => `{"type":"result","stats":{"total_tokens":${number}}}`,
  "lines of colour": () => `\x1b[31merror\x1b[0m ${"\x1b[1m".repeat(200)}`,
  "lines as long as they are read": (number) => `error ${letters(number)} ${"y".repeat(15_000)}`,
};

describe("what is kept of a log does not grow with its lines", () => {
  it.each(Object.entries(KINDS))("%s", (_, lineOf) => {
    const scan = new LogScan(RULES, extractors());
    const lines = lineOf(1).length > 2000 ? LINES / 8 : LINES;
    for (let number = 1; number < lines; number += CHUNK) {
      const some = Array.from({ length: CHUNK }, (__, index) => `${lineOf(number + index)}\n`);
      scan.push(new TextEncoder().encode(some.join("")));
      for (const [what, held] of Object.entries(scan.held()))
        expect(held, what).toBeLessThanOrEqual(MOST[what as keyof typeof MOST]);
    }
    expect(scan.finish().lines).toBe(lines);
  });
});
