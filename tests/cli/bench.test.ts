import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  type CommandCosts,
  commandCostsText,
  overheadText,
  overheadVerdict,
} from "#core/render/overhead-text.ts";
import { comparePairs } from "#core/statistics/compare.ts";
import { systemClock } from "#io/clock.ts";
import { createReport } from "#io/report.ts";
import { bench } from "../../action/src/cli/bench.ts";
import { parseExtras } from "../../action/src/cli/extras.ts";
import { parseOptions } from "../../action/src/inputs.ts";
import { readSurroundings } from "../../action/src/surroundings.ts";
import { temporaryFolder } from "../io/remote.ts";

/** What `agentops bench --pairs 2 -- <words>` prints, and how it ends. */
async function benched(words: readonly string[], pairs = 2) {
  const printed: string[] = [];
  const now = () => "2026-11-20T14:00:00Z";
  const context = {
    ...{
      options: parseOptions({}, String),
      surroundings: readSurroundings({}),
      colour: false,
    },
    ...{ clock: systemClock, print: (text: string) => void printed.push(text) },
    report: createReport({ ...{ level: "error", kind: "json", live: false, now }, write: () => {} }),
  };
  const { exitCode } = await bench(context, {
    ...parseExtras({ iterations: "100", pairs: String(pairs) }, words),
  });
  return { exitCode, lines: printed.join("\n").split("\n") };
}

const inShell = (script: string) => ["bash", "-c", script];

describe("`agentops bench`", () => {
  it("measures the library and the receiver, and leaves nothing behind", async () => {
    const { exitCode, lines } = await benched([]);
    expect(exitCode).toBe(0);
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

describe("`agentops bench -- <command>`", () => {
  it("runs the command once to warm up, then without and with collection in turns", async () => {
    const log = join(temporaryFolder(), "log");
    const { exitCode, lines } = await benched(inShell(`echo "\${AGENTOPS_ENDPOINT:+with}" >> ${log}`), 3);
    expect(exitCode).toBe(0);
    expect(readFileSync(log, "utf8")).toBe(["", "", "with", "with", "", "", "with", ""].join("\n"));
    expect(lines[0]).toMatch(/: 3 pairs of runs without and with collection, in turns \(ABBA\)$/);
    expect(lines[1]).toMatch(/^wall {2}[\d.]+ s → [\d.]+ s {2}too few to say: 3 pairs of the 10 it takes$/);
    expect(lines[2]).toMatch(/^CPU {3}[\d.]+ s → [\d.]+ s {2}too few/);
    expect(lines[3]).toMatch(/^It told nothing: .* The receiver beside it took \d+ ms of CPU a run\.$/);
    // The call of a function that does nothing is the second figure.
    expect(lines.slice(4).join("\n")).toContain("100 calls each");
  });

  it("counts what the command told", async () => {
    const { lines } = await benched(inShell(`echo "{}" >> "\${AGENTOPS_EVENTS_FILE:-/dev/null}"`), 1);
    expect(lines.join("\n")).toContain("It told 1 item a run.");
  });

  it("says that the command fails, and with what, before anything is measured", async () => {
    await expect(benched(inShell("echo no such test >&2; exit 3"))).rejects.toThrow(
      /failed with exit code 3 before anything was collected:\nno such test$/,
    );
    await expect(benched(["no-such-command-of-ours"])).rejects.toThrow("exit code 127");
  });

  it("tells runs that fail, compares none of their pairs, and fails itself", async () => {
    const { exitCode, lines } = await benched(
      inShell('test -z "$AGENTOPS_ENDPOINT" || { echo odd >&2; exit 4; }'),
    );
    expect(exitCode).toBe(1);
    expect(lines.join("\n")).toContain(
      "2 runs failed (0 without collection, 2 with), the last with exit code 4; their pairs are not compared.\nodd\n",
    );
    expect(lines[1]).toBe("wall  — → —  too few to say: 0 pairs of the 10 it takes");
  });

  it("waits for no process that the command leaves in the background", async () => {
    const { exitCode } = await benched(inShell("sleep 60 & disown"), 1);
    expect(exitCode).toBe(0);
  }, 40_000);
});

describe("the verdict on pairs", () => {
  const textOf = (factors: readonly number[]) => {
    const pairs = factors.map((factor, index) => ({ before: 10 + index, after: (10 + index) * factor }));
    const compared = comparePairs(pairs, "lower");
    const costs: CommandCosts = {
      ...{ command: "npm test", pairs: pairs.length, failedWithout: 0, failedWith: 0, lastFailure: null },
      ...{ wall: compared, cpu: compared, receiverSeconds: 0.04, received: 12 },
    };
    return commandCostsText(costs);
  };

  it("says what it costs where that is beyond chance, whatever the runs' own length", () => {
    expect(textOf([1.03, 1.04, 1.05, 1.02, 1.04, 1.03, 1.05, 1.04, 1.03, 1.04])).toMatch(
      /^CPU {3}14 s → 14\.\d+ s {2}costs 3\.[5-9] % \[3\.\d, 4\.\d\]$/m,
    );
  });

  it("says what it saves, and that there is no difference beyond chance", () => {
    expect(textOf(Array.from({ length: 10 }, (_, n) => 0.9 + n / 1000))).toContain("saves 9.5 % [9.");
    expect(textOf(Array.from({ length: 10 }, (_, n) => 0.99 + n / 500))).toMatch(
      /no difference beyond chance \(−0\.1 % \[−\d\.\d, \d\.\d\]\)/,
    );
  });
});
