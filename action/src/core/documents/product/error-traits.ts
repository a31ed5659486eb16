import * as z from "zod";
import type { Invocation } from "#core/attempts/invocation.ts";
import { isDecided } from "#core/documents/executions/figures.ts";
import { traitsOfRun, traitsOfWork } from "#core/documents/failures/occurrence.ts";
import { SpecificTo, specificTo, TraitCounts, type Traits } from "#core/documents/failures/specific-to.ts";
import { entry } from "#core/entry.ts";
import { Category } from "#core/records/category.ts";
import { ownJobs } from "#core/records/run.ts";
import { Rate, rate } from "#core/statistics/rate.ts";

/** How often executions end with an error of one category, and what they have in common when they do. */
export const CategoryErrors = z.strictObject({
  category: Category,
  /** Of the executions that succeeded, failed or timed out. */
  executions: Rate,
  /** Empty: not specific to anything, or too few to tell. */
  specific_to: z.array(SpecificTo),
});
export type CategoryErrors = z.infer<typeof CategoryErrors>;

export function errorTraitsFold() {
  const all = new TraitCounts();
  const failures = new Map<Category, TraitCounts>();
  return {
    add(invocation: Invocation) {
      const { execution, status } = invocation;
      if (execution === null || !isDecided(status)) return;
      const traits = traitsOfInvocation(invocation);
      all.add(traits);
      if (execution.error_type === null) return;
      const counts = entry(failures, execution.error_type, () => new TraitCounts());
      counts.add(traits);
    },
    /** Most executions first. */
    finish: (): CategoryErrors[] =>
      [...failures]
        .map(([category, counts]) => ({
          category,
          executions: rate(counts.total, all.total),
          specific_to: specificTo(counts, all),
        }))
        .sort((a, b) => b.executions.part - a.executions.part || (a.category < b.category ? -1 : 1)),
  };
}

function traitsOfInvocation({ run, execution, agent }: Invocation): Traits {
  const job = ownJobs(run).filter(({ id }) => id === execution?.job_id);
  return {
    ...traitsOfRun(run, job.length > 0 ? job : ownJobs(run), [agent]),
    ...traitsOfWork(execution === null ? [] : [execution]),
  };
}
