import type { Store } from "#app/effects.ts";
import { fnv1a64 } from "#core/hash.ts";
import type { AgentStep, Execution, ToolCall } from "#core/records/execution.ts";
import type { Run } from "#core/records/run.ts";
import { addSeconds } from "#core/time.ts";
import { anAgentStep, anExecution, aRepositoryRecord, aState, aToolCall, aUsage } from "../../builders.ts";
import { memoryStore } from "../../memory-store.ts";
import { FLEET_WORKFLOWS, fleetRuns, HOSTILE } from "../fleet.ts";

const idOf = (run: Run, part = "") => fnv1a64(`${run.id}/${run.run_attempt}${part}`);

/** The newest execution, with everything that telemetry can tell, strangers' texts included. */
export const RICH = idOf({ id: 2001, run_attempt: 1 } as Run);

/** The fleet with its agents' work: some tell all, one told nothing, one is estimated, one has no price. */
export function workingFleet(): Store {
  const runs = fleetRuns();
  const agentRuns = runs.filter(({ workflow_id, id }) => workflow_id === 12 && id < 3000);
  const executions = agentRuns.flatMap((run, index) => (index % 7 === 3 ? [] : worked(run, index)));
  return memoryStore({
    repository: aRepositoryRecord({ workflows: FLEET_WORKFLOWS }),
    state: aState({ own_workflow_id: 14 }),
    runs,
    executions,
  });
}

function worked(run: Run, index: number): Execution[] {
  const failed = run.conclusion === "failure" || run.conclusion === "timed_out";
  const times = { started_at: run.created_at, completed_at: addSeconds(run.created_at, 90 + index) };
  const parent = anExecution({
    execution_id: idOf(run),
    run_id: run.id,
    ...times,
    duration_ms: (90 + index) * 1000,
    status: failed ? "failure" : "success",
    error_type: failed ? "rate_limit" : null,
    error_message: failed ? `429 ${HOSTILE}` : null,
    session_id: index % 3 === 0 ? `session ${index % 5} ${HOSTILE}`.slice(0, 200) : null,
    item: index % 3 === 1 ? { kind: "issue", number: 40 + (index % 4) } : null,
    usage_approximate: index % 5 === 1,
    usage: [
      aUsage({ reported_cost_usd: index % 5 === 1 ? null : 0.02 * (index + 1) }),
      ...(index % 6 === 2 ? [aUsage({ model: "house-model", reported_cost_usd: null })] : []),
    ],
    retries: index % 4,
    ...(index === 0 ? RICH_FACTS : {}),
  });
  if (index !== 0) return [parent];
  const child = anExecution({
    execution_id: idOf(run, "child"),
    run_id: run.id,
    ...times,
    parent_execution_id: parent.execution_id,
    agent_id: HOSTILE,
  });
  return [parent, child];
}

function aStep(index: number, over: Partial<AgentStep>): AgentStep {
  return anAgentStep({
    ...{ index, turn: 1 + Math.floor(index / 3), duration_ms: 8000, model: "claude-sonnet-4-5" },
    ...{ prompt: 4000, completion: 300, cache_read: 2000 },
    ...over,
  });
}

function aTool(over: Partial<ToolCall>): ToolCall {
  return aToolCall({ duration_ms: 1200, input_bytes: 40, output_bytes: 900, ...over });
}

/** What an execution said, as it stands where contents are shown. */
export const SAID = "what nobody else should read";
const sampled = { peak: 80, mean: 40, slope: 1.5 };
const RICH_FACTS: Partial<Execution> = {
  agent_name: HOSTILE,
  agent_workflow: {
    ...{ id: HOSTILE, round: "r1", type: HOSTILE, status: "failure", error_type: "timeout" },
    ...{ error_message: HOSTILE, started_at: null, duration_ms: null },
  },
  context: { max_prompt_tokens: 150_000, window: 200_000 },
  steps: [
    aStep(0, { time_estimated: true, request_id: HOSTILE, memory_bytes: 5e8, output_bytes: 1200 }),
    aStep(1, {
      kind: "tool_call",
      operation: "shell_command",
      name: HOSTILE,
      parent: 0,
      prompt: null,
      completion: null,
      cache_read: null,
      status: "failure",
      error_type: "tool_timeout",
      duration_ms: 2000,
    }),
    aStep(2, {
      kind: "observation",
      operation: "shell_command",
      name: "Bash",
      parent: 1,
      prompt: null,
      completion: null,
      cache_read: null,
      duration_ms: null,
      status: "denied",
    }),
    aStep(3, {
      kind: "final_answer",
      tokens_estimated: true,
      content: `${HOSTILE}\n${SAID}`,
      context: { tokens: 60_000, share: 0.3 },
    }),
  ],
  tools: [
    aTool({ step: 1, status: "failure", error: HOSTILE, input: `{"command":"${SAID}"}`, output: HOSTILE }),
    aTool({
      name: HOSTILE.slice(0, 200),
      server: "github",
      calls: 3,
      external: { host: "api.example.org", status_code: 503, duration_ms: 20 },
    }),
  ],
  exceptions: [
    {
      ...{ type: "TimeoutError", message: HOSTILE, step: 1, at: null, count: 3 },
      stack: `TimeoutError: ${HOSTILE}\n    at run (agent.js:1:1)`,
    },
    { type: null, message: null, stack: "    at main (agent.js:9:1)", step: null, at: null, count: 1 },
  ],
  tools_loaded: ["Bash", "Read"],
  decisions: [{ policy_id: HOSTILE, tool: "Bash", result: "block", count: 2, reason: HOSTILE }],
  actions: [{ type: "create_pull_request", count: 1 }],
  evals: [
    { name: "helpful", kind: "evaluation", score: 0.9, label: null, passed: true },
    { name: HOSTILE, kind: "guardrail", score: null, label: null, passed: false },
  ],
  metrics: [
    {
      name: "lines",
      kind: "counter",
      unit: "lines",
      labels: {},
      value: 42,
      count: null,
      min: null,
      max: null,
      buckets: null,
    },
  ],
  resources: {
    samples: 30,
    cpu_percent: sampled,
    memory_bytes: { peak: 4e9, mean: 2e9, slope: 3e6 },
    disk_used_bytes: null,
    process_memory_bytes: { peak: 4e8, mean: 2e8, slope: -3e6 },
    process_cpu_percent: sampled,
    steady_growth: true,
  },
  truncated: [`12 steps ${HOSTILE}`],
  redactions: { "GitHub token": 2 },
};
