import type { RecordFile } from "#core/records/files.ts";

/**
 * 4 → 5: requests had no id, steps no size, memory, context or content, tools no input and output, and executions no
 * exceptions and no workflow of several agents.
 */
export function contents(file: RecordFile, data: unknown): unknown {
  if (!isObject(data)) return data; // the schema of the next version says what is wrong
  const next = { ...data, schema_version: 5 };
  const { executions } = data;
  if (file.kind !== "executions" || !Array.isArray(executions)) return next;
  return { ...next, executions: executions.map(executionWithContents) };
}

/** Also of what a collect step of an earlier version wrote on the runner: what it tells stays. */
export function executionWithContents(found: unknown): unknown {
  if (!isObject(found)) return found;
  return {
    ...{ agent_workflow: null, exceptions: [] },
    ...found,
    usage: each(found["usage"], { request_id: null }),
    steps: each(found["steps"], {
      ...{ request_id: null, input_bytes: null, output_bytes: null },
      ...{ memory_bytes: null, context: null, content: null },
    }),
    tools: each(found["tools"], { input: null, output: null }),
  };
}

type Old = Record<string, unknown>;

function each(list: unknown, unknown: Old): unknown {
  return Array.isArray(list)
    ? list.map((item: unknown) => (isObject(item) ? { ...unknown, ...item } : item))
    : list;
}

function isObject(found: unknown): found is Old {
  return typeof found === "object" && found !== null && !Array.isArray(found);
}
