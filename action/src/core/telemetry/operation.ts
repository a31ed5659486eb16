import type { Operation } from "#core/records/execution.ts";

/** In order; by the words of all agents' built-in tools and of common MCP tools. */
const OPERATIONS: readonly { pattern: RegExp; operation: Operation }[] = [
  {
    pattern: /^(?:todo_?(?:write|read|list)|update_?plan|plan|(?:enter|exit)_?plan_?mode|write_?todos)$/i,
    operation: "planning",
  },
  { pattern: /memory|^remember$/i, operation: "memory_operation" },
  { pattern: /rag\b|retriev|vector|embedding|semantic_?search|knowledge/i, operation: "rag_operation" },
  { pattern: /compact|summari[sz]e_?(?:context|conversation)|context/i, operation: "context_management" },
  {
    pattern:
      /^(?:bash(?:_?output)?|(?:kill_?)?shell(?:_?command)?|(?:run_?)?(?:shell|terminal)_?(?:command|execution)?|run_?in_?terminal|(?:local_?)?shell(?:_call)?|exec(?:_command)?|command_?execution|execute_?command|(?:read|write|stop|list)_(?:bash|powershell)|powershell|write_stdin|unified_exec|container\.exec)$/i,
    operation: "shell_command",
  },
  {
    pattern:
      /^(?:read|write|edit|multi_?edit|notebook_?(?:read|edit)|glob|grep|ls|view|create|str_replace.*|insert|apply_?patch|file_?change|replace|(?:read|write|edit|create|delete|move|list|search|get|push)_?(?:many_?)?(?:text_?)?(?:files?|folder|director(?:y|ies)|file_contents)|list_dir|search_file_content|grep_?search|file_?search|rg)$/i,
    operation: "file_operation",
  },
];

/** What kind of work a tool does, by its name (without its server's); `tool_execution` where the name does not say. */
export function operationOf(tool: string): Operation {
  const name = tool.slice(0, 200);
  return OPERATIONS.find(({ pattern }) => pattern.test(name))?.operation ?? "tool_execution";
}
