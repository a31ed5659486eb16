import type { AgentEvent } from "#core/records/event.ts";
import { type Files, jsonl } from "#simulator/history/telemetry/archive.ts";
import { perform } from "#simulator/history/telemetry/perform.ts";
import { dollars } from "#simulator/history/telemetry/prices.ts";
import { iso, type Scene, uuid } from "#simulator/history/telemetry/scene.ts";
import { STEWARD_HOSTS, STEWARD_TOOLS } from "#simulator/history/telemetry/toolbox.ts";
import {
  allCalls,
  type ModelCall,
  promptOf,
  sumOf,
  type ToolUse,
  type Turn,
  type Work,
} from "#simulator/history/telemetry/work.ts";

/** The team trained it, so no list has its price. */
const OWN_MODEL = "octo-steward-8b";
const HAIKU = "claude-haiku-4-5-20251001";

export function stewardWork({ random, story, at, from, to, cause }: Scene): Work {
  const isNoop = cause === null && random.chance(0.25);
  return perform(random, {
    ...{ session: uuid(random), from, to, model: OWN_MODEL, cause, task: null, aside: HAIKU },
    fallback: random.chance(0.06) ? { from: OWN_MODEL, to: "claude-sonnet-4-6" } : null,
    turns: isNoop ? 2 : Math.max(3, random.around(at < story.steward4 ? 8 : 4)),
    base: random.around(at < story.steward4 ? 7000 : 4200),
    limit: 60_000,
    tools: STEWARD_TOOLS,
    answer: isNoop ? "noop" : "Updates are planned.",
    reasoning: 0.2,
    ...{ down: [], refused: at < story.steward4 ? 0.1 : 0.03, loop: false, cacheWrites: false },
  });
}

/** What the team's own program told of itself with `agentops emit`. Runs of one week are one session. */
export function stewardFiles(scene: Scene, work: Work): Files {
  const emit = emitter(scene, work);
  const events = [
    emit(work.from, { type: "agent.request.started", model: work.model, provider: providerOf(work.model) }),
    ...work.turns.flatMap((turn, index) => turnEvents(turn, `plan-${index + 1}`, emit)),
    ...work.aside.map((call) => stepCompleted(call, "summary", emit)),
    ...(work.fallback
      ? [
          emit(work.from + 1500, {
            ...{ type: "agent.fallback.triggered", model: work.fallback.to },
            attributes: { from: work.fallback.from, to: work.fallback.to },
          }),
        ]
      : []),
    ...outcome(scene, work, emit),
    ...judged(scene, emit),
    completed(work, emit),
  ];
  return { "events.jsonl": jsonl(events) };
}

type Emit = (at: number, event: Omit<AgentEvent, "timestamp">) => AgentEvent;
/** The plans' secrets are looked for before anything is opened. */
const GUARD = { name: "no-secrets", kind: "guardrail" };

function emitter({ run, job, story, at }: Scene, work: Work): Emit {
  const week = Math.floor((at / 86_400 - 4) / 7);
  const isNew = at >= story.steward4;
  let spans = 0;
  return (moment, { type, ...event }) => {
    spans += 1;
    return {
      ...{ type, timestamp: iso(moment) },
      trace_id: work.session.replaceAll("-", ""),
      span_id: (job.id * 1000 + spans).toString(16).padStart(16, "0"),
      session_id: `steward-week-${week}`,
      ...{ agent_id: "dependency-steward", agent_type: "planner", team: "platform" },
      ...{ project_id: run.repository.full_name, user_id: run.actor?.login ?? null },
      prompt_version: isNew ? "4" : "3",
      environment: "production",
      ...event,
    };
  };
}

function turnEvents({ call, tools, retries }: Turn, name: string, emit: Emit): AgentEvent[] {
  return [
    ...Array.from({ length: retries }, (_, index) =>
      emit(call.at, {
        ...{ type: "agent.retry", model: call.model, error_type: "provider_overloaded", status_code: 503 },
        attributes: { attempt: index + 1 },
      }),
    ),
    stepCompleted(call, name, emit),
    ...tools.map((use) => toolEvent(use, emit)),
  ];
}

