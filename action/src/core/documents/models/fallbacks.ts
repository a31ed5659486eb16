import * as z from "zod";
import { entry } from "#core/entry.ts";
import type { Execution } from "#core/records/execution.ts";

/** From which model to which executions went on; null where the telemetry counts fallbacks and names no models. */
export const Fallback = z.strictObject({
  from: z.string().nullable(),
  to: z.string().nullable(),
  times: z.number().int(),
});
export type Fallback = z.infer<typeof Fallback>;

/** Counts fallbacks by the models that the steps of an execution name one after another. */
export function fallbackFold() {
  const rows = new Map<string, Fallback>();
  const count = (from: string | null, to: string | null, times: number) => {
    const key = JSON.stringify([from, to]);
    const row = entry(rows, key, () => ({ from, to, times: 0 }));
    row.times += times;
  };
  return {
    add({ fallbacks, steps }: Pick<Execution, "fallbacks" | "steps">) {
      if (!fallbacks) return;
      const models = steps.flatMap(({ model, parent }) => (model === null || parent !== null ? [] : [model]));
      let reported = 0;
      for (const [index, model] of models.entries()) {
        const before = models[index - 1];
        if (reported === fallbacks || before === undefined || before === model) continue;
        count(before, model, 1);
        reported += 1;
      }
      if (fallbacks > reported) count(null, null, fallbacks - reported);
    },
    /** Most first. */
    finish: (): Fallback[] =>
      [...rows.values()].sort((a, b) => b.times - a.times || ((a.from ?? "") < (b.from ?? "") ? -1 : 1)),
  };
}
