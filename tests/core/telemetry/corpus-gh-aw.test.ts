import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { priceUsage } from "#core/pricing/tokens.ts";
import { imported, jsonl } from "./importing.ts";

/** What gh-aw really left behind, where it is at hand; it is not ours to copy. */
const CORPUS = join(import.meta.dirname, "../../../../shared/corpus/telemetry");
const read = (path: string) => readFileSync(join(CORPUS, path), "utf8");
const sum = (numbers: readonly number[]) => numbers.reduce((all, some) => all + some, 0);

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
}

type DatasetRow = {
  run_id: number;
  created_at: string;
  cost_usd: number | null;
  models: string[];
  providers: string[];
  api_calls: number;
  input_tokens: number;
  output_tokens: number;
  cache_read_tokens: number;
  cache_write_tokens: number;
  total_tokens: number;
};
type FleetLogs = {
  summary: { total_aic: number };
  runs: { run_id: number; aic?: number }[];
  mcp_tool_usage: {
    summary: { server_name: string; tool_name: string; call_count: number }[];
    tool_calls?: { server_name: string; tool_name: string }[];
    filtered_events?: object[];
  };
};

function datasetRows(): DatasetRow[] {
  return read("gh-aw-firewall/token-dataset.jsonl")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

/** A run as gh-aw sums it up: the data set holds the sums of such runs. */
function executionsOf(row: DatasetRow) {
  const info = JSON.stringify({ engine_id: "claude", workflow_name: "w", model: row.models[0] ?? "" });
  return imported({ "agent/aw_info.json": info, "agent/agent_usage.json": JSON.stringify(row) }).executions;
}

describe.skipIf(!existsSync(CORPUS))("what gh-aw really left behind", () => {
  it("1,000 runs of the firewall's data set: tokens, cache apart from input as Anthropic counts", () => {
    const rows = datasetRows();
    expect(rows).toHaveLength(1000);
    for (const row of rows) {
      const usage = executionsOf(row).flatMap((execution) => execution.usage);
      const written = sum(usage.map((one) => one.cache_write_5m ?? 0));
      const cached = sum(usage.map((one) => one.cache_read ?? 0));
      const prompt = sum(usage.map((one) => one.prompt ?? 0));
      expect([prompt - cached - written, cached, written]).toEqual([
        row.input_tokens,
        row.cache_read_tokens,
        row.cache_write_tokens,
      ]);
      // Their total is without the cache.
      expect(prompt - cached - written + sum(usage.map((one) => one.completion ?? 0))).toBe(row.total_tokens);
    }
  });

  it("the data set's dollars, where one model used them all: our price of its tokens, to the cent", () => {
    const differing: number[] = [];
    for (const row of datasetRows()) {
      if (row.cost_usd === null || row.models.length !== 1) continue;
      const [usage] = executionsOf(row).flatMap((execution) => execution.usage);
      const priced = usage === undefined ? null : priceUsage(usage, row.created_at, []).nano_usd;
      if (Math.round((priced ?? 0) / 1e7) !== Math.round(row.cost_usd * 100)) differing.push(row.run_id);
    }
    // One of 19 cost three times what the tokens beside it do: they are not all that it used.
    expect(differing).toHaveLength(1);
  });

  it("the firewall's sample of both logs: what was let through and refused, and by which rule", () => {
    const sample = (name: string) => read(`gh-aw-firewall/samples/audit/${name}`);
    const ran = { "agent/agent-stdio.log": "[claude-harness] 2026-03-23T18:34:00.000Z done: exitCode=0" };
    const logs = [
      { "agent/audit.jsonl": sample("audit.jsonl") },
      { "agent/access.log": sample("access.log") },
      { "agent/audit.jsonl": sample("audit.jsonl"), "firewall-audit-logs/access.log": sample("access.log") },
    ];
    for (const files of logs) {
      const reported = imported({
        ...ran,
        ...files,
        "agent/policy-manifest.json": sample("policy-manifest.json"),
      });
      expect(reported.problems).toEqual([]);
      expect(reported.executions[0]?.decisions).toEqual([
        {
          policy_id: "firewall:allow-both-plain",
          tool: "api.github.com",
          result: "allow",
          count: 2,
          reason: null,
        },
        {
          policy_id: "firewall:deny-default",
          tool: "evil.example.com",
          result: "block",
          count: 1,
          reason: null,
        },
      ]);
    }
  });

  it("a Copilot run with its gateway's messages: every call of a tool, with its answer", () => {
    const messages = read("gh-aw-misc/ksail_mcp_rpc-messages.jsonl");
    const { executions, problems } = imported({
      "agent/aw_info.json": read("gh-aw-misc/ksail_aw_info.json"),
      "agent/mcp-logs/rpc-messages.jsonl": messages,
    });
    const calls = messages
      .split("\n")
      .filter((line) => line.includes('"method":"tools/call"'))
      .map((line) => JSON.parse(line));
    const [execution] = executions;
    expect(problems).toEqual([]);
    expect(execution).toMatchObject({ agent_id: "gh-aw:copilot", agent_version: "0.0.410" });
    expect(execution?.tools).toHaveLength(calls.length);
    expect(countBy(execution?.tools ?? [], ({ server, name }) => `${server}/${name}`)).toEqual(
      countBy(calls, ({ server_id, payload }) => `${server_id}/${payload.params.name}`),
    );
    for (const tool of execution?.tools ?? []) expect(tool.duration_ms).toBeLessThan(200);
  });

  it.each(["logs_with_aic.json", "logs_all_failures.json", "logs_mixed_noop.json"])(
    "the fleet's %s: AI credits, calls of MCP tools and what was filtered",
    (name) => {
      const logs: FleetLogs = JSON.parse(read(`gh-aw-fleet/internal/fleet/testdata/logs/${name}`));
      const credits = logs.runs.map(({ aic }) => {
        if (aic === undefined) return 0;
        const totals = JSON.stringify({ input_tokens: 0, output_tokens: 0, ai_credits: aic });
        const { executions } = imported({ "usage/agent_usage.json": totals });
        return sum(executions.flatMap(({ usage }) => usage.map((row) => row.reported_ai_credits ?? 0)));
      });
      expect(sum(credits)).toBeCloseTo(logs.summary.total_aic ?? 0, 9);
      const { summary = [], tool_calls, filtered_events } = logs.mcp_tool_usage ?? {};
      if (tool_calls === undefined || tool_calls === null) return;
      const filtered = (filtered_events ?? []).map((event) => ({ type: "DIFC_FILTERED", ...event }));
      const { executions } = imported({
        "usage/activity/summary.json": JSON.stringify({
          schema: "usage-activity-summary/v1",
          gateway: { tool_calls },
        }),
        "agent/mcp-logs/gateway.jsonl": jsonl(filtered),
      });
      expect(countBy(executions[0]?.tools ?? [], ({ server, name }) => `${server}/${name}`)).toEqual(
        Object.fromEntries(summary.map((row) => [`${row.server_name}/${row.tool_name}`, row.call_count])),
      );
      expect(sum((executions[0]?.decisions ?? []).map(({ count }) => count))).toBe(filtered.length);
    },
  );
});
