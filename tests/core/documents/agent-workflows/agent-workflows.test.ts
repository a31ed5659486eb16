import { describe, expect, it } from "vitest";
import { attemptReader } from "#core/attempts/attempt.ts";
import { agentWorkflowsFold } from "#core/documents/agent-workflows/agent-workflows.ts";
import type { AgentWorkflow } from "#core/records/agent-workflow.ts";
import type { Execution } from "#core/records/execution.ts";
import { AGENT_ROUNDS } from "#core/render/columns/agent-workflows.ts";
import { filed } from "#core/render/columns/column.ts";
import { csv } from "#core/render/csv.ts";
import { anExecution, aRunRecord, aToolCall, aUsage } from "../../../builders.ts";
import { aContext } from "../contexts.ts";

const aRound = (over: Partial<AgentWorkflow> = {}): AgentWorkflow => ({
  ...{ id: "review-and-fix", round: "r1", type: "sequential", status: "success", error_type: null },
  ...{ error_message: null, started_at: "2026-11-20T10:00:00Z", duration_ms: 90_000 },
  ...over,
});
const work = (run_id: number, agent_id: string, agent_workflow: AgentWorkflow | null, over = {}): Execution =>
  anExecution({
    ...{
      run_id,
      agent_id,
      agent_workflow,
      execution_id: `${run_id}${agent_id}`.padStart(16, "0").slice(-16),
    },
    ...{ usage: [aUsage({ prompt: 1000, completion: 10, reported_cost_usd: 0.5 })], ...over },
  });

function documentOf(runs: readonly (readonly Execution[])[]) {
  const fold = agentWorkflowsFold();
  const read = attemptReader(aContext());
  for (const executions of runs) {
    const id = executions[0]?.run_id ?? 0;
    const attempt = read(aRunRecord({ id, run_number: id }), { reading: null, executions });
    attempt.invocations.forEach(fold.add);
  }
  return fold.finish(new Set([runs[0]?.[0]?.execution_id ?? ""]));
}

describe("workflows of several agents", () => {
  it("add up what their agents used, round by round", () => {
    const failed = { status: "failure", error_type: "timeout", error_message: "too slow" } as const;
    const { workflows, rounds } = documentOf([
      [
        work(1, "reviewer", aRound()),
        work(1, "fixer", aRound(), {
          started_at: "2026-11-20T10:01:00Z",
          tools: [aToolCall({ calls: 3 }), aToolCall({ status: "failure" })],
        }),
        work(1, "alone", null),
      ],
      [
        work(2, "reviewer", aRound({ ...failed, round: "r9", started_at: "2026-11-20T12:00:00Z" }), {
          usage: [aUsage({ model: "nobody-knows-this", reported_cost_usd: null })],
        }),
      ],
    ]);
    expect(workflows).toMatchObject([
      {
        ...{ workflow: "review-and-fix", type: "sequential", agents: ["fixer", "reviewer"], rounds: 2 },
        ...{ success: { value: 0.5 }, median_seconds: 90, tool_calls: 4, cost_known: { value: 0.5 } },
        ...{ last_at: "2026-11-20T12:00:00Z", cost_nano_usd: 1e9, tokens_total: 2020 + 12_900 },
      },
    ]);
    expect(rounds).toMatchObject([
      { run_id: 2, ...failed, cost_nano_usd: null, cost_complete: false, cost_source: "unknown" },
      {
        ...{ run_id: 1, status: "success", seconds: 90, tokens_total: 2020, cost_nano_usd: 1e9 },
        ...{ cost_complete: true, cost_source: "reported", tool_calls: 4, tool_failures: 1 },
        agents: [
          { agent: "reviewer", page: true },
          { agent: "fixer", page: false },
        ],
      },
    ]);
    expect(csv(filed(AGENT_ROUNDS), rounds)).toMatch(/reviewer · fixer/);
  });

  it("whose end was never told have none, and last as long as what is known of their agents", () => {
    const open = aRound({ ...{ round: null, status: null, started_at: null, duration_ms: null } });
    const { workflows, rounds } = documentOf([
      [
        work(1, "a", open, { started_at: "2026-11-20T10:00:00Z", completed_at: "2026-11-20T10:00:30Z" }),
        work(1, "b", open, { started_at: "2026-11-20T10:00:20Z", completed_at: null, duration_ms: 25_000 }),
      ],
    ]);
    expect(rounds).toMatchObject([{ status: null, seconds: 45, started_at: "2026-11-20T10:00:00Z" }]);
    expect(workflows).toMatchObject([{ success: { value: null }, rounds: 1 }]);
  });

  it("hold no more names than are believed", () => {
    const many = Array.from({ length: 300 }, (_, n) => [work(n + 1, "a", aRound({ id: `made-up-${n}` }))]);
    const { workflows, left_out } = documentOf(many);
    expect([workflows.length, left_out]).toEqual([200, 100]);
  });
});
