import * as z from "zod";
import type { InvocationFold } from "#core/attempts/fold.ts";
import { healthScore, type Judged } from "#core/documents/agents/health-score.ts";
import { type Evaluations, evaluations } from "#core/documents/executions/evaluations.ts";
import { endingsFold } from "#core/documents/executions/figures.ts";
import { callsFold, costFold } from "#core/documents/executions/use-figures.ts";
import { addDays, Day, dayOf, type Utc } from "#core/time.ts";

/** The score of the seven days up to each day, against the seven before them. */
export const HealthDay = z.strictObject({
  day: Day,
  /** Null: too few executions. */
  score: z.number().nullable(),
  /** Executions of those seven days that succeeded or failed. */
  n: z.number().int(),
});
export type HealthDay = z.infer<typeof HealthDay>;

const DAYS = 30;
const WINDOW = 7;

/** The last 30 days, oldest first. */
export function healthHistory(now: Utc): InvocationFold<HealthDay[]> {
  const today = dayOf(now);
  const first = addDays(today, 1 - DAYS - WINDOW);
  const windows = new Map(
    Array.from({ length: DAYS + WINDOW }, (_, index) => [addDays(first, index), judged()]),
  );
  return {
    add(invocation) {
      const day = dayOf(invocation.at);
      if (day > today || day < addDays(first, 1 - WINDOW)) return;
      for (let ahead = 0; ahead < WINDOW; ahead += 1) windows.get(addDays(day, ahead))?.add(invocation);
    },
    finish() {
      const days = [...windows].map(([day, window]) => ({ day, ...window.finish() }));
      return days.slice(WINDOW).map(({ day, figures, quality }, index) => ({
        day,
        score: healthScore(figures, days[index]?.figures ?? null, quality).score,
        n: figures.success.n,
      }));
    },
  };
}

/** What a day is judged by, and no more of it: every execution counts to seven days. */
function judged(): InvocationFold<{ figures: Judged; quality: Evaluations }> {
  const [endings, calls, cost, quality] = [endingsFold(), callsFold(), costFold(), evaluations()];
  const folds = [endings, calls, cost, quality];
  return {
    add(invocation) {
      for (const fold of folds) fold.add(invocation);
    },
    finish: () => ({
      figures: { ...endings.finish(), tools: calls.finish(), cost: cost.finish() },
      quality: quality.finish(),
    }),
  };
}
