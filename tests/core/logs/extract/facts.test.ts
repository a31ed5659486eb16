import { describe, expect, it } from "vitest";
import { coverage } from "#core/logs/extract/coverage.ts";
import { metrics } from "#core/logs/extract/metrics.ts";
import { references } from "#core/logs/extract/references.ts";
import { resources } from "#core/logs/extract/resources.ts";
import { slowCommands } from "#core/logs/extract/slow-commands.ts";
import { read } from "./read.ts";

describe("coverage", () => {
  it.each([
    ["Istanbul", "All files          |   85.71 |    66.66 |     100 |   84.21 | ", 84.21],
    ["coverage.py", "TOTAL                    412     37    91%", 91],
    ["Go's total", "total:\t(statements)\t73.4%", 73.4],
    ["one Go package", "ok  \tacme/queue\t0.01s\tcoverage: 81.0% of statements", 81],
    ["SimpleCov", "Line Coverage: 93.1% (540 / 580)", 93.1],
    ["Tarpaulin", "85.32% coverage, 10/20 lines covered", 85.32],
    ["PHPUnit", "  Lines:   62.50% (25/40)", 62.5],
    ["Coverlet", "| Total  | 77.2% | 60% | 80% |", 77.2],
  ])("%s", (_tool, line, percent) => {
    expect(read(coverage(), line).coverage).toBe(percent);
  });

  it("is unknown where packages differ and none speaks for all", () => {
    const log = "coverage: 81.0% of statements\ncoverage: 12.0% of statements";
    expect(read(coverage(), log).coverage).toBeNull();
  });

  it("is never more than all", () => {
    expect(read(coverage(), "Line Coverage: 931% (540 / 58)").coverage).toBeNull();
  });
});

describe("metrics of scripts", () => {
  it("are read from lines of their own, several on one, the last of a name counts", () => {
    const log =
      "agentops-metric docs=3\nagentops-metric judge.score=0.87 docs=4\nagentops-metric delta=-1.5e-3";
    expect(read(metrics(), log).metrics).toEqual({ docs: 4, "judge.score": 0.87, delta: -0.0015 });
  });

  it.each([
    'echo "agentops-metric docs=$N"',
    "  agentops-metric docs=3",
    "agentops-metric docs=many",
    "agentops-metric docs=3; rm -rf /",
    "agentops-metric __proto__=1",
  ])("are not read from %s", (line) => {
    expect(read(metrics(), line).metrics).toEqual({});
  });
});

describe("references", () => {
  it("names pull requests and branches as git and GitHub write them", () => {
    const log = [
      "[command]/usr/bin/git checkout --progress --force refs/remotes/pull/318/merge",
      "See https://github.com/octo-org/agent-fleet/pull/41#issuecomment-1",
      "Switched to a new branch 'agent/fix-41'",
      " * branch            release/2 -> FETCH_HEAD",
      "issue #7 is only an issue",
    ].join("\n");
    const facts = read(references(), log);
    expect(facts.pull_requests).toEqual([318, 41]);
    expect(facts.branches).toEqual(["agent/fix-41", "release/2"]);
  });
});

describe("resources", () => {
  it("reads GNU, BSD and shell times and keeps the most", () => {
    const log = [
      "\tMaximum resident set size (kbytes): 2048",
      "             1048576  maximum resident set size",
      "\tElapsed (wall clock) time (h:mm:ss or m:ss): 1:02.50",
      "real\t0m3.250s",
      "\tPercent of CPU this job got: 98%",
    ].join("\n");
    expect(read(resources(), log).resources).toEqual({
      max_rss_bytes: 2_097_152,
      elapsed_seconds: 62.5,
      cpu_percent: 98,
    });
  });
});

describe("slow commands", () => {
  it("are timed from one command to the next, slowest first", () => {
    const log = [
      "##[group]Run npm ci",
      "added 400 packages",
      "##[group]Run npm test",
      ...Array.from({ length: 8 }, () => "ok"),
      "##[error]Process completed with exit code 1.",
      "Post job cleanup.",
    ].join("\n");
    expect(read(slowCommands(), log, 4).slow_commands).toEqual([
      { line: 3, text: "npm test", seconds: 36 },
      { line: 1, text: "npm ci", seconds: 8 },
    ]);
  });
});
