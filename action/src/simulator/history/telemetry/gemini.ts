import type { Files } from "#simulator/history/telemetry/archive.ts";
import { perform } from "#simulator/history/telemetry/perform.ts";
import { iso, type Scene, uuid } from "#simulator/history/telemetry/scene.ts";
import { GEMINI_TOOLS } from "#simulator/history/telemetry/toolbox.ts";
import {
  allCalls,
  byModel,
  type ModelCall,
  promptOf,
  sumOf,
  type ToolUse,
  type Work,
} from "#simulator/history/telemetry/work.ts";

const PRO = "gemini-3.1-pro-preview";
const FLASH = "gemini-3-flash-preview";
/** In no price list. */
const LABORATORY = "gemini-4-flash-exp";
const DAY = 86_400;

export function geminiWork({ random, story, at, from, to, cause }: Scene): Work {
  const isTrial = at >= story.now - 14 * DAY && random.chance(0.4);
  const isBusy = random.chance(0.12);
  return perform(random, {
    ...{ session: uuid(random), from, to, cause, task: null, aside: null },
    model: isTrial ? LABORATORY : FLASH,
    fallback: isBusy ? { from: PRO, to: FLASH } : null,
    turns: cause === "quota_exceeded" ? 0 : random.between(2, 5),
    base: random.around(9000),
    limit: 180_000,
    tools: GEMINI_TOOLS,
    answer: '{"labels":["bug","area/router"]}',
    reasoning: 0.5,
    ...{ down: [], refused: 0.04, loop: false, cacheWrites: false },
  });
}

/** What run-gemini-cli leaves in `gemini-artifacts/`: the answer with its statistics, and the telemetry file. */
export function geminiFiles(scene: Scene, work: Work): Files {
  if (work.cause === "quota_exceeded") {
    const message = "You exceeded your current quota, please check your plan and billing details.";
    const error = { session_id: work.session, error: { type: "ApiError", message, code: 429 } };
    const refused = { model: work.model, "error.type": "429", "error.message": message, status_code: 429 };
    return {
      "stdout.log": "",
      "stderr.log": `${JSON.stringify(error, null, 2)}\n`,
      "telemetry.log": records(scene, work, [record(work, work.to, "gemini_cli.api_error", refused)]),
    };
  }
  const answer = { session_id: work.session, response: work.answer, stats: stats(work) };
  return {
    "stdout.log": `${JSON.stringify(answer, null, 2)}\n`,
    "stderr.log": "",
    "telemetry.log": records(scene, work, turnRecords(work)),
  };
}

function stats(work: Work) {
  const uses = work.turns.flatMap((turn) => turn.tools);
  const names = [...new Set(uses.map((use) => use.tool.name))];
  const { count, success, fail, durationMs, decisions } = toolStats(uses);
  return {
    models: Object.fromEntries(byModel(allCalls(work)).map(([model, calls]) => [model, modelStats(calls)])),
    tools: {
      ...{ totalCalls: count, totalSuccess: success, totalFail: fail, totalDurationMs: durationMs },
      totalDecisions: decisions,
      byName: Object.fromEntries(
        names.map((name) => [name, toolStats(uses.filter((use) => use.tool.name === name))]),
      ),
    },
    files: { totalLinesAdded: 0, totalLinesRemoved: 0 },
  };
}

function modelStats(calls: readonly ModelCall[]) {
  const sum = sumOf(calls);
  const prompt = sum.fresh + sum.cacheRead;
  return {
    api: { totalRequests: sum.calls, totalErrors: 0, totalLatencyMs: sum.ms },
    tokens: {
      ...{ input: sum.fresh, prompt, candidates: sum.output - sum.reasoning, total: prompt + sum.output },
      ...{ cached: sum.cacheRead, thoughts: sum.reasoning, tool: 0 },
    },
  };
}

function toolStats(uses: readonly ToolUse[]) {
  const success = uses.filter((use) => use.status === "success").length;
  const reject = uses.filter((use) => use.status === "denied").length;
  return {
    ...{ count: uses.length, success, fail: uses.length - success },
    durationMs: uses.reduce((sum, use) => sum + use.ms, 0),
    decisions: { accept: 0, reject, modify: 0, auto_accept: uses.length - reject },
  };
}

function turnRecords(work: Work): unknown[] {
  return work.turns.flatMap(({ call, tools, retries }, index) => {
    const prompt_id = `${work.session}########${index}`;
    const { model } = call;
    return [
      ...Array.from({ length: retries }, (_, attempt) =>
        record(work, call.at, "gemini_cli.network_retry_attempt", {
          ...{ attempt: attempt + 1, max_attempts: 10, error_type: "503", delay_ms: 5000, model },
        }),
      ),
      ...(work.fallback &&
      work.fallback.to === model &&
      work.turns[index - 1]?.call.model === work.fallback.from
        ? [record(work, call.at, "gemini_cli.flash_fallback", { auth_type: "gemini-api-key" })]
        : []),
      record(work, call.at + call.ms, "gemini_cli.api_response", {
        ...{
          model,
          duration_ms: call.ms,
          status_code: 200,
          prompt_id,
          finish_reasons: ["STOP"],
          role: "main",
        },
        ...{ input_token_count: promptOf(call), output_token_count: call.output - call.reasoning },
        ...{ cached_content_token_count: call.cacheRead, thoughts_token_count: call.reasoning },
        ...{ tool_token_count: 0, total_token_count: promptOf(call) + call.output },
      }),
      ...tools.map((use) =>
        record(work, use.at + use.ms, "gemini_cli.tool_call", {
          ...{
            function_name: use.tool.name,
            duration_ms: use.ms,
            success: use.status === "success",
            prompt_id,
          },
          decision: use.status === "denied" ? "reject" : "auto_accept",
          tool_type: use.tool.server === null ? "native" : "mcp",
          ...(use.tool.server !== null && { mcp_server_name: use.tool.server }),
          ...(use.status !== "success" && { error: use.output, error_type: "execution_failed" }),
          content_length: use.output.length,
        }),
      ),
    ];
  });
}

/** As the OpenTelemetry file exporter writes them: objects one after the other, not lines. */
function records({ run, topic }: Scene, work: Work, more: readonly unknown[]): string {
  const config = record(work, work.from, "gemini_cli.config", {
    ...{ model: work.fallback?.from ?? work.model, approval_mode: "yolo", github_event_name: run.event },
    ...{ github_workflow_name: "gemini-cli-triage", github_issue_number: String(topic ?? "") },
  });
  return [config, ...more].map((each) => `${JSON.stringify(each, null, 2)}\n`).join("");
}

function record(work: Work, at: number, name: string, attributes: Record<string, unknown>) {
  const time = [Math.floor(at / 1000), (at % 1000) * 1_000_000];
  const resource = { "service.name": "gemini-cli", "service.version": "v24.9.0", "session.id": work.session };
  return {
    ...{ hrTime: time, hrTimeObserved: time },
    resource: { _rawAttributes: Object.entries(resource) },
    instrumentationScope: { name: "gemini-cli" },
    attributes: {
      ...{ "session.id": work.session, "event.name": name, "event.timestamp": iso(at), interactive: false },
      ...attributes,
    },
    _body: name,
    totalAttributesCount: Object.keys(attributes).length + 4,
  };
}
