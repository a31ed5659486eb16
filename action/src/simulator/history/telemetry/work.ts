import { entry } from "#core/entry.ts";
import type { CauseName } from "#simulator/history/causes.ts";

/** What an agent did in one job, before any format tells it in words of its own. Times are epoch milliseconds. */
export type Work = {
  /** A UUID. */
  session: string;
  from: number;
  to: number;
  model: string;
  turns: Turn[];
  /** Model calls beside the loop: for titles and summaries. */
  aside: ModelCall[];
  fallback: { from: string; to: string } | null;
  /** Why the agent gave up; null when it finished. */
  cause: CauseName | null;
  answer: string;
};

/** One request to the model, and the tools that it asked for. */
export type Turn = {
  call: ModelCall;
  thought: string;
  tools: ToolUse[];
  /** How often the provider refused before it answered. */
  retries: number;
  /** Tokens of the context before and after it was summarized, ahead of this turn. */
  compaction: { before: number; after: number } | null;
};

/** Tokens of one answered request. The prompt is `fresh + cacheRead + cacheWrite`. */
export type ModelCall = {
  /** 24 hex digits. */
  id: string;
  model: string;
  at: number;
  ms: number;
  fresh: number;
  cacheRead: number;
  cacheWrite: number;
  /** Reasoning included. */
  output: number;
  reasoning: number;
};

export type ToolUse = {
  /** 24 hex digits. */
  id: string;
  tool: Tool;
  input: Record<string, unknown>;
  output: string;
  status: "success" | "failure" | "denied";
  at: number;
  ms: number;
  /** The turns of a sub-agent. */
  turns: Turn[];
};

/** A tool as an agent's own program names it. */
export type Tool = {
  name: string;
  /** The MCP server that offers it; null for the agent's own. */
  server: string | null;
  /** How often it is called, compared with the others; 0: loaded and never called. */
  weight: number;
  /** Typical seconds. */
  seconds: number;
  /** Typical tokens of what it answers. */
  tokens: number;
  input: (subject: string) => Record<string, unknown>;
  output: (subject: string) => string;
};

/** Every turn, those of sub-agents after the turn that started them. */
function allTurns(turns: readonly Turn[]): Turn[] {
  return turns.flatMap((turn) => [turn, ...turn.tools.flatMap((use) => allTurns(use.turns))]);
}

export function allCalls(work: Work): ModelCall[] {
  return [...allTurns(work.turns).map((turn) => turn.call), ...work.aside];
}

export function promptOf(call: ModelCall): number {
  return call.fresh + call.cacheRead + call.cacheWrite;
}

export type Sum = Pick<ModelCall, "fresh" | "cacheRead" | "cacheWrite" | "output" | "reasoning" | "ms"> & {
  calls: number;
};

export function sumOf(calls: readonly ModelCall[]): Sum {
  const sum: Sum = {
    calls: calls.length,
    fresh: 0,
    cacheRead: 0,
    cacheWrite: 0,
    output: 0,
    reasoning: 0,
    ms: 0,
  };
  for (const call of calls)
    for (const key of ["fresh", "cacheRead", "cacheWrite", "output", "reasoning", "ms"] as const)
      sum[key] += call[key];
  return sum;
}

export function byModel(calls: readonly ModelCall[]): [model: string, calls: ModelCall[]][] {
  const groups = new Map<string, ModelCall[]>();
  for (const call of calls) entry(groups, call.model, () => []).push(call);
  return [...groups];
}
