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

/** Servers that do one kind of work, whatever their tools are called: `search` of `rag` is no search of files. */
const SERVERS: readonly { pattern: RegExp; operation: Operation }[] = [
  { pattern: /memory|mem0|\bzep\b|letta/i, operation: "memory_operation" },
  {
    pattern:
      /(?:^|[^a-z])rag(?:$|[^a-z])|retriev|vector|embedding|knowledge|qdrant|chroma|pinecone|weaviate|milvus|pgvector/i,
    operation: "rag_operation",
  },
];

/**
 * What kind of work a tool does, by its MCP server's name or its own; `tool_execution` where neither says it.
 *
 * @param tool its name without its server's
 */
export function operationOf(tool: string, server: string | null = null): Operation {
  const name = tool.slice(0, 200);
  const of = server === null ? undefined : SERVERS.find(({ pattern }) => pattern.test(server.slice(0, 200)));
  if (of !== undefined) return of.operation;
  return OPERATIONS.find(({ pattern }) => pattern.test(name))?.operation ?? "tool_execution";
}
