import type { Invocation } from "#core/attempts/invocation.ts";
import type { Execution, ToolCall } from "#core/records/execution.ts";
import type { Run } from "#core/records/run.ts";
import { workflowOf } from "#core/records/run.ts";
import type { Utc } from "#core/time.ts";

/** One record of a tool's calls in the light of its execution: what every figure about tools is a sum of. */
export type Call = {
  tool: ToolCall;
  execution: Execution;
  run: Run;
  agent: string;
  workflow: string;
  /** When its attempt started, by which it counts to a period. */
  at: Utc;
  /** Its share of the ledger's line; null: it asked no host, or none that has a price. */
  nano_usd: number | null;
  /** How many earlier calls of the execution were the same, to the last byte of input. */
  repeats: number;
};

/** The calls of one invocation, in the order of its records. */
export function callsOf({ run, execution, agent, at, lines }: Invocation): Call[] {
  if (execution === null) return [];
  const workflow = workflowOf(run);
  const seen = new Map<string, number>();
  return execution.tools.map((tool) => {
    const key = tool.input_hash === null ? null : `${toolKey(tool)}\n${tool.input_hash}`;
    const before = key === null ? 0 : (seen.get(key) ?? 0);
    if (key !== null) seen.set(key, before + tool.calls);
    const repeats = key === null ? 0 : before === 0 ? tool.calls - 1 : tool.calls;
    return { tool, execution, run, agent, workflow, at, nano_usd: shareOf(tool, lines), repeats };
  });
}

/** Tools of different servers may bear one name. */
export function toolKey({ name, server }: Pick<ToolCall, "name" | "server">): string {
  return JSON.stringify([server, name]);
}

/** Whether asking again with the same input could give what is known already: reading, not changing or running. */
export function isReading({ name, operation }: Pick<ToolCall, "name" | "operation">): boolean {
  const reads = operation !== "shell_command" && operation !== "planning" && operation !== "llm_request";
  return reads && !CHANGES.test(name);
}

const CHANGES =
  /^(?:add|apply|assign|close|comment|commit|create|delete|edit|merge|multiedit|notify|post|push|put|remove|replace|run|send|set|str_replace|submit|task|todo|update|upload|write)/i;

/** A line is of all calls of its host, each at the same price. */
function shareOf({ external, calls }: ToolCall, lines: Invocation["lines"]): number | null {
  if (external === null) return null;
  const line = lines.find(({ kind, item }) => kind === "calls" && item === external.host);
  if (line === undefined || line.amount_nano_usd === null || !line.n) return null;
  return (line.amount_nano_usd / line.n) * calls;
}
