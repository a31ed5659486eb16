import { jsonl } from "#simulator/history/telemetry/archive.ts";
import { nanoDollars } from "#simulator/history/telemetry/prices.ts";
import { iso, type Scene } from "#simulator/history/telemetry/scene.ts";
import {
  allCalls,
  byModel,
  type ModelCall,
  sumOf,
  type Turn,
  type Work,
} from "#simulator/history/telemetry/work.ts";

const VERSION = "1.0.78";

/** A session as Copilot CLI keeps it: `session-state/<id>/events.jsonl`. */
export function copilotEvents({ run }: Scene, work: Work): string {
  let last: string | null = null;
  let count = 0;
  const event = (at: number, type: string, data: Record<string, unknown>) => {
    count += 1;
    const id = `${work.session.slice(0, 24)}${String(count).padStart(12, "0")}`;
    const line = { type, data, id, timestamp: iso(at), parentId: last };
    last = id;
    return line;
  };
  return jsonl([
    event(work.from, "session.start", {
      ...{ sessionId: work.session, version: 1, producer: "copilot-agent", copilotVersion: VERSION },
      ...{ startTime: iso(work.from), selectedModel: work.model },
      context: { cwd: "/github/workspace", repository: run.repository.full_name, branch: run.head_branch },
    }),
    event(work.from + 1, "user.message", { content: "Sort what is new, and say what changed." }),
    ...work.turns.flatMap((turn, index) => turnEvents(turn, String(index), event)),
    event(work.to, "session.shutdown", shutdown(work)),
  ]);
}

type Emit = (at: number, type: string, data: Record<string, unknown>) => unknown;

function turnEvents({ call, thought, tools, retries }: Turn, turnId: string, event: Emit): unknown[] {
  const answered = call.at + call.ms;
  return [
    ...Array.from({ length: retries }, () =>
      event(call.at, "model.call_failure", {
        ...{ errorType: "server_error", statusCode: 503, durationMs: 900, failureKind: "api" },
        ...{ source: "top_level", model: call.model },
      }),
    ),
    event(call.at, "assistant.turn_start", { turnId }),
    event(answered, "assistant.message", {
      ...{ messageId: call.id, model: call.model, content: thought, outputTokens: call.output, turnId },
      apiCallId: `chatcmpl-${call.id}`,
      toolRequests: tools.map((use) => ({ toolCallId: use.id, name: use.tool.name, arguments: use.input })),
    }),
    ...tools.flatMap((use) => {
      const { id: toolCallId, tool } = use;
      const mcp = tool.server === null ? {} : { mcpServerName: tool.server, mcpToolName: tool.name };
      const named = { toolCallId, toolName: tool.name, model: call.model, turnId, ...mcp };
      const denied = { kind: "denied-by-rules" };
      return [
        event(use.at, "tool.execution_start", { ...named, arguments: use.input }),
        ...(use.status === "denied"
          ? [event(use.at, "permission.completed", { requestId: use.id, toolCallId, result: denied })]
          : []),
        event(use.at + use.ms, "tool.execution_complete", {
          ...{ toolCallId, success: use.status === "success", turnId },
          ...(use.status === "success"
            ? { result: { content: use.output } }
            : { error: { code: use.status, message: use.output } }),
        }),
      ];
    }),
    event(answered, "assistant.turn_end", { turnId }),
  ];
}

function shutdown(work: Work): Record<string, unknown> {
  const calls = allCalls(work);
  return {
    ...(work.cause === null
      ? { shutdownType: "routine" }
      : { shutdownType: "error", errorReason: "MCP server repo-search: Request timed out" }),
    ...{ totalPremiumRequests: 0, totalNanoAiu: nanoCredits(calls), totalApiDurationMs: sumOf(calls).ms },
    ...{ sessionStartTime: work.from, currentModel: work.model },
    codeChanges: { linesAdded: 0, linesRemoved: 0, filesModified: [] },
    modelMetrics: Object.fromEntries(
      byModel(calls).map(([model, own]) => {
        const { calls: count, fresh, cacheRead, cacheWrite, output } = sumOf(own);
        const inputTokens = fresh + cacheRead + cacheWrite;
        const usage = {
          inputTokens,
          outputTokens: output,
          cacheReadTokens: cacheRead,
          cacheWriteTokens: cacheWrite,
        };
        return [model, { requests: { count, cost: count }, usage, totalNanoAiu: nanoCredits(own) }];
      }),
    ),
  };
}

/** A credit is a cent: a hundred to the dollar. */
export function nanoCredits(calls: readonly ModelCall[]): number {
  return (nanoDollars(calls) ?? 0) * 100;
}

/** The lines that `copilot -p` ends with, rounded. */
export function copilotFooter(work: Work): readonly string[] {
  const { fresh, cacheRead, cacheWrite, output } = sumOf(allCalls(work));
  const seconds = Math.round((work.to - work.from) / 1000);
  const duration = seconds < 60 ? `${seconds}s` : `${Math.floor(seconds / 60)}m ${seconds % 60}s`;
  return [
    ...work.turns.flatMap((turn) =>
      turn.tools.map((use) => `${use.status === "success" ? "●" : "✗"} ${use.tool.name}`),
    ),
    work.answer,
    "",
    "Changes   +0 -0",
    `Duration  ${duration}`,
    `Tokens    ↑ ${short(fresh + cacheRead + cacheWrite)} • ↓ ${short(output)} • ${short(cacheRead)} (cached)`,
  ];
}

function short(tokens: number): string {
  if (tokens < 1000) return String(tokens);
  return tokens < 1e6 ? `${(tokens / 1e3).toFixed(1)}k` : `${(tokens / 1e6).toFixed(1)}m`;
}
