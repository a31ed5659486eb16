import { dollars } from "#simulator/history/telemetry/prices.ts";
import { lastWords, type Scene } from "#simulator/history/telemetry/scene.ts";
import {
  allCalls,
  byModel,
  type ModelCall,
  sumOf,
  type Tool,
  type ToolUse,
  type Work,
} from "#simulator/history/telemetry/work.ts";

/** How the model provider words a refusal. */
const REFUSALS: Readonly<Record<string, { status: number; error: string; text: string; terminal: string }>> =
  {
    rate_limit: {
      ...{ status: 429, error: "rate_limit", terminal: "api_error" },
      text: apiError(
        429,
        "rate_limit_error",
        "This request would exceed the rate limit of your organization.",
      ),
    },
    overloaded: {
      ...{ status: 529, error: "overloaded", terminal: "api_error" },
      text: apiError(529, "overloaded_error", "Overloaded"),
    },
    context_overflow: {
      ...{ status: 400, error: "invalid_request", terminal: "prompt_too_long" },
      text: "Prompt is too long",
    },
  };

function apiError(status: number, type: string, message: string): string {
  return `API Error: ${status} ${JSON.stringify({ type: "error", error: { type, message } })}`;
}

/** The last message: what the whole run cost. */
export function claudeResult(work: Work) {
  const calls = allCalls(work);
  const main = work.turns.map((turn) => turn.call);
  const refusal = refusalOf(work);
  const subtype =
    work.cause === "max_turns"
      ? "error_max_turns"
      : work.cause === null || refusal
        ? "success"
        : "error_during_execution";
  return {
    ...{ type: "result", subtype, is_error: work.cause !== null },
    duration_ms: work.to - work.from,
    duration_api_ms: sumOf(calls).ms,
    num_turns: work.turns.length,
    ...(subtype === "success" && { result: refusal?.text ?? work.answer }),
    ...(subtype === "error_during_execution" && { errors: ["MCP server repo-search: Request timed out"] }),
    ...(refusal && { api_error_status: refusal.status }),
    stop_reason: work.cause === null ? "end_turn" : null,
    terminal_reason: terminalReason(work),
    total_cost_usd: dollars(calls),
    usage: usage(sumOf(main)),
    modelUsage: Object.fromEntries(byModel(calls).map(([model, own]) => [model, modelUsage(own)])),
    permission_denials: work.turns
      .flatMap((turn) => turn.tools)
      .filter((use) => use.status === "denied")
      .map((use) => ({ tool_name: nameOf(use.tool), tool_use_id: toolId(use), tool_input: use.input })),
  };
}

function modelUsage(calls: readonly ModelCall[]) {
  const sum = sumOf(calls);
  return {
    ...{ inputTokens: sum.fresh, outputTokens: sum.output },
    ...{ cacheReadInputTokens: sum.cacheRead, cacheCreationInputTokens: sum.cacheWrite },
    ...{ webSearchRequests: 0, costUSD: dollars(calls), contextWindow: 200_000, maxOutputTokens: 64_000 },
    ...{ provider: "firstParty", costBasis: "list" },
  };
}

export function usage({
  fresh,
  cacheRead,
  cacheWrite,
  output,
}: Omit<ModelCall, "id" | "model" | "at" | "ms">) {
  return {
    ...{ input_tokens: fresh, cache_creation_input_tokens: cacheWrite, cache_read_input_tokens: cacheRead },
    cache_creation: { ephemeral_5m_input_tokens: cacheWrite, ephemeral_1h_input_tokens: 0 },
    ...{ output_tokens: output, service_tier: "standard" },
  };
}

/** What the job's log shows of it: the model, time and money, but no tokens. */
export function claudeLog(scene: Scene, work: Work): readonly string[] {
  const { type, subtype, is_error, duration_ms, num_turns, total_cost_usd, modelUsage, permission_denials } =
    claudeResult(work);
  const shown = {
    ...{ type, subtype, is_error, duration_ms, num_turns, total_cost_usd },
    permission_denials_count: permission_denials.length,
    modelUsage: Object.fromEntries(
      Object.entries(modelUsage).map(([model, { contextWindow, maxOutputTokens }]) => [
        model,
        { contextWindow, maxOutputTokens },
      ]),
    ),
  };
  const begun = { type: "system", subtype: "init", message: "Claude Code initialized", model: work.model };
  return [
    "Running Claude Code via SDK (full output hidden for security)...",
    ...JSON.stringify(begun, null, 2).split("\n"),
    ...JSON.stringify(shown, null, 2).split("\n"),
    "Log saved to /home/runner/work/_temp/claude-execution-output.json",
    `Set session_id: ${work.session}`,
    ...lastWords(scene),
  ];
}

function terminalReason(work: Work): string {
  if (work.cause === null) return "completed";
  return work.cause === "max_turns" ? "max_turns" : (refusalOf(work)?.terminal ?? "model_error");
}

export function refusalOf(work: Work) {
  return work.cause === null ? undefined : REFUSALS[work.cause];
}

export function toolId(use: ToolUse): string {
  return `toolu_${use.id}`;
}

export function nameOf({ server, name }: Tool): string {
  return server === null ? name : `mcp__${server}__${name}`;
}
