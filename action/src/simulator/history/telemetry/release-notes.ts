import type { AgentEvent } from "#core/records/event.ts";
import { COLLECTED } from "#core/telemetry/collected-job.ts";
import { type Files, jsonl } from "#simulator/history/telemetry/archive.ts";
import { collectedFiles } from "#simulator/history/telemetry/collected.ts";
import { perform } from "#simulator/history/telemetry/perform.ts";
import { iso, type Scene, uuid } from "#simulator/history/telemetry/scene.ts";
import { ANSWERS } from "#simulator/history/telemetry/talk.ts";
import { NOTES_TOOLS } from "#simulator/history/telemetry/toolbox.ts";
import { type ModelCall, promptOf, type Turn, type Work } from "#simulator/history/telemetry/work.ts";

const MODEL = "claude-haiku-4-5-20251001";
const WINDOW = 200_000;
const MB = 1e6;
/** One after the other; the last reads what the second wrote. */
const AGENTS = ["researcher", "writer", "editor"] as const;
const ASKED = {
  researcher: "Collect what was merged since the last release, and who did it.",
  writer: "Write release notes of what the researcher found, for people who use the product.",
  editor: "Shorten the notes, and check every link and number in them.",
} as const;

export function notesWork({ random, from, to, cause }: Scene): Work {
  return perform(random, {
    ...{ session: uuid(random), from, to, model: MODEL, cause, loop: false },
    ...{ turns: 3 * Math.max(2, random.around(3)), base: random.around(9000), limit: 150_000 },
    ...{ tools: NOTES_TOOLS, task: null, aside: null, fallback: null, answer: random.pick(ANSWERS) },
    ...{ reasoning: 0, down: [], refused: 0.02, cacheWrites: true },
  });
}

/** What the team's program told with the event library: a workflow of three agents. */
export function notesFiles(scene: Scene, work: Work): Files {
  const emit = emitter(scene, work);
  const share = Math.ceil(work.turns.length / AGENTS.length);
  const events = AGENTS.flatMap((agent, index) => {
    const turns = work.turns.slice(index * share, (index + 1) * share);
    // What breaks it breaks the writer, and the editor never begins.
    if (work.cause !== null && agent === "editor") return [];
    return executionEvents(scene, work, agent, turns, emit);
  });
  const end = { workflow_type: "sequential", latency_ms: work.to - work.from };
  const reported = [
    ...events,
    emit(work.to, null, { type: "custom.workflow", status: "ok", ...end, ...failure(work) }),
    ...figures(scene, emit),
  ];
  return collectedFiles(scene, "release-notes", { [COLLECTED.emitted]: jsonl(reported) });
}

type Emit = (at: number, agent: string | null, event: Omit<AgentEvent, "timestamp">) => AgentEvent;

function emitter({ run, job }: Scene, work: Work): Emit {
  let spans = 0;
  return (at, agent, { type, ...event }) => {
    spans += 1;
    return {
      ...{ type, timestamp: iso(at), trace_id: work.session.replaceAll("-", "") },
      span_id: (job.id * 1000 + spans).toString(16).padStart(16, "0"),
      ...(agent !== null && { agent_id: agent }),
      ...{ workflow_id: "release-notes", workflow_round: work.session.slice(0, 8) },
      ...{ team: "platform", project_id: run.repository.full_name, user_id: run.actor?.login ?? null },
      ...event,
    };
  };
}

function executionEvents(
  { random }: Scene,
  work: Work,
  agent: (typeof AGENTS)[number],
  turns: readonly Turn[],
  emit: Emit,
): AgentEvent[] {
  const [first, last] = [turns[0], turns.at(-1)];
  if (first === undefined || last === undefined) return [];
  const memory = () => ({ memory_bytes: Math.round((140 + random.next() * 220) * MB) });
  const isBroken = agent === "writer" && work.cause !== null;
  const end = isBroken ? work.to : last.call.at + last.call.ms + 400;
  return [
    emit(first.call.at, agent, { type: "agent.request.started", input: ASKED[agent] }),
    ...turns.flatMap((turn) => [
      emit(turn.call.at + turn.call.ms, agent, {
        ...{ type: "agent.step.completed", step_name: "draft", step_kind: "thought", status: "ok" },
        ...{ operation: "llm_request", content: turn.thought, ...requestOf(turn.call), ...memory() },
      }),
      ...turn.tools.map((use) =>
        emit(use.at + use.ms, agent, {
          type: use.status === "success" ? "agent.tool.called" : "agent.tool.failed",
          ...{ tool_name: use.tool.name, tool_server: use.tool.server, latency_ms: use.ms },
          ...{ input: JSON.stringify(use.input), output: use.status === "success" ? use.output : null },
          ...{ input_bytes: JSON.stringify(use.input).length, output_bytes: use.output.length },
          ...(use.status !== "success" && { status: use.status, error_message: use.output }),
        }),
      ),
    ]),
    emit(end, agent, {
      ...{ type: "agent.request.completed", status: "ok", latency_ms: end - first.call.at },
      ...(isBroken ? failure(work) : { output: work.answer }),
    }),
  ];
}

function requestOf(call: ModelCall): Partial<AgentEvent> {
  return {
    ...{ provider: "anthropic", model: call.model, latency_ms: call.ms, request_id: `req_${call.id}` },
    ...{ tokens_prompt: promptOf(call), tokens_completion: call.output },
    ...{ tokens_cache_read: call.cacheRead, tokens_cache_write: call.cacheWrite },
    ...{ context_tokens: promptOf(call), context_window: WINDOW },
  };
}

function failure({ cause }: Work): Partial<AgentEvent> {
  if (cause === null) return {};
  return {
    ...{ status: "error", error_type: "SyntaxError" },
    error_message: "Unexpected token 'H', \"Here are t\"... is not valid JSON",
    error_stack: [
      "SyntaxError: Unexpected token 'H', \"Here are t\"... is not valid JSON",
      "    at JSON.parse (<anonymous>)",
      "    at write (file:///home/runner/work/agent-fleet/agent-fleet/agents/release-notes.mjs:52:23)",
    ].join("\n"),
  };
}

/** Numbers of the program's own. */
function figures({ random, to }: Scene, emit: Emit): AgentEvent[] {
  const metric = (name: string, kind: string, value: number, more: object = {}) =>
    emit(to, "editor", { type: "custom.metric", attributes: { name, kind, value, ...more } });
  return [
    metric("release.notes.words", "gauge", random.between(240, 900), { unit: "words" }),
    metric("release.changes", "counter", random.between(4, 40), { "label.kind": "merged" }),
    metric("release.changes", "counter", random.between(0, 5), { "label.kind": "reverted" }),
    metric("release.paragraph.words", "histogram", random.between(20, 80)),
    metric("release.paragraph.words", "histogram", random.between(20, 80)),
  ];
}
