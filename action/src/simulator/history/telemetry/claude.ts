import type { Random } from "#simulator/history/random.ts";
import type { Files } from "#simulator/history/telemetry/archive.ts";
import {
  claudeResult,
  nameOf,
  refusalOf,
  toolId,
  usage,
} from "#simulator/history/telemetry/claude-result.ts";
import { perform } from "#simulator/history/telemetry/perform.ts";
import { iso, type Scene, uuid, within } from "#simulator/history/telemetry/scene.ts";
import { ANSWERS } from "#simulator/history/telemetry/talk.ts";
import { CLAUDE_TASK, CLAUDE_TOOLS } from "#simulator/history/telemetry/toolbox.ts";
import type { ModelCall, Turn, Work } from "#simulator/history/telemetry/work.ts";

const HAIKU = "claude-haiku-4-5-20251001";
const OPUS = "claude-opus-4-7";
/** What the workflow allows. */
const MOST_TURNS = 30;
export function claudeWork(scene: Scene): Work {
  const { random, story, at, from, to, cause } = scene;
  const newest = at < story.sonnet5 ? "claude-sonnet-4-5-20250929" : "claude-sonnet-5";
  const loop = within(story.loop, at);
  const model = loop || random.chance(0.1) ? OPUS : newest;
  const isOutage = within(story.outage, at);
  return perform(random, {
    ...{ session: uuid(random), from, to, model, cause, loop },
    turns: turnsOf(random, scene, loop),
    base: random.around(21_000),
    limit: 160_000,
    tools: CLAUDE_TOOLS,
    task: { tool: CLAUDE_TASK, model: HAIKU },
    aside: HAIKU,
    fallback:
      model === "claude-sonnet-5" && random.chance(0.06) ? { from: model, to: "claude-sonnet-4-6" } : null,
    answer: random.pick(ANSWERS),
    reasoning: 0,
    down: within(story.searchDown, at) || cause === "tool_timeout" ? ["repo-search"] : [],
    refused: isOutage ? 0.6 : 0.03,
    cacheWrites: true,
  });
}

/** Prompt v3 made it plan before it edits, which saves turns; v4 skips the plan. */
function turnsOf(random: Random, { story, at, cause }: Scene, loop: boolean): number {
  if (cause === "max_turns") return MOST_TURNS;
  if (cause === "rate_limit" || cause === "overloaded") return random.between(1, 4);
  if (loop) return MOST_TURNS - 1;
  const planned = at >= story.prompt3 && at < story.prompt4;
  return Math.min(MOST_TURNS - 1, random.around(planned ? 7 : 11));
}

/** The action's execution file: one array of the SDK's messages. Since the newer version they carry times. */
export function claudeFiles(scene: Scene, work: Work): Files {
  const dated = scene.at >= scene.story.sonnet5;
  const common = (at: number, id: string) => ({
    session_id: work.session,
    uuid: `${id.slice(0, 8)}-0000-4000-8000-${id.slice(8, 20).padEnd(12, "0")}`,
    ...(dated && { timestamp: iso(at) }),
  });
  const messages = [
    init(scene, work, dated),
    ...work.turns.flatMap((turn) => turnMessages(turn, null, common)),
    ...ending(work, common),
    { ...claudeResult(work), ...common(work.to, "ffffffffffffffffffff") },
  ];
  return { "claude-execution-output.json": JSON.stringify(messages, null, 2) };
}

type Common = (at: number, id: string) => Record<string, unknown>;

function init({ story, at }: Scene, work: Work, dated: boolean) {
  const servers = [...new Set(CLAUDE_TOOLS.flatMap(({ server }) => server ?? []))];
  return {
    ...{ type: "system", subtype: "init", cwd: "/home/runner/work/agent-fleet/agent-fleet" },
    ...{ session_id: work.session, model: work.fallback?.from ?? work.model, permissionMode: "default" },
    tools: [...CLAUDE_TOOLS, CLAUDE_TASK].map(nameOf),
    mcp_servers: servers.map((name) => {
      const down = name === "repo-search" && within(story.searchDown, at);
      return { name, status: down ? "failed" : "connected" };
    }),
    ...{
      apiKeySource: "ANTHROPIC_API_KEY",
      output_style: "default",
      slash_commands: [],
      agents: ["explorer"],
    },
    claude_code_version: dated ? "2.1.295" : "2.1.240",
  };
}

