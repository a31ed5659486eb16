import * as z from "zod";
import type { Invocation } from "#core/attempts/invocation.ts";
import { Evaluations, evaluations } from "#core/documents/executions/evaluations.ts";
import { entry } from "#core/entry.ts";
import { Rate } from "#core/statistics/rate.ts";

const QUALITY_BY = ["agent", "model", "prompt_version"] as const;

/** What evaluations, guardrails and people said, in all and by what was asked. */
export const Quality = z.strictObject({
  all: Evaluations,
  /** Only where anything was said; most executions first. */
  by: z.array(
    z.strictObject({
      by: z.enum(QUALITY_BY),
      /** Text of strangers. */
      name: z.string(),
      scored: Rate,
      violations: Rate,
      passed: Rate,
    }),
  ),
});
export type Quality = z.infer<typeof Quality>;

export function qualityFold() {
  const all = evaluations();
  const groups = new Map<string, { by: (typeof QUALITY_BY)[number]; name: string; fold: typeof all }>();
  return {
    add(invocation: Invocation) {
      const { execution, agent } = invocation;
      if (execution === null) return;
      all.add(invocation);
      const { model, prompt_version } = execution;
      const names = { agent, model, prompt_version: prompt_version && `${agent}, prompt ${prompt_version}` };
      for (const by of QUALITY_BY) {
        const name = names[by];
        if (name === null) continue;
        const key = JSON.stringify([by, name]);
        const group = entry(groups, key, () => ({ by, name, fold: evaluations() }));
        group.fold.add(invocation);
      }
    },
    finish(): Quality {
      const by = [...groups.values()].flatMap(({ by, name, fold }) => {
        const { scored, violations, passed } = fold.finish();
        return scored.part === 0 ? [] : [{ by, name, scored, violations, passed }];
      });
      const order = (row: (typeof by)[number]) => QUALITY_BY.indexOf(row.by);
      by.sort((a, b) => order(a) - order(b) || b.scored.n - a.scored.n || (a.name < b.name ? -1 : 1));
      return { all: all.finish(), by };
    },
  };
}
