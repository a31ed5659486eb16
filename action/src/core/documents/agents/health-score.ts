import * as z from "zod";
import type { Evaluations } from "#core/documents/executions/evaluations.ts";
import type { ExecutionFigures } from "#core/documents/executions/figures.ts";
import { ENOUGH } from "#core/statistics/enough.ts";
import type { Rate } from "#core/statistics/rate.ts";

/**
 * One number from 0 to 100 for where to look first, with the parts it is made of. A part that is not known has no
 * weight; without a success rate of some executions there is no score.
 */
export const HealthScore = z.strictObject({
  score: z.number().nullable(),
  parts: z.array(
    z.strictObject({
      part: z.enum(["success", "tools", "retries", "speed", "cost", "quality"]),
      weight: z.number(),
      /** 0 to 100; null: not known. */
      score: z.number().nullable(),
      /** What it is of. */
      n: z.number().int(),
    }),
  ),
});
export type HealthScore = z.infer<typeof HealthScore>;
export type HealthPart = HealthScore["parts"][number];

const WEIGHTS: Readonly<Record<HealthPart["part"], number>> = {
  success: 40,
  tools: 15,
  retries: 10,
  speed: 10,
  cost: 10,
  quality: 15,
};

/** What of a set of executions tells how healthy its agent is. */
export type Judged = Pick<ExecutionFigures, "success" | "retries" | "duration"> & {
  tools: Pick<ExecutionFigures["tools"], "failures">;
  cost: Pick<ExecutionFigures["cost"], "per_execution_nano_usd" | "coverage">;
};

/** @param previous the stretch before, which speed and cost are held against; null: not known */
export function healthScore(
  figures: Judged,
  previous: Judged | null,
  evaluations: Pick<Evaluations, "passed">,
): HealthScore {
  const { success, tools, retries, duration, cost } = figures;
  const part = (name: HealthPart["part"], score: number | null, n: number): HealthPart => ({
    part: name,
    weight: WEIGHTS[name],
    score: score === null ? null : Math.round(score * 1000) / 10,
    n,
  });
  const parts = [
    part("success", shareOf(success), success.n),
    part("tools", without(tools.failures), tools.failures.n),
    part("retries", without(retries), retries.n),
    part(
      "speed",
      against(duration.p50, previous?.duration.p50 ?? null, duration.n, previous?.duration.n),
      duration.n,
    ),
    part(
      "cost",
      against(
        cost.per_execution_nano_usd,
        previous?.cost.per_execution_nano_usd ?? null,
        cost.coverage.part,
        previous?.cost.coverage.part,
      ),
      cost.coverage.part,
    ),
    part("quality", shareOf(evaluations.passed), evaluations.passed.n),
  ];
  return { score: parts[0]?.score == null ? null : weighted(parts), parts };
}

function weighted(parts: readonly HealthPart[]): number {
  let sum = 0;
  let weights = 0;
  for (const { score, weight } of parts) {
    if (score === null) continue;
    sum += score * weight;
    weights += weight;
  }
  return Math.round(sum / weights);
}

function shareOf({ value, enough }: Rate): number | null {
  return enough ? value : null;
}

function without(rate: Rate): number | null {
  const share = shareOf(rate);
  return share === null ? null : 1 - share;
}

/** As good as before or better is full marks; twice as much is half. */
function against(current: number | null, previous: number | null, n: number, previousN = 0): number | null {
  if (current === null || previous === null || Math.min(n, previousN) < ENOUGH.rate) return null;
  return current <= previous ? 1 : previous / current;
}