function stepCompleted(call: ModelCall, name: string, emit: Emit): AgentEvent {
  return emit(call.at + call.ms, {
    ...{ type: "agent.step.completed", step_name: name, step_kind: "thought", operation: "llm_request" },
    ...{ status: "success", model: call.model, provider: providerOf(call.model), latency_ms: call.ms },
    ...tokens([call]),
    cost_usd: dollars([call]),
  });
}

function toolEvent(use: ToolUse, emit: Emit): AgentEvent {
  const host = STEWARD_HOSTS[use.tool.name];
  const external = host ? { host, status_code: use.status === "failure" ? 502 : 200 } : {};
  const named = { tool_name: use.tool.name, tool_server: use.tool.server, latency_ms: use.ms, ...external };
  if (use.status === "success")
    return emit(use.at + use.ms, { type: "agent.tool.called", status: "success", ...named });
  if (use.status === "failure")
    return emit(use.at + use.ms, {
      ...{ type: "agent.tool.failed", status: "failure", error_type: "network", error_message: use.output },
      ...named,
    });
  const policy = { policy_id: "steward:allowlist", policy_result: "deny" };
  return emit(use.at, { type: "agent.policy.decision", tool_name: use.tool.name, ...policy });
}

function outcome({ random, cause }: Scene, work: Work, emit: Emit): AgentEvent[] {
  if (work.answer === "noop") return [emit(work.to, { type: "custom.noop" })];
  if (cause !== null) return [];
  const updates = random.between(1, 5);
  const allowed = {
    policy_id: "steward:pull-requests",
    policy_result: "allow",
    tool_name: "open_pull_request",
  };
  const spent = emit(work.to, {
    type: "agent.budget.threshold_hit",
    attributes: { percent: 80, limit_usd: 0.05 },
  });
  return [
    emit(work.to, { type: "agent.policy.decision", ...allowed }),
    emit(work.to, { type: "custom.updates-planned", attributes: { updates, largest: "<b>undici</b>" } }),
    ...(work.turns.length > 9 ? [spent] : []),
  ];
}

/** What people and checks thought of the plan; the newer prompt makes better ones. */
function judged({ random, story, at, to }: Scene, emit: Emit): AgentEvent[] {
  const better = at >= story.steward4 ? 0.2 : 0;
  const score = Math.min(1, Math.round((0.55 + better + random.next() * 0.3) * 100) / 100);
  const votes = random.between(0, 3);
  return [
    emit(to, { type: "custom.score", attributes: { name: "plan-quality", score, passed: score >= 0.7 } }),
    emit(to, { type: "custom.score", attributes: { ...GUARD, passed: !random.chance(0.06) } }),
    emit(to, {
      type: "custom.metric",
      attributes: { name: "steward.packages.checked", kind: "counter", value: random.between(40, 90) },
    }),
    ...Array.from({ length: votes }, () =>
      emit(to, { type: "custom.reaction", attributes: { emoji: random.pick(["👍", "👎", "🎉"]) } }),
    ),
  ];
}

function completed(work: Work, emit: Emit): AgentEvent {
  const { cause } = work;
  return emit(work.to, {
    ...{ type: "agent.request.completed", model: work.model, provider: providerOf(work.model) },
    ...{ status: cause === null ? "success" : "failure", latency_ms: work.to - work.from },
    ...(cause && { error_type: cause, error_message: "rate_limit_error: try again later" }),
    ...tokens(allCalls(work)),
  });
}

function tokens(calls: readonly ModelCall[]) {
  const prompt = calls.reduce((sum, call) => sum + promptOf(call), 0);
  const { output, cacheRead, reasoning } = sumOf(calls);
  return {
    ...{ tokens_prompt: prompt, tokens_completion: output, tokens_total: prompt + output },
    ...{ tokens_cache_read: cacheRead, tokens_reasoning: reasoning },
  };
}

function providerOf(model: string): string {
  return model === OWN_MODEL ? "octo" : "anthropic";
}
