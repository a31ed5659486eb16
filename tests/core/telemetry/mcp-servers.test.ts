import { describe, expect, it } from "vitest";
import { logs, spans } from "./exporting.ts";
import { imported, jsonl } from "./importing.ts";

const at = (second: number) => new Date(Date.UTC(2026, 10, 20, 14, 0, second)).toISOString();
const THREAD = "0199812e-64f0-7f73-91fc-095dda01c36e";
const usage = { input_tokens: 10, output_tokens: 5 };

/** The tool `search` of an MCP server, as each agent's files tell it. */
const FILES: Record<string, (server: string) => Record<string, string>> = {
  "Claude's session": (server) => ({
    "s/s1.jsonl": jsonl([
      {
        ...{ parentUuid: null, isSidechain: false, sessionId: "s1", timestamp: at(1), type: "assistant" },
        message: {
          ...{ id: "m1", model: "claude-sonnet-4-5", role: "assistant", usage },
          content: [{ type: "tool_use", id: "t1", name: `mcp__${server}__search`, input: {} }],
        },
      },
    ]),
  }),
  "Claude's logs": (server) => ({
    "o/o.jsonl": logs("claude-code", {
      ...{ name: "tool_result", at: 1 },
      attributes: { "session.id": "c", tool_name: `mcp__${server}__search`, success: "true" },
    }),
  }),
  "Codex' rollout": (server) => ({
    [`r/rollout-2026-11-20T14-00-00-${THREAD}.jsonl`]: jsonl([
      { timestamp: at(0), type: "session_meta", payload: { id: THREAD } },
      {
        ...{ timestamp: at(1), type: "response_item" },
        payload: { type: "function_call", name: `${server}__search`, call_id: "c", arguments: "{}" },
      },
    ]),
  }),
  "Codex' events": (server) => ({
    "c/exec.jsonl": jsonl([
      { type: "thread.started", thread_id: THREAD },
      {
        type: "item.completed",
        item: { id: "i", type: "mcp_tool_call", server, tool: "search", arguments: {}, status: "completed" },
      },
    ]),
  }),
  "Copilot's events": (server) => ({
    "p/events.jsonl": jsonl([
      {
        ...{ type: "session.start", id: "a", timestamp: at(0), parentId: null },
        data: { sessionId: "7c2b4d2f-0000-4000-8000-00000000000b" },
      },
      {
        ...{ type: "tool.execution_start", id: "b", timestamp: at(1), parentId: null },
        data: {
          toolCallId: "t",
          toolName: `${server}-search`,
          mcpServerName: server,
          mcpToolName: "search",
          arguments: {},
        },
      },
      {
        ...{ type: "tool.execution_complete", id: "c", timestamp: at(2), parentId: null },
        data: { toolCallId: "t", success: true, result: { content: "x" } },
      },
    ]),
  }),
  "OpenTelemetry's spans": (server) => ({
    "o/o.jsonl": spans("bot", {
      ...{ id: 1, name: "execute_tool search" },
      attributes: {
        ...{ "gen_ai.operation.name": "execute_tool", "gen_ai.tool.name": "search" },
        "mcp.server.name": server,
      },
    }),
  }),
  "our own events": (server) => ({
    "e/e.jsonl": jsonl([
      {
        ...{ type: "agent.tool.called", timestamp: at(1), trace_id: "a".repeat(32), agent_id: "bot" },
        ...{ tool_name: "search", tool_server: server },
      },
    ]),
  }),
};

describe.each(Object.entries(FILES))("the MCP server that %s name", (_, files) => {
  it.each([
    ["mem0", "memory_operation"],
    ["agent-memory", "memory_operation"],
    ["qdrant-docs", "rag_operation"],
    ["knowledge-base", "rag_operation"],
    ["company-rag", "rag_operation"],
    ["github", "tool_execution"],
    ["fragments", "tool_execution"],
  ])("decides what %s's search does: %s", (server, operation) => {
    expect(imported(files(server)).executions[0]?.tools).toMatchObject([
      { name: "search", server, operation },
    ]);
  });
});
