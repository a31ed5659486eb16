import type { RecordFile } from "#core/records/files.ts";
import { each, type Old, raisedTo } from "#core/records/migrate-old.ts";

/**
 * 4 → 5: requests had no id, steps no size, memory, context or content, tools no input and output, and executions no
 * exceptions and no workflow of several agents.
 */
export function contents(file: RecordFile, data: unknown): unknown {
  return raisedTo(5, file, data, { executions: executionWithContents });
}

/** Also of what a collect step of an earlier version wrote on the runner: what it tells stays. */
export function executionWithContents(execution: Old): Old {
  return {
    ...{ agent_workflow: null, exceptions: [] },
    ...execution,
    usage: withUnknown(execution["usage"], { request_id: null }),
    steps: withUnknown(execution["steps"], {
      ...{ request_id: null, input_bytes: null, output_bytes: null },
      ...{ memory_bytes: null, context: null, content: null },
    }),
    tools: withUnknown(execution["tools"], { input: null, output: null }),
  };
}

const withUnknown = (list: unknown, unknown: Old) => each(list, (item) => ({ ...unknown, ...item }));
