import { cachedOf } from "#core/attempts/cache-hits.ts";
import { type Invocation, isChild } from "#core/attempts/invocation.ts";
import type { Line } from "#core/attempts/ledger.ts";
import { moneyOf } from "#core/attempts/usage.ts";
import { entry } from "#core/entry.ts";
import { median } from "#core/statistics/distribution.ts";

/** What the rules look at of one agent's executions; sums of what is known, in nano-dollars and seconds. */
export type AgentHabits = {
  agent: string;
  executions: number;
  spent: number;
  failed: number;
  failedSpent: number;
  idle: number;
  idleSpent: number;
  /** Executions after a first attempt of their run, and what they cost. */
  reruns: number;
  rerunSpent: number;
  /** Executions whose largest prompt filled so much of the window, of those that tell both. */
  full: number;
  windowed: number;
  /** Prompt tokens of which the cache is told: all, those served by it, and the money of those that were not. */
  prompt: number;
  cached: number;
  freshSpent: number;
  freshTokens: number;
  cachedSpent: number;
  /** Executions with more than twice the median of turns, that median, and what they cost above the median. */
  long: number;
  medianTurns: number | null;
  longExcess: number;
  retries: number;
  retryTelling: number;
};

/** A prompt this near the window is cut or compacted soon. */
const FULL = 0.8;
const LONG = 2;

type Counting = { habits: AgentHabits; turns: { turns: number; nano: number | null }[] };

export function agentHabitsFold() {
  const agents = new Map<string, Counting>();
  return {
    add(invocation: Invocation) {
      if (invocation.execution === null) return;
      const { agent } = invocation;
      const counting = entry(agents, agent, () => ({ habits: noHabits(agent), turns: [] }));
      count(counting, invocation);
    },
    finish: (): AgentHabits[] =>
      [...agents.values()].map(finished).sort((a, b) => (a.agent < b.agent ? -1 : 1)),
  };
}

function count({ habits, turns }: Counting, invocation: Invocation): void {
  const { execution, run, status, lines } = invocation;
  if (execution === null) return;
  const nano = moneyOf(invocation).nano_usd;
  const spent = nano ?? 0;
  habits.spent += spent;
  for (const line of lines) addCache(habits, line);
  const { max_prompt_tokens: most, window } = execution.context;
  if (most !== null && window !== null && window > 0) {
    habits.windowed += 1;
    if (most / window >= FULL) habits.full += 1;
  }
  const failed = status === "failure" || status === "timeout";
  if (failed) habits.failedSpent += spent;
  if (isChild(invocation)) return;
  habits.executions += 1;
  if (failed) habits.failed += 1;
  const { actions } = execution;
  if (status === "success" && actions.length > 0 && actions.every(({ type }) => type === "noop")) {
    habits.idle += 1;
    habits.idleSpent += spent;
  }
  if (run.run_attempt > 1) habits.reruns += 1;
  if (run.run_attempt > 1) habits.rerunSpent += spent;
  if (execution.turns !== null) turns.push({ turns: execution.turns, nano });
  if (execution.retries !== null) habits.retryTelling += 1;
  habits.retries += execution.retries ?? 0;
}

function addCache(habits: AgentHabits, { usage: row }: Line): void {
  const reported = row === null ? null : cachedOf(row.usage);
  if (row === null || reported === null) return;
  habits.prompt += reported.prompt;
  habits.cached += reported.cached;
  if (row.nano_usd === null) return;
  habits.freshSpent += row.parts.input;
  habits.freshTokens += row.tokens.input;
  habits.cachedSpent += row.parts.cache_read;
}

function finished({ habits, turns }: Counting): AgentHabits {
  const medianTurns = median(turns.map((row) => row.turns));
  if (medianTurns === null) return habits;
  const medianCost = median(turns.flatMap(({ nano }) => nano ?? [])) ?? 0;
  const long = turns.filter((row) => row.turns > LONG * medianTurns);
  const longExcess = long.reduce((sum, { nano }) => sum + Math.max(0, (nano ?? 0) - medianCost), 0);
  return { ...habits, long: long.length, medianTurns, longExcess };
}

function noHabits(agent: string): AgentHabits {
  const none = { spent: 0, failed: 0, failedSpent: 0, idle: 0, idleSpent: 0, reruns: 0, rerunSpent: 0 };
  const cache = { prompt: 0, cached: 0, freshSpent: 0, freshTokens: 0, cachedSpent: 0 };
  const turns = { long: 0, medianTurns: null, longExcess: 0, retries: 0, retryTelling: 0 };
  return { agent, executions: 0, full: 0, windowed: 0, ...none, ...cache, ...turns };
}
