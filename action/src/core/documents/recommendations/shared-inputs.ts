import { type Call, isReading, toolKey } from "#core/attempts/call.ts";
import { entry } from "#core/entry.ts";
import { ENOUGH } from "#core/statistics/enough.ts";

/** Calls of one tool whose very input other executions asked with too: work that a cache could do once. */
export type SharedInput = {
  tool: { name: string; server: string | null };
  /** Different inputs that came up in at least three executions. */
  inputs: number;
  /** Calls with them beyond the first of each. */
  calls: number;
  seconds: number;
  nano_usd: number | null;
  /** All calls of the tool whose input is told apart. */
  of: number;
};

type Input = { executions: Set<string>; calls: number; seconds: number; nano: number | null };

export function sharedInputsFold() {
  const tools = new Map<string, Pick<SharedInput, "tool" | "of"> & { inputs: Map<string, Input> }>();
  return {
    add({ tool, execution, nano_usd }: Call) {
      // Files differ from run to run; what a server answered may still hold.
      if (tool.input_hash === null || tool.server === null || !isReading(tool)) return;
      const row = entry(tools, toolKey(tool), () => ({
        tool: { name: tool.name, server: tool.server },
        of: 0,
        inputs: new Map(),
      }));
      row.of += tool.calls;
      const input = entry(row.inputs, tool.input_hash, () => ({
        executions: new Set(),
        calls: 0,
        seconds: 0,
        nano: null,
      }));
      input.executions.add(execution.execution_id);
      input.calls += tool.calls;
      input.seconds += ((tool.duration_ms ?? 0) / 1000) * tool.calls;
      if (nano_usd !== null) input.nano = (input.nano ?? 0) + nano_usd;
    },
    finish: (): SharedInput[] =>
      [...tools.values()].flatMap(({ tool, of, inputs }) => {
        const shared = [...inputs.values()].filter(({ executions }) => executions.size >= ENOUGH.sharedInput);
        if (shared.length === 0) return [];
        const row: SharedInput = { tool, inputs: shared.length, calls: 0, seconds: 0, nano_usd: null, of };
        for (const { calls, seconds, nano } of shared) {
          row.calls += calls - 1;
          row.seconds += (seconds * (calls - 1)) / calls;
          if (nano !== null) row.nano_usd = (row.nano_usd ?? 0) + Math.round((nano * (calls - 1)) / calls);
        }
        return [row];
      }),
  };
}
