import * as z from "zod";
import { wilson } from "#core/documents/errors/specific-to.ts";
import type { ExecutionFigures } from "#core/documents/executions/figures.ts";
import type { Rate } from "#core/stats.ts";

/** What is watched for drift: rates of success and of failed tool calls, seconds, tokens, nano-dollars. */
export const MEASURES = ["success", "duration", "tokens", "cost", "tool_failures"] as const;
export type Measure = (typeof MEASURES)[number];

/** A figure against that of the stretch before: did it change, or is it chance? */
export const Drift = z.strictObject({
  measure: z.enum(MEASURES),
  /** Shares from 0 to 1, seconds, tokens, nano-dollars. */
  current: z.number().nullable(),
  previous: z.number().nullable(),
  /** What the two are of. */
  n: z.number().int(),
  previous_n: z.number().int(),
  verdict: z.enum(["better", "worse", "steady", "too_few"]),
});
export type Drift = z.infer<typeof Drift>;

/** Fewer say nothing. */
const LEAST = 10;
/** Medians and means swing by less than this by themselves. */
const LEAST_CHANGE = 0.25;

/** Empty when there is nothing to compare with. */
export function driftOf(current: ExecutionFigures, previous: ExecutionFigures | null): Drift[] {
  if (previous === null) return [];
  const perExecution = (figures: ExecutionFigures) => ({
    value:
      figures.tokens.total === null || figures.executions === 0
        ? null
        : figures.tokens.total / figures.executions,
    n: figures.tokens.coverage.part,
  });
  const cost = ({ cost: { per_execution_nano_usd, coverage } }: ExecutionFigures) => ({
    value: per_execution_nano_usd,
    n: coverage.part,
  });
  const median = ({ duration }: ExecutionFigures) => ({ value: duration.p50, n: duration.n });
  return [
    rates("success", current.success, previous.success, "up"),
    amounts("duration", median(current), median(previous)),
    amounts("tokens", perExecution(current), perExecution(previous)),
    amounts("cost", cost(current), cost(previous)),
    rates("tool_failures", current.tools.failures, previous.tools.failures, "down"),
  ];
}

/** A share changed when the 95 % intervals do not touch. */
function rates(measure: Measure, current: Rate, previous: Rate, better: "up" | "down"): Drift {
  const drift = {
    measure,
    current: current.value,
    previous: previous.value,
    n: current.n,
    previous_n: previous.n,
  };
  if (current.n < LEAST || previous.n < LEAST) return { ...drift, verdict: "too_few" };
  const now = wilson(current.part, current.n);
  const before = wilson(previous.part, previous.n);
  if (now.low <= before.high && before.low <= now.high) return { ...drift, verdict: "steady" };
  return { ...drift, verdict: now.low > before.high === (better === "up") ? "better" : "worse" };
}

type Amount = { value: number | null; n: number };

function amounts(measure: Measure, current: Amount, previous: Amount): Drift {
  const drift = {
    measure,
    current: current.value,
    previous: previous.value,
    n: current.n,
    previous_n: previous.n,
  };
  if (current.value === null || previous.value === null || current.n < LEAST || previous.n < LEAST)
    return { ...drift, verdict: "too_few" };
  if (Math.abs(current.value - previous.value) < previous.value * LEAST_CHANGE)
    return { ...drift, verdict: "steady" };
  return { ...drift, verdict: current.value < previous.value ? "better" : "worse" };
}
