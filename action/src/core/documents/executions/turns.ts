import { stepCosts } from "#core/documents/executions/operations.ts";
import { ticksOf } from "#core/documents/runs/timeline.ts";
import { entry } from "#core/entry.ts";
import type { UsageCost } from "#core/pricing/cost.ts";
import type { AgentStep, Execution } from "#core/records/execution.ts";
import { plus } from "#core/statistics/distribution.ts";

/** The steps of one execution laid along a time axis, turn by turn. Offsets and lengths are seconds. */
export type Turns = {
  /** Length of the axis. */
  seconds: number;
  ticks: number[];
  turns: TurnBar[];
  /** Steps whose place is not known: they tell no time, and nor does what came before. */
  undrawn: number;
  /** Some places follow from the order of the steps alone. */
  estimated: boolean;
};

/** One turn of the loop; `start` and `seconds` count from the beginning of the execution. */
type TurnBar = {
  /** From 1; null: steps outside of turns. */
  turn: number | null;
  start: number;
  seconds: number;
  prompt: number | null;
  completion: number | null;
  cost_nano_usd: number | null;
  /** A step of it failed. */
  failed: boolean;
  steps: StepBar[];
};

/** One step, placed on the same axis as its turn; `seconds` null: not told. */
type StepBar = { step: AgentStep; start: number; seconds: number | null; estimated: boolean };

/** Null when no step can be placed. */
export function turnsOf(execution: Execution, usage: readonly UsageCost[]): Turns | null {
  const { steps, started_at } = execution;
  const times = steps.flatMap((step) => (step.started_at === null ? [] : [Date.parse(step.started_at)]));
  const reported = started_at === null ? [] : [Date.parse(started_at)];
  const zero = Math.min(...reported, ...times);
  const bars = placed(steps, zero, reported.length + times.length > 0);
  if (bars.length === 0) return null;
  const costs = stepCosts(steps, usage);
  const costOf = new Map(steps.map(({ index }, at) => [index, costs[at] ?? null]));
  const lastEnd = Math.max(...bars.map(({ start, seconds }) => start + (seconds ?? 0)));
  const seconds = Math.max(lastEnd, execution.duration_ms === null ? 0 : execution.duration_ms / 1000);
  const groups = new Map<number | null, StepBar[]>();
  for (const bar of bars) entry(groups, bar.step.turn, () => []).push(bar);
  return {
    seconds,
    ticks: ticksOf(seconds),
    turns: [...groups].map(([turn, ofTurn]) => {
      const start = Math.min(...ofTurn.map((bar) => bar.start));
      const end = Math.max(...ofTurn.map((bar) => bar.start + (bar.seconds ?? 0)));
      const sum = (of: (step: AgentStep) => number | null) =>
        ofTurn.reduce<number | null>((all, { step }) => plus(all, of(step)), null);
      return {
        turn,
        start,
        seconds: end - start,
        prompt: sum((step) => step.prompt),
        completion: sum((step) => step.completion),
        cost_nano_usd: sum((step) => costOf.get(step.index) ?? null),
        failed: ofTurn.some(({ step }) => step.status === "failure" || step.status === "timeout"),
        steps: ofTurn,
      };
    }),
    undrawn: steps.length - bars.length,
    estimated: bars.some((bar) => bar.estimated),
  };
}

/** A step that tells no start begins where the one before it ended, if any has a place. */
function placed(steps: readonly AgentStep[], zero: number, anchored: boolean): StepBar[] {
  if (!anchored && steps.every(({ duration_ms }) => duration_ms === null)) return [];
  let end = 0;
  return steps.map((step) => {
    const known = step.started_at === null ? null : Math.max(0, Date.parse(step.started_at) - zero) / 1000;
    const start = known ?? end;
    const seconds = step.duration_ms === null ? null : step.duration_ms / 1000;
    if (step.parent === null) end = start + (seconds ?? 0);
    return { step, start, seconds, estimated: known === null || step.time_estimated };
  });
}
