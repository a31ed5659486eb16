import type { AgentResult } from "#core/records/analysis.ts";

/** Reads what one agent prints about itself. */
export type AgentReader = {
  hints: readonly string[];
  line(text: string): void;
  /** True while the line after the last one matters, whatever it holds. */
  wantsNext?(): boolean;
  /** How many results it remembers by now, at most `MOST_RESULTS`. */
  held(): number;
  results(): AgentResult[];
};

/** So many invocations of one agent are read in one log. */
export const MOST_RESULTS = 20;

/** Every field that the agent did not print stays null. */
export function nothingSaid(agent: string): AgentResult {
  return {
    agent,
    model: null,
    cost_usd: null,
    turns: null,
    duration_ms: null,
    tokens_total: null,
    permission_denials: null,
    is_error: null,
  };
}

/** The number behind a JSON key, wherever in the line it stands. */
export function numberAt(text: string, key: string): number | null {
  const found = new RegExp(`"${key}": ?(-?\\d{1,18}(?:\\.\\d{1,18})?(?:e-?\\d{1,2})?)`).exec(text)?.[1];
  return found === undefined ? null : Number(found);
}

/** The short string behind a JSON key. */
export function stringAt(text: string, key: string): string | null {
  return new RegExp(`"${key}": ?"([^"\\\\]{1,200})"`).exec(text)?.[1] ?? null;
}
