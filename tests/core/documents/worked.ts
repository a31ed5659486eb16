import { attemptReader } from "#core/attempts/attempt.ts";
import type { Facts } from "#core/attempts/facts.ts";
import type { Fold } from "#core/attempts/fold.ts";
import type { Execution, ToolCall } from "#core/records/execution.ts";
import { addSeconds } from "#core/time.ts";
import { anExecution, aRunRecord, aToolCall } from "../../builders.ts";
import { aContext } from "./contexts.ts";

let made = 0;

/** A fold over one run for each execution, at the execution's own start. */
export function worked<Document>(
  fold: Pick<Fold<Document>, "add" | "finish">,
  executions: readonly Execution[],
  context = aContext(),
): Document {
  const read = attemptReader(context);
  for (const execution of executions) fold.add(read(...attemptOf(execution)));
  return fold.finish();
}

export function attemptOf(execution: Execution): [ReturnType<typeof aRunRecord>, Facts] {
  made += 1;
  const id = 10_000 + made;
  const created_at = execution.started_at ?? "2026-11-20T10:00:00Z";
  const own = { ...execution, run_id: id, execution_id: made.toString(16).padStart(16, "0") };
  const run = aRunRecord({ id, created_at, workflow_name: "Claude Code", workflow_id: 21 });
  return [run, { reading: null, executions: [own] }];
}

/** So many executions, an hour apart, the first at `from`. */
export function several(n: number, from: string, of: (index: number) => Partial<Execution>): Execution[] {
  return Array.from({ length: n }, (_, index) =>
    anExecution({ started_at: addSeconds(from, index * 3600), ...of(index) }),
  );
}

export function aCall(over: Partial<ToolCall> = {}): ToolCall {
  return aToolCall({
    name: "get_issue",
    server: "github",
    operation: "tool_execution",
    started_at: "2026-11-20T10:00:30.5Z",
    duration_ms: 400,
    input_bytes: 100,
    output_bytes: 5_000,
    ...over,
  });
}
