import { describe, expect, it } from "vitest";
import { imported, jsonl, totals } from "./importing.ts";

const PATH = "agentops/events.jsonl";
const TRACE = "0123456789abcdef0123456789abcdef";

function event(type: string, seconds: number, more: object = {}) {
  const timestamp = new Date(Date.UTC(2026, 10, 20, 14, 0, seconds)).toISOString();
  return { type, timestamp, trace_id: TRACE, agent_id: "steward", session_id: "week-3", ...more };
}
const step = (seconds: number, model: string, prompt: number, completion: number, more: object = {}) =>
  event("agent.step.completed", seconds, {
    ...{
      step_name: "plan",
      operation: "llm_request",
      status: "success",
      provider: "anthropic",
      model,
      latency_ms: 2000,
    },
    ...{ tokens_prompt: prompt, tokens_completion: completion, ...more },
  });

const work = [
  event("agent.request.started", 0, { environment: "production", user_id: "octocat", team: "platform" }),
  step(3, "claude-sonnet-4-6", 1000, 50, { cost_usd: 0.01 }),
  event("agent.tool.called", 5, {
    tool_name: "lookup",
    tool_server: "registry",
    latency_ms: 300,
    host: "npm.example",
    status_code: 200,
  }),
  event("agent.tool.failed", 6, {
    tool_name: "lookup",
    error_message: "connect ECONNRESET",
    latency_ms: 100,
  }),
  event("agent.retry", 6),
  event("agent.fallback.triggered", 7, { model: "claude-haiku-4-5" }),
  step(9, "claude-haiku-4-5", 200, 10, { cost_usd: 0.001 }),
  event("agent.policy.decision", 9, { policy_id: "allowlist", policy_result: "deny", tool_name: "push" }),
  event("agent.budget.threshold_hit", 9, { attributes: { percent: 80 } }),
  event("custom.deployed", 9, { attributes: { version: 3, by: "me@example.com" } }),
  event("custom.score", 9, { attributes: { name: "helpful", score: 0.8, passed: true } }),
  event("custom.metric", 9, {
    attributes: { name: "packages", kind: "counter", value: 3, unit: "packages" },
  }),
  event("custom.metric", 9, { attributes: { name: "packages", kind: "counter", value: 4 } }),
  event("custom.metric", 9, { attributes: { name: "depth", value: 7 } }),
  event("custom.metric", 9, { attributes: { name: "depth", value: 2 } }),
  event("agent.request.completed", 10, {
    status: "success",
    latency_ms: 10_000,
    tokens_prompt: 1200,
    tokens_completion: 60,
    model: "claude-sonnet-4-6",
  }),
];

