import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logAnalyzer } from "#core/failures/analyze-log.ts";
import { noiseProfile } from "#core/failures/noise.ts";
import { extractors } from "#core/logs/extract/extractors.ts";

const encode = (text: string) => new TextEncoder().encode(text);

function read(log: string | Uint8Array, options: Parameters<typeof logAnalyzer>[0] = {}) {
  const analyzer = logAnalyzer(options);
  analyzer.push(typeof log === "string" ? encode(log) : log);
  return analyzer.finish();
}

const stamped = (lines: readonly string[]) =>
  lines.map((line, index) => `2026-11-20T10:00:00.${String(index).padStart(7, "0")}Z ${line}\n`).join("");

const STEP = [
  "##[group]Run ./check.sh",
  "\x1b[36;1m./check.sh || echo error: failed\x1b[0m",
  "shell: /usr/bin/bash -e {0}",
  "##[endgroup]",
];

describe("the analyzer", () => {
  it("prefers what the failing step says over louder lines of steps that went on", () => {
    const log = stamped([
      "##[group]Run ./prepare.sh",
      "##[endgroup]",
      "error: cache is cold, building it",
      ...STEP,
      "checking 12 files",
      "docs/a.md:3: line is longer than 80 characters",
      "##[error]Process completed with exit code 1.",
      "Post job cleanup.",
    ]);
    const { findings } = read(log);
    expect(findings[0]).toMatchObject({ line: 9, step: "./check.sh", step_start: 4 });
  });

  it("never names the echo of a script, its inputs or its environment", () => {
    const { findings } = read(
      stamped([...STEP, "fatal: it broke", "##[error]Process completed with exit code 1."]),
    );
    expect(findings[0]?.line).toBe(5);
    for (const { line } of findings) expect(line).toBeGreaterThan(4);
  });

  it("counts lines that a green run prints as well as noise", () => {
    const green = stamped([...STEP, "Error: telemetry is off", "done"]);
    const red = stamped([
      ...STEP,
      "Error: telemetry is off",
      "total of 3 is not 4",
      "##[error]Process completed with exit code 1.",
    ]);
    expect(read(red).findings[0]?.line).toBe(5);
    expect(read(red, { green: noiseProfile(encode(green)) }).findings[0]?.line).toBe(6);
  });

  const failing = (...lines: string[]) =>
    read(stamped([...STEP, ...lines, "##[error]Process completed with exit code 1."])).findings.map(
      ({ text }) => text,
    );

  it("passes over what was ignored, and over what passing tests print", () => {
    expect(
      failing(
        "tar: This does not look like a tar archive",
        "make[1]: [Makefile:9: dist] Error 2 (ignored)",
        "src/a.c:3:1: error: expected ';'",
      ),
    ).toEqual(["src/a.c:3:1: error: expected ';'"]);
    expect(
      failing("PASS src/a.test.ts", "  Error: boom", "FAIL src/b.test.ts", "  Error: expected 1 to be 2"),
    ).not.toContain("  Error: boom");
  });

  it("passes over a test that failed, and passed when it was run again", () => {
    const [first] = failing(
      "  1) [chromium] › tests/search.spec.ts:8:5 › finds by sku ─────────",
      "    Error: expect(locator).toBeVisible() failed",
      "  2) [chromium] › tests/pay.spec.ts:21:5 › pays with a card ───────",
      '    Error: expected "paid", received "open"',
      "  1 failed",
      "    [chromium] › tests/pay.spec.ts:21:5 › pays with a card ────────",
      "  1 flaky",
      "    [chromium] › tests/search.spec.ts:8:5 › finds by sku ──────────",
      "  12 passed (31.2s)",
    );
    expect(first).toContain("pays with a card");
  });

  it("takes the message out of a structured log's record, and warnings in one for none", () => {
    const failed = '{"level":"fatal","ts":"2026-09-14T07:41:04Z","msg":"cannot open /etc/depot.yaml"}';
    expect(failing('{"level":"warn","msg":"no such shelf, cannot open it"}', failed)).toEqual([failed]);
  });

  it("takes the step that failed last for the one that was not let pass", () => {
    const log = stamped([
      "##[group]Run npx eslint .",
      "##[endgroup]",
      "src/a.js",
      "  3:1  error  Unexpected var, use let or const instead  no-var",
      "##[error]Process completed with exit code 1.",
      "##[group]Run npm test",
      "##[endgroup]",
      "  ✖ keeps the sign of small numbers",
      "##[error]Process completed with exit code 1.",
    ]);
    expect(read(log).findings[0]).toMatchObject({ line: 8, step: "npm test" });
  });

  it("tells apart what a parallel make builds at once", () => {
    const [first] = failing(
      "net/mqtt.c:12:13: error: implicit declaration of function 'x' (kept by -k elsewhere)",
      "core/shelf.c:41:16: error: no member named 'slot'",
      "make: *** [Makefile:31: core/shelf.o] Error 1",
      "make: *** Waiting for unfinished jobs....",
    );
    expect(first).toContain("core/shelf.c:41:16");
  });

  it("takes last words for the reason only where nothing else looks like one", () => {
    const own = "check.sh: give the name of a shelf";
    expect(failing("counting", own)).toEqual([own]);
    expect(failing("counting", own, "Error: no shelf is named 9")).toEqual(["Error: no shelf is named 9"]);
    expect(failing("counting", "0 problems found", "done")).toEqual([]);
  });

  it("gives an extractor the line after one that announces it, whatever that holds", () => {
    const log = "OpenAI Codex v0.98.0\nmodel: gpt-5.2-codex\ntokens used\n271,904\n12\n";
    expect(read(log, { extractors: extractors() }).facts.agents).toMatchObject([{ tokens_total: 271_904 }]);
  });

  it("reads the same whatever the chunks", () => {
    const bytes = encode(
      stamped([
        ...STEP,
        "a.c:3:1: error: no",
        "make: *** [all] Error 1",
        "##[error]Process completed with exit code 2.",
      ]),
    );
    const whole = read(bytes);
    const pieces = logAnalyzer();
    for (let at = 0; at < bytes.length; at += 7) pieces.push(bytes.slice(at, at + 7));
    expect(pieces.finish()).toEqual(whole);
  });

  it("holds no more of a long log than of a short one", () => {
    const noisy = Array.from(
      { length: 60_000 },
      (_, index) => `error ${"abcdefgh"[index % 8]}${index}: nothing`,
    );
    const { findings, lines } = read(
      stamped([...STEP, ...noisy, "fatal: the end", "##[error]Process completed with exit code 1."]),
    );
    expect(lines).toBe(60_006);
    expect(findings.length).toBeGreaterThan(0);
  });

  it("never throws, and names only lines that exist, on arbitrary bytes", () => {
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc
        .constantFrom(
          "##[group]Run x\n",
          "##[error]",
          "\r",
          "\n",
          "error: ",
          "travis_time:start:1\r",
          "\x1b[31m",
          '" exited with 1\n',
        )
        .map(encode),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const analyzer = logAnalyzer();
        for (const bytes of pieces) analyzer.push(bytes);
        const { findings, lines, steps } = analyzer.finish();
        for (const { line, start_line, end_line, excerpt, confidence } of findings) {
          expect(start_line).toBeGreaterThanOrEqual(1);
          expect(start_line).toBeLessThanOrEqual(line);
          expect(end_line).toBeGreaterThanOrEqual(line);
          expect(end_line).toBeLessThanOrEqual(lines);
          expect(excerpt.length).toBeLessThanOrEqual(20);
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
        for (const { start, end } of steps) expect(start).toBeLessThanOrEqual(end);
      }),
      { numRuns: 60 },
    );
  });
});
