import { type Files, jsonl } from "#simulator/history/telemetry/archive.ts";
import { perform } from "#simulator/history/telemetry/perform.ts";
import { iso, lastWords, type Scene, uuid } from "#simulator/history/telemetry/scene.ts";
import { ANSWERS } from "#simulator/history/telemetry/talk.ts";
import { CODEX_TOOLS } from "#simulator/history/telemetry/toolbox.ts";
import {
  type ModelCall,
  type Sum,
  sumOf,
  type ToolUse,
  type Turn,
  type Work,
} from "#simulator/history/telemetry/work.ts";

const CLI = "0.163.0";
const DIRECTORY = "/home/runner/work/agent-fleet/agent-fleet";

export function codexWork({ random, story, at, from, to, cause }: Scene): Work {
  const model = at < story.codex53 ? "gpt-5.1-codex" : "gpt-5.3-codex";
  return perform(random, {
    ...{ session: uuid(random), from, to, model, cause, task: null, aside: null, fallback: null },
    turns: cause === "auth_failed" ? 0 : Math.min(24, random.around(at < story.codex53 ? 9 : 7)),
    base: random.around(11_000),
    limit: 220_000,
    tools: CODEX_TOOLS,
    answer: random.pick(ANSWERS),
    reasoning: 0.6,
    ...{ down: [], refused: 0, loop: false, cacheWrites: false },
  });
}

/**
 * The thread as Codex keeps it under `~/.codex/sessions`.
 *
 * @param of whose thread it is, where another one started it, and what it was asked
 */
export function codexFiles({ run }: Scene, work: Work, of: { meta?: object; asked?: string } = {}): Files {
  const begun = iso(work.from);
  const day = begun.slice(0, 10).replaceAll("-", "/");
  const lines: unknown[] = [
    line(work.from, "session_meta", {
      ...{ id: work.session, timestamp: begun, cwd: DIRECTORY, originator: "codex_github_action" },
      ...{ cli_version: CLI, instructions: null, source: "exec", model_provider: "openai" },
      git: { commit_hash: run.head_sha, branch: run.head_branch, repository_url: run.repository.html_url },
      ...of.meta,
    }),
    line(work.from, "event_msg", { type: "task_started", model_context_window: 272_000 }),
    line(work.from + 3, "turn_context", {
      ...{ cwd: DIRECTORY, approval_policy: "never", sandbox_policy: { mode: "read-only" } },
      ...{ model: work.model, effort: "medium", summary: "auto" },
    }),
    ...(of.asked === undefined
      ? []
      : [line(work.from + 5, "event_msg", { type: "user_message", message: of.asked })]),
  ];
  const so: ModelCall[] = [];
  for (const turn of work.turns) {
    so.push(turn.call);
    lines.push(...turnLines(turn, sumOf(so)));
  }
  lines.push(
    ...(work.cause === null
      ? [
          line(work.to, "event_msg", { type: "agent_message", message: work.answer }),
          line(work.to, "event_msg", { type: "task_complete", duration_ms: work.to - work.from }),
        ]
      : [line(work.to, "event_msg", { type: "error", message: lastWordOf(work) })]),
  );
  return {
    [`${day}/rollout-${begun.slice(0, 19).replaceAll(":", "-")}-${work.session}.jsonl`]: jsonl(lines),
  };
}

function turnLines({ call, thought, tools }: Turn, total: Sum): unknown[] {
  const answered = call.at + call.ms;
  return [
    line(answered, "response_item", {
      type: "reasoning",
      summary: [{ type: "summary_text", text: thought }],
    }),
    line(answered, "event_msg", {
      type: "token_count",
      info: {
        total_token_usage: usage(total),
        last_token_usage: usage(sumOf([call])),
        model_context_window: 272_000,
      },
      rate_limits: { primary: { used_percent: 12.5, window_minutes: 300, resets_at: null } },
    }),
    ...tools.flatMap((use) => [
      line(use.at, "response_item", {
        ...{ type: "function_call", name: use.tool.name, call_id: `call_${use.id}` },
        arguments: JSON.stringify(use.input),
      }),
      line(use.at + use.ms, "response_item", {
        ...{ type: "function_call_output", call_id: `call_${use.id}`, output: outputOf(use) },
      }),
    ]),
  ];
}

function outputOf({ status, output, ms }: ToolUse): string {
  if (status === "denied") return `failed in sandbox: ${output}`;
  const exit = status === "failure" ? 1 : 0;
  return JSON.stringify({
    output,
    metadata: { exit_code: exit, duration_seconds: Math.round(ms / 100) / 10 },
  });
}

function usage(sum: Sum) {
  const input = sum.fresh + sum.cacheRead + sum.cacheWrite;
  return {
    ...{ input_tokens: input, cached_input_tokens: sum.cacheRead, output_tokens: sum.output },
    ...{ reasoning_output_tokens: sum.reasoning, total_tokens: input + sum.output },
  };
}

/** What the job's log shows: the model, and at the end the tokens that did not come from the cache. */
export function codexLog(scene: Scene, work: Work): readonly string[] {
  const sum = sumOf(work.turns.map((turn) => turn.call));
  const header = [
    `Running: CODEX_HOME=/home/runner/.codex codex "exec" "--skip-git-repo-check" "--sandbox" "read-only"`,
    `OpenAI Codex v${CLI} (research preview)`,
    "--------",
    `workdir: ${DIRECTORY}`,
    `model: ${work.model}`,
    "provider: openai",
    "approval: never",
    "sandbox: read-only",
    "reasoning effort: medium",
    `session id: ${work.session}`,
    "--------",
  ];
  const done = sum.calls === 0 ? [] : ["tokens used", (sum.fresh + sum.output).toLocaleString("en-US")];
  return [...header, ...(work.cause === null ? ["codex", work.answer] : []), ...done, ...lastWords(scene)];
}

function lastWordOf({ cause }: Work): string {
  if (cause === "auth_failed") return "unexpected status 401 Unauthorized: Incorrect API key provided";
  if (cause === "codex_context") return "Your input exceeds the context window of this model.";
  return "stream disconnected before completion: error sending request";
}

function line(at: number, type: string, payload: Record<string, unknown>) {
  return { timestamp: iso(at), type, payload };
}
