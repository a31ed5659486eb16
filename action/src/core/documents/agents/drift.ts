import * as z from "zod";
import type { ExecutionFigures } from "#core/documents/executions/figures.ts";
import { compareExecutions, type ExecutionValues } from "#core/documents/executions/values.ts";
import { compareRates, Difference } from "#core/statistics/compare.ts";

/** What is watched for drift: rates of success and of failed tool calls, seconds, tokens, nano-dollars. */
const MEASURES = ["success", "duration", "tokens", "cost", "tool_failures"] as const;
export type Measure = (typeof MEASURES)[number];

/** A figure against that of the stretch before; durations, tokens and costs are those of single executions. */
export const Drift = Difference.extend({ measure: z.enum(MEASURES) });
export type Drift = z.infer<typeof Drift>;

/** One stretch of time: its figures, and the values of single executions. */
export type Stretch = { figures: ExecutionFigures; values: ExecutionValues };

/** Empty when there is nothing to compare with. */
export function driftOf(after: Stretch, before: Stretch | null): Drift[] {
  if (before === null) return [];
  const values = (measure: Measure, of: keyof ExecutionValues) => ({
    measure,
    ...compareExecutions(of, before.values, after.values),
  });
  const [a, b] = [before.figures, after.figures];
  return [
    { measure: "success", ...compareRates(a.success, b.success, "higher") },
    values("duration", "duration_seconds"),
    values("tokens", "tokens"),
    values("cost", "cost_nano_usd"),
    { measure: "tool_failures", ...compareRates(a.tools.failures, b.tools.failures, "lower") },
  ];
}
