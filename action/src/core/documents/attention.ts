import * as z from "zod";
import { periodPath } from "#core/documents/period.ts";
import type { StepsDocument } from "#core/documents/steps.ts";
import type { RetryStorm } from "#core/documents/storms.ts";
import type { WorkflowRow } from "#core/documents/workflows.ts";
import { count, duration, percent, points } from "#core/format.ts";
import type { Rate } from "#core/stats.ts";
import { epoch } from "#core/time.ts";

/** A sentence that asks somebody to look, with the place to look at. */
export const Attention = z.strictObject({
  kind: z.enum(["success_drop", "slower_step", "retry_storm", "unfinished", "waiting", "sync_incomplete"]),
  text: z.string(),
  /** Below the site's root. */
  link: z.string(),
  /** How many attempts it is about, or were lost by it: what the list is ranked by. */
  weight: z.number(),
});
export type Attention = z.infer<typeof Attention>;

/** A rate of fewer attempts says nothing, and less than this is noise to whoever is on call. */
const LEAST_ATTEMPTS = 10;
const LEAST_DROP = 0.05;
/** Two-sided 95 %. */
const SIGNIFICANT = 1.96;

/** Workflows that succeed less often than in the stretch before, where chance is a poor explanation. */
export function successDrops(workflows: readonly WorkflowRow[]): Attention[] {
  return workflows.flatMap(({ own, name, slug, current: { success: now }, previous }) => {
    const before = previous?.success;
    if (own || !before || !hasDropped(now, before)) return [];
    const drop = (before.value ?? 0) - (now.value ?? 0);
    return {
      kind: "success_drop",
      text: `${name}: success fell ${points(drop).replace("+", "")} to ${percent(now.value)} of ${count(now.n)} attempts (before: ${percent(before.value)} of ${count(before.n)})`,
      link: `workflows/${slug}/`,
      weight: drop * now.n,
    };
  });
}

/** One-sided in effect, by the pooled two-proportion z-test. */
function hasDropped(now: Rate, before: Rate): boolean {
  if (now.value === null || before.value === null) return false;
  if (Math.min(now.n, before.n) < LEAST_ATTEMPTS || before.value - now.value < LEAST_DROP) return false;
  const pooled = (now.part + before.part) / (now.n + before.n);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / now.n + 1 / before.n));
  return (before.value - now.value) / error > SIGNIFICANT;
}

/** So much lost time weighs as much as one failed attempt. */
const LOST_SECONDS = 600;

/** Steps that got slower within the period, and still are. */
export function slowerSteps({ steps, period }: StepsDocument): Attention[] {
  return steps.flatMap(({ workflow, job, step, slower }) => {
    if (slower === null || slower.since < period.from) return [];
    return {
      kind: "slower_step",
      text: `${workflow}, ${job} / ${step}: ${duration(slower.after_seconds)} since commit ${slower.sha.slice(0, 7)} (before: ${duration(slower.before_seconds)})`,
      link: periodPath("steps/", period.name),
      weight: ((slower.after_seconds - slower.before_seconds) * slower.after_n) / LOST_SECONDS,
    };
  });
}

/** @param link where the storm's attempts are shown */
export function stormSentence(storm: RetryStorm, workflow: string, link: string): Attention {
  const span = duration(epoch(storm.last_at) - epoch(storm.first_at));
  const what = storm.one_run ? "of one run" : `of commit ${storm.head_sha.slice(0, 7)}`;
  const wasted = storm.wasted_seconds > 0 ? `, ${duration(storm.wasted_seconds)} spent on them` : "";
  return {
    kind: "retry_storm",
    text: `${workflow}: ${count(storm.attempts)} attempts ${what} within ${span}, ${count(storm.failed)} failed${wasted}`,
    link,
    weight: storm.failed,
  };
}
