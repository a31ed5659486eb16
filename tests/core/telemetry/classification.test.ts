import { describe, expect, it } from "vitest";
import { errorCategory, shellErrorCategory, toolErrorCategory } from "#core/telemetry/error-category.ts";
import { operationOf } from "#core/telemetry/operation.ts";
import { splitToolName } from "#core/telemetry/tool-name.ts";
import { UsageTable } from "#core/telemetry/usage-table.ts";

describe("the operation of a tool", () => {
  it.each([
    [
      "file_operation",
      "Read",
      "Edit",
      "MultiEdit",
      "Write",
      "Glob",
      "apply_patch",
      "read_file",
      "str_replace_editor",
      "get_file_contents",
    ],
    ["shell_command", "Bash", "shell", "run_shell_command", "local_shell", "BashOutput", "exec_command"],
    ["planning", "TodoWrite", "update_plan", "ExitPlanMode"],
    ["memory_operation", "save_memory", "memory_search"],
    ["rag_operation", "vector_search", "semantic_search"],
    ["tool_execution", "WebFetch", "web_search", "Task", "get_issue", "create_pull_request"],
  ])("%s: %s and the like", (operation, ...tools) => {
    expect(tools.map((tool) => [tool, operationOf(tool)])).toEqual(tools.map((tool) => [tool, operation]));
  });
});

describe("the name of a tool", () => {
  it.each([
    ["mcp__github__get_issue", "get_issue", "github"],
    ["mcp__my_server__a__b", "a__b", "my_server"],
    ["Read", "Read", null],
  ])("%s", (reported, name, server) => {
    expect(splitToolName(reported)).toEqual({ name, server });
  });
});

describe("the category of an error", () => {
  it.each([
    ["overloaded", "provider_overloaded"],
    ["rate_limit", "rate_limit"],
    ["billing_error", "quota_exceeded"],
    ["oauth_org_not_allowed", "auth_failed"],
    ["max_output_tokens", "context_overflow"],
    ["error_max_budget_usd", "budget_exceeded"],
    ["server_error", "dependency_unavailable"],
    ["model_not_found", "configuration"],
    ["Request timed out.", "timeout"],
    ["Your input exceeds the context window of this model.", "context_overflow"],
    ["stream disconnected before completion: stream closed", "network"],
    ["something else", "unknown"],
  ])("%s", (reported, category) => {
    expect(errorCategory(reported)).toBe(category);
  });

  it("is not known where nothing was told, and the first that says something decides", () => {
    expect(errorCategory(null)).toBeNull();
    expect(errorCategory(null, "hm", "429")).toBe("rate_limit");
  });

  it("of a tool's timeout is the tool's", () => {
    expect(toolErrorCategory("operation timed out")).toBe("tool_timeout");
  });

  it.each([
    ["Exit code 1\nrate limit, JSON, schema", null, "script_error"],
    ["Exit code 127\nfoo: not found", null, "dependency_unavailable"],
    ["Command timed out after 2m 0s", null, "tool_timeout"],
    ["", 137, "out_of_memory"],
  ])("of a command is its exit code's: %j", (output, code, category) => {
    expect(shellErrorCategory(output, code)).toBe(category);
  });
});

describe("a table of usage", () => {
  it("adds requests per provider, model and tier, without the dust of binary fractions", () => {
    const table = new UsageTable();
    const request = {
      provider: "anthropic",
      model: "m",
      requests: 1,
      prompt: 10,
      completion: 1,
      reported_cost_usd: 0.1,
    };
    for (const tier of [null, null, null, "long"]) table.add({ ...request, tier });
    expect(table.rows()).toMatchObject([
      { tier: null, requests: 3, prompt: 30, reported_cost_usd: 0.3, cache_read: null },
      { tier: "long", requests: 1, prompt: 10 },
    ]);
    expect(table.largestModel()).toBe("m");
  });

  it("loses no token of more models than a record holds", () => {
    const table = new UsageTable();
    for (let model = 0; model < 3000; model++) table.add({ model: `m-${model}`, prompt: 2, completion: 1 });
    const rows = table.rows();
    expect(rows).toHaveLength(50);
    expect(rows.reduce((sum, row) => sum + (row.prompt ?? 0), 0)).toBe(6000);
  });
});
