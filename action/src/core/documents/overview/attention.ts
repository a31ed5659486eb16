import * as z from "zod";
import type { Period } from "#core/attempts/period.ts";
import { RetryStorm } from "#core/documents/overview/storms.ts";
import { StepSlowdown } from "#core/documents/step-times/slower-since.ts";
import type { StepTimes } from "#core/documents/step-times/step-times.ts";
import type { WorkflowRow } from "#core/documents/workflows/workflows.ts";
import { Difference } from "#core/statistics/compare.ts";

const Count = z.number().int();

/** How many attempts it is about, or were lost by it: what the list is ranked by. */
const weight = z.number();

/** What asks somebody to look. Names and titles are text of strangers; `render/words/attention.ts` says it in words. */
export const Attention = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("success_drop"),
    weight,
    workflow: z.string(),
    slug: z.string(),
    success: Difference,
  }),
  z.strictObject({
    kind: z.literal("slower_step"),
    weight,
    workflow: z.string(),
    job: z.string(),
    step: z.string(),
    slower: StepSlowdown,
  }),
  /** `workflow` and `slug` are null where it is not known any more. */
  z.strictObject({
    kind: z.literal("retry_storm"),
    weight,
    workflow: z.string().nullable(),
    slug: z.string().nullable(),
    storm: RetryStorm,
  }),
  /** Attempts that run, or wait for somebody, for longer than is healthy, and for how long the oldest of them. */
  z.strictObject({
    kind: z.enum(["unfinished", "waiting"]),
    weight,
    attempts: Count,
    oldest_seconds: Count,
  }),
  /** Stored attempts that still lack something; 0: only older runs are still being fetched. */
  z.strictObject({ kind: z.literal("sync_incomplete"), weight, behind: Count }),
]);
export type Attention = z.infer<typeof Attention>;

/** Workflows that succeed less often than in the stretch before, where chance is a poor explanation. */
export function successDrops(workflows: readonly WorkflowRow[]): Attention[] {
  return workflows.flatMap(({ own, name, slug, changes }) => {
    if (own || changes === null || changes.success.verdict !== "worse") return [];
    const { success } = changes;
    const weight = -(success.difference ?? 0) * success.after_n;
    return { kind: "success_drop", weight, workflow: name, slug, success };
  });
}

/** So much lost time weighs as much as one failed attempt. */
const LOST_SECONDS = 600;

/** Steps that got slower within the period, and still are. */
export function slowerSteps(
  times: StepTimes,
  period: Period,
  workflows: readonly WorkflowRow[],
): Attention[] {
  const names = new Map(workflows.map(({ id, name }) => [id, name]));
  return times.slowerSteps().flatMap(({ samples: { workflow_id, job, step }, slower }) => {
    const workflow = names.get(workflow_id);
    if (slower.since < period.from || workflow === undefined) return [];
    const weight = ((slower.after_seconds - slower.before_seconds) * slower.after_n) / LOST_SECONDS;
    return { kind: "slower_step", weight, workflow, job, step, slower };
  });
}

export function stormAttention(storm: RetryStorm, workflows: readonly WorkflowRow[]): Attention {
  const { name: workflow = null, slug = null } = workflows.find(({ id }) => id === storm.workflow_id) ?? {};
  return { kind: "retry_storm", weight: storm.failed, workflow, slug, storm };
}
