import { entry } from "#core/entry.ts";
import { MOST_CALLS } from "#core/records/bounds.ts";
import type { ToolCall } from "#core/records/execution.ts";

/**
 * Calls of one tool with one outcome as a single row that counts them, the form in which some sources tell them: every
 * count stays, times and sizes are the mean of one call, and what each of them was is gone.
 */
export function foldedCalls(tools: readonly ToolCall[]): ToolCall[] {
  const groups = new Map<string, ToolCall[]>();
  for (const tool of tools) entry(groups, outcomeOf(tool), () => []).push(tool);
  return [...groups.values()].map(folded);
}

function outcomeOf({ name, server, operation, status, error_type, external }: ToolCall): string {
  return JSON.stringify([name, server, operation, status, error_type, external?.host, external?.status_code]);
}

function folded(calls: readonly ToolCall[]): ToolCall {
  const [first] = calls as [ToolCall, ...ToolCall[]]; // a group has at least one
  return {
    ...first,
    step: null,
    calls: Math.min(
      MOST_CALLS,
      calls.reduce((sum, call) => sum + call.calls, 0),
    ),
    started_at: null,
    duration_ms: mean(calls, (call) => call.duration_ms),
    input_bytes: mean(calls, (call) => call.input_bytes),
    output_bytes: mean(calls, (call) => call.output_bytes),
    error: null,
    input_hash: null,
    external: first.external && {
      ...first.external,
      duration_ms: mean(calls, (call) => call.external?.duration_ms ?? null),
    },
    input: null,
    output: null,
  };
}

/** Of those that tell it; null where none does. Whole, as sizes are. */
function mean(calls: readonly ToolCall[], of: (call: ToolCall) => number | null): number | null {
  const reported = calls.flatMap((call) => {
    const value = of(call);
    return value === null ? [] : [{ value, n: call.calls }];
  });
  const n = reported.reduce((sum, each) => sum + each.n, 0);
  return n === 0 ? null : Math.round(reported.reduce((sum, each) => sum + each.value * each.n, 0) / n);
}
