import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { imported, totals } from "./importing.ts";

/** Files that agents really left behind, where they are at hand; they are not ours to copy. */
const CORPUS = join(import.meta.dirname, "../../../../shared/corpus/telemetry");
const SESSIONS = join(CORPUS, "codex-and-claude-sessions/packages/agent-cli-sdk/tests/fixtures");
const EXEC = join(CORPUS, "codex-and-claude-sessions/.agent/research/codex/codex-samples");
const CCUSAGE = join(CORPUS, "ccusage/apps/ccusage/test/fixtures");

type Line = {
  type?: string;
  requestId?: string;
  costUSD?: number;
  usage?: Record<string, number>;
  message?: { id?: string; usage?: Record<string, number> };
  payload?: {
    type?: string;
    info?: { last_token_usage: Record<string, number>; total_token_usage: Record<string, number> } | null;
  };
};

function linesOf(path: string): Line[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".jsonl"))
    .sort();
}

const reported = (path: string) => imported({ [path]: readFileSync(path, "utf8") });
const sum = (numbers: readonly number[]) => numbers.reduce((all, some) => all + some, 0);

/** As ccusage counts: a call is its message and request; here with the last of its lines, which tells the most. */
function claudeCalls(path: string) {
  const calls = new Map<string, Record<string, number>>();
  for (const { message, requestId } of linesOf(path))
    if (message?.usage) calls.set(`${message.id}:${requestId}`, message.usage);
  return [...calls.values()];
}

describe.skipIf(!existsSync(CORPUS))("files that agents really left behind", () => {
  it("Claude's execution file: the cost it tells, to the cent", () => {
    const path = join(CORPUS, "claude-code-action/test/fixtures/sample-turns.json");
    const result = JSON.parse(readFileSync(path, "utf8")).at(-1);
    const { executions } = reported(path);
    expect(totals(reported(path)).usd).toBe(result.total_cost_usd);
    expect(executions).toMatchObject([{ duration_ms: result.duration_ms, status: "success" }]);
  });

  it.each([
    ...filesIn(join(SESSIONS, "claude/full")).map((name) => join(SESSIONS, "claude/full", name)),
    ...filesIn(join(CCUSAGE, "claude")).map((name) => join(CCUSAGE, "claude", name)),
  ])("Claude's session file %s: the tokens of its calls", (path) => {
    const calls = claudeCalls(path);
    const all = (key: string) => sum(calls.map((usage) => usage[key] ?? 0));
    expect(calls.length).toBeGreaterThan(0);
    expect(totals(reported(path))).toEqual({
      prompt: all("input_tokens") + all("cache_read_input_tokens") + all("cache_creation_input_tokens"),
      completion: all("output_tokens"),
      cache_read: all("cache_read_input_tokens"),
      usd: Math.round(sum(linesOf(path).map(({ costUSD }) => costUSD ?? 0)) * 1e6) / 1e6,
    });
    expect(reported(path).problems).toEqual([]);
  });

  it.each([
    ...filesIn(join(SESSIONS, "codex/full")).map((name) => join(SESSIONS, "codex/full", name)),
    ...filesIn(join(CCUSAGE, "codex")).map((name) => join(CCUSAGE, "codex", name)),
  ])("Codex' rollout %s: its running total, which restarts in one of them", (path) => {
    const counts = linesOf(path).flatMap(({ payload }) =>
      payload?.type === "token_count" && payload.info ? [payload.info] : [],
    );
    /** The last total before each restart, and the last of all. */
    const ends = counts.filter(({ total_token_usage: total }, index) => {
      const next = counts[index + 1]?.total_token_usage;
      return next === undefined || (next.total_tokens ?? 0) < (total.total_tokens ?? 0);
    });
    const all = (key: string) => sum(ends.map(({ total_token_usage }) => total_token_usage[key] ?? 0));
    expect(totals(reported(path))).toMatchObject({
      prompt: all("input_tokens"),
      completion: all("output_tokens"),
      cache_read: all("cached_input_tokens"),
    });
    expect(reported(path).problems).toEqual([]);
  });

  it.each(filesIn(EXEC))("Codex' events %s: the usage of the last turn", (name) => {
    const path = join(EXEC, name);
    const usage = linesOf(path).findLast(({ type }) => type === "turn.completed")?.usage;
    expect(totals(reported(path))).toMatchObject({
      prompt: usage?.input_tokens ?? 0,
      completion: usage?.output_tokens ?? 0,
    });
    expect(reported(path).executions).toMatchObject([
      { status: usage === undefined ? "in_progress" : "success" },
    ]);
  });
});
