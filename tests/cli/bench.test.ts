import { describe, expect, it } from "vitest";
import { overheadText, overheadVerdict } from "#core/render/overhead-text.ts";
import { systemClock } from "#io/clock.ts";
import { createReport } from "#io/report.ts";
import { bench } from "../../action/src/cli/bench.ts";
import { parseOptions, readSurroundings } from "../../action/src/inputs.ts";

describe("`agentops bench`", () => {
  it("measures the library and the receiver, and leaves nothing behind", async () => {
    const printed: string[] = [];
    const now = () => "2026-11-20T14:00:00Z";
    const context = {
      ...{ options: parseOptions({}, String), surroundings: readSurroundings({}), colour: false },
      ...{ clock: systemClock, print: (text: string) => void printed.push(text) },
      report: createReport({ ...{ level: "error", kind: "json", live: false, now }, write: () => {} }),
    };
    expect(await bench(context, { iterations: 100 })).toEqual({ exitCode: 0 });
    const lines = printed.join("\n").split("\n");
    expect(lines[0]).toContain("100 calls each");
    expect(lines.slice(1).map((line) => line.split("  ")[0])).toEqual([
      ...["trackExecution", "trackTool", "collect, one span a request"],
    ]);
  });

  it("judges by what a call of 100 ms loses", () => {
    expect([4_999, 5_000, 10_000, 10_001].map(overheadVerdict)).toEqual([
      ...["excellent", "acceptable", "acceptable", "high"],
    ]);
    const rows = [{ name: "trackTool", microseconds: 21, limit: 20 }];
    expect(overheadText(100, 1, rows)).toContain(
      "0.021 % of a tool call of 100 ms: excellent, above the bar of 20 µs",
    );
  });
});