describe("our own events", () => {
  it("of one trace are one execution, whose request tells the sum of its steps", () => {
    const reported = imported({ [PATH]: jsonl(work) });
    expect(reported.problems).toEqual([]);
    expect(totals(reported)).toMatchObject({ prompt: 1200, completion: 60, usd: 0.011 });
    expect(reported.executions).toMatchObject([
      {
        agent_id: "steward",
        trace_id: TRACE,
        session_id: "week-3",
        environment: "production",
        user_id: "octocat",
        team: "platform",
        status: "success",
        started_at: "2026-11-20T14:00:00Z",
        duration_ms: 10_000,
        retries: 1,
        fallbacks: 1,
        model_calls: 2,
        usage: [{ model: "claude-sonnet-4-6", requests: 1 }, { model: "claude-haiku-4-5" }],
        tools: [
          {
            name: "lookup",
            server: "registry",
            status: "success",
            external: { host: "npm.example", status_code: 200 },
          },
          { name: "lookup", status: "failure", error_type: "network" },
        ],
        decisions: [{ policy_id: "allowlist", tool: "push", result: "block", count: 1 }],
        evals: [{ name: "helpful", kind: "score", score: 0.8, passed: true }],
        metrics: [
          { name: "packages", kind: "counter", value: 7, unit: "packages", count: 2, min: 3, max: 4 },
          { name: "depth", kind: "gauge", value: 2, count: 2, min: 2, max: 7 },
        ],
      },
    ]);
  });

  it("that name no agent belong to the agent of their trace", () => {
    const at = (second: number) => `2026-11-20T10:00:0${second}Z`;
    const { executions } = imported({
      "a/events.jsonl": jsonl([
        { type: "agent.request.started", timestamp: at(0), trace_id: "t", agent_id: "bot" },
        { type: "agent.tool.called", timestamp: at(1), trace_id: "t", tool_name: "search" },
      ]),
    });
    expect(executions).toMatchObject([{ agent_id: "bot", tools: [{ name: "search" }] }]);
  });

  it("that are decisions, budgets or the user's own are events too, redacted", () => {
    const { events } = imported({ [PATH]: jsonl(work) });
    expect(events.map(({ type }) => type)).toEqual([
      "agent.policy.decision",
      "agent.budget.threshold_hit",
      "custom.deployed",
    ]);
    expect(events[2]?.attributes).toEqual({ version: 3, by: "[redacted:email]" });
  });

  it("count what the request tells where its steps tell less", () => {
    const partly = work.filter((reported) => reported.type !== "agent.step.completed");
    expect(totals(imported({ [PATH]: jsonl(partly) }))).toMatchObject({ prompt: 1200, completion: 60 });
    const unended = work.filter((reported) => reported.type !== "agent.request.completed");
    const reported = imported({ [PATH]: jsonl(unended) });
    expect(totals(reported)).toMatchObject({ prompt: 1200, usd: 0.011 });
    expect(reported.executions).toMatchObject([{ status: "in_progress" }]);
  });

  it("without work of an agent make no execution, and nothing is lost", () => {
    const reported = imported({ [PATH]: jsonl(work.filter(({ type }) => /^custom|policy/.test(type))) });
    expect(reported.executions).toEqual([]);
    expect(reported.events).toHaveLength(7);
  });

  it("that are none are named with their line and field", () => {
    const bad = [work[0], { ...work[1], tokens_prompt: -5 }, { type: "agent.unheard", timestamp: "now" }];
    const { problems, executions } = imported({ [PATH]: `${jsonl(bad)}{"type": "agent.re` });
    expect(problems.map(({ line }) => line)).toEqual([2, 3, 4]);
    expect(problems[0]?.message).toContain("`tokens_prompt`");
    expect(executions).toHaveLength(1);
  });

  it("tell sizes, memory and how full the context is", () => {
    const reported = [
      event("agent.step.completed", 1, {
        ...{ step_name: "plan", input_bytes: 10, output_bytes: 20, memory_bytes: 5e8 },
        ...{ context_tokens: 50_000, context_window: 200_000 },
      }),
      event("agent.tool.called", 2, {
        tool_name: "search",
        input_bytes: 4,
        output_bytes: 900,
        memory_bytes: 7e8,
      }),
      event("agent.step.completed", 3, { step_name: "sum up", context_share: 0.5 }),
      event("agent.request.completed", 4, { memory_bytes: 6e8, context_tokens: 60_000, context_share: 0.3 }),
    ];
    const { executions } = imported({ [PATH]: jsonl(reported) });
    expect(executions).toMatchObject([
      {
        context: { max_prompt_tokens: 60_000, window: 200_000 },
        resources: {
          samples: 3,
          process_memory_bytes: { peak: 7e8, mean: 6e8, slope: null },
          memory_bytes: null,
        },
        steps: [
          {
            ...{ input_bytes: 10, output_bytes: 20, memory_bytes: 5e8 },
            context: { tokens: 50_000, share: 0.25 },
          },
          { kind: "tool_call", memory_bytes: 7e8, context: null },
          { input_bytes: null, memory_bytes: null, context: { tokens: null, share: 0.5 } },
        ],
        tools: [{ input_bytes: 4, output_bytes: 900 }],
      },
    ]);
  });

  it("keep their own memory beside what the job's machine used", () => {
    const sample = { peak: 9, mean: 8, slope: null };
    const note = {
      ...{
        collected_job: 1,
        repository: null,
        run_id: 1000,
        run_attempt: 1,
        job: "agent",
        workflow_sha: null,
      },
      ...{ actor: null, environment: null, service_name: null, ended_at: null },
      ...{ started_at: "2026-11-20T14:00:00Z", accepted: 1, refused: 0, dropped: 0, redactions: {} },
      resources: {
        ...{ samples: 30, cpu_percent: sample, memory_bytes: sample, disk_used_bytes: null },
        ...{ process_memory_bytes: sample, process_cpu_percent: null, steady_growth: false },
      },
    };
    const reported = jsonl([event("agent.request.completed", 4, { memory_bytes: 6e8 })]);
    const files = {
      "agentops-x/agentops-job.json": JSON.stringify(note),
      "agentops-x/events.jsonl": reported,
    };
    expect(imported(files).executions).toMatchObject([
      { resources: { samples: 30, memory_bytes: sample, process_memory_bytes: { peak: 6e8 } } },
    ]);
  });

  it("of one round of a workflow say how it ended, whichever agent's they are", () => {
    const of = (agent_id: string | undefined, round: string) => ({
      ...{ agent_id, workflow_id: "review-and-fix", workflow_round: round },
    });
    const reported = [
      event("agent.request.completed", 2, of("reviewer", "r1")),
      event("agent.request.completed", 4, of("fixer", "r1")),
      event("custom.workflow", 4, {
        ...of(undefined, "r1"),
        ...{ workflow_type: "sequential", status: "error", latency_ms: 3000 },
        ...{ error_type: "Error", error_message: "no fix for ghp_0123456789abcdefghijABCDEFGHIJ012345" },
      }),
      event("agent.request.completed", 9, of("reviewer", "r2")),
    ];
    const { executions, events } = imported({ [PATH]: jsonl(reported) });
    const first = {
      ...{ id: "review-and-fix", round: "r1", type: "sequential", status: "failure", error_type: "unknown" },
      ...{ error_message: "no fix for [redacted:github_token]", duration_ms: 3000 },
      started_at: "2026-11-20T14:00:01Z",
    };
    const second = { round: "r2", type: null, status: null, duration_ms: null };
    expect(executions.map(({ agent_id, agent_workflow }) => ({ agent_id, agent_workflow }))).toMatchObject([
      { agent_id: "reviewer", agent_workflow: first },
      { agent_id: "fixer", agent_workflow: first },
      { agent_id: "reviewer", agent_workflow: second },
    ]);
    expect(events.map(({ type }) => type)).toEqual(["custom.workflow"]);
  });
});
