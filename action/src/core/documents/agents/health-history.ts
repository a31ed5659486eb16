import * as z from "zod";
import type { InvocationFold } from "#core/attempts/fold.ts";
import { healthScore } from "#core/documents/agents/health-score.ts";
import { evaluations } from "#core/documents/executions/evaluations.ts";
import { executionFigures } from "#core/documents/executions/figures.ts";
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
    Array.from({ length: DAYS + WINDOW }, (_, index) => [
      addDays(first, index),
      { figures: executionFigures(), quality: evaluations() },
    ]),
  );
  return {
    add(invocation) {
      const day = dayOf(invocation.at);
      if (day > today || day < addDays(first, 1 - WINDOW)) return;
      for (let ahead = 0; ahead < WINDOW; ahead += 1) {
        const window = windows.get(addDays(day, ahead));
        window?.figures.add(invocation);
        window?.quality.add(invocation);
      }
    },
    finish() {
      const days = [...windows].map(([day, { figures, quality }]) => ({
        day,
        figures: figures.finish(),
        quality: quality.finish(),
      }));
      return days.slice(WINDOW).map(({ day, figures, quality }, index) => ({
        day,
        score: healthScore(figures, days[index]?.figures ?? null, quality).score,
        n: figures.success.n,
      }));
    },
  };
}