/** Every block of an answer is a message of its own that repeats the id and an unfinished count. */
function turnMessages(turn: Turn, parent: string | null, common: Common): unknown[] {
  const { call, thought, tools, retries, compaction } = turn;
  const id = `msg_${call.id}`;
  const said = [
    { type: "text", text: thought },
    ...tools.map((use) => ({ type: "tool_use", id: toolId(use), name: nameOf(use.tool), input: use.input })),
  ];
  return [
    ...(compaction === null
      ? []
      : [
          {
            ...{ type: "system", subtype: "compact_boundary" },
            compact_metadata: {
              trigger: "auto",
              pre_tokens: compaction.before,
              post_tokens: compaction.after,
            },
            ...common(call.at, call.id),
          },
        ]),
    ...Array.from({ length: retries }, (_, index) =>
      retryMessage(index + 1, 529, "overloaded", call, common),
    ),
    ...said.map((block, index) => ({
      type: "assistant",
      message: {
        ...{ id, type: "message", role: "assistant", model: call.model, content: [block] },
        ...{ stop_reason: null, usage: usage({ ...call, output: Math.min(call.output, 3 + index) }) },
      },
      ...{ parent_tool_use_id: parent, request_id: `req_${call.id}` },
      ...common(call.at + call.ms, call.id),
    })),
    ...tools.flatMap((use) => [
      ...use.turns.flatMap((inner) => turnMessages(inner, toolId(use), common)),
      {
        type: "user",
        message: {
          role: "user",
          content: [
            {
              ...{ type: "tool_result", tool_use_id: toolId(use), content: use.output },
              ...(use.status !== "success" && { is_error: true }),
            },
          ],
        },
        parent_tool_use_id: parent,
        ...common(use.at + use.ms, use.id),
      },
    ]),
  ];
}

function retryMessage(attempt: number, status: number, error: string, call: ModelCall, common: Common) {
  return {
    ...{ type: "system", subtype: "api_retry", attempt, max_retries: 10 },
    ...{ retry_delay_ms: 500 * 2 ** attempt, error_status: status, error },
    ...common(call.at, call.id),
  };
}

/** What comes between the last turn and the result. */
function ending(work: Work, common: Common): unknown[] {
  const last = work.turns.at(-1)?.call;
  if (last === undefined) return [];
  const { fallback } = work;
  const refusal = refusalOf(work);
  const swapped = fallback && {
    ...{ type: "system", subtype: "model_refusal_fallback", trigger: "refusal", direction: "downgrade" },
    ...{ scope: "session", original_model: fallback.from, fallback_model: fallback.to },
    ...{ request_id: `req_${last.id}`, ...common(last.at, last.id) },
  };
  const retries = refusal?.terminal === "api_error" ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] : [];
  // Claude Code answers in the model's stead, and uses nothing.
  const synthetic = refusal && {
    type: "assistant",
    message: {
      ...{ id: `msg_${last.id}-error`, type: "message", role: "assistant", model: "<synthetic>" },
      ...{ content: [{ type: "text", text: refusal.text }], stop_reason: "stop_sequence" },
      usage: usage({ fresh: 0, cacheRead: 0, cacheWrite: 0, output: 0, reasoning: 0 }),
    },
    ...{ parent_tool_use_id: null, error: refusal.error, ...common(work.to, last.id) },
  };
  return [
    ...(swapped ? [swapped] : []),
    ...retries.map((attempt) =>
      retryMessage(attempt, refusal?.status ?? 529, refusal?.error ?? "overloaded", last, common),
    ),
    ...(synthetic ? [synthetic] : []),
  ];
}
