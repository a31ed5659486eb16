import * as z from "zod";
import { periodPath } from "#core/addresses/period-path.ts";
import type { Period } from "#core/attempts/period.ts";
import type { RetryStorm } from "#core/documents/overview/storms.ts";
import type { StepTimes } from "#core/documents/step-times/step-times.ts";
import type { WorkflowRow } from "#core/documents/workflows/workflows.ts";
import { count, duration, percent, points } from "#core/format.ts";
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

/** Workflows that succeed less often than in the stretch before, where chance is a poor explanation. */
export function successDrops(workflows: readonly WorkflowRow[]): Attention[] {
  return workflows.flatMap(({ own, name, slug, changes }) => {
    if (own || changes === null || changes.success.verdict !== "worse") return [];
    const { before, before_n, after, after_n, difference } = changes.success;
    const drop = -(difference ?? 0);
    return {
      kind: "success_drop",
      text: `${name}: success fell ${points(drop).replace("+", "")} to ${percent(after)} of ${count(after_n)} attempts (before: ${percent(before)} of ${count(before_n)})`,
      link: `workflows/${slug}/`,
      weight: drop * after_n,
    };
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
  return times.steps.flatMap((samples) => {
    const slower = times.slowerSince(samples);
    const workflow = names.get(samples.workflow_id);
    if (slower === null || slower.since < period.from || workflow === undefined) return [];
    return {
      kind: "slower_step",
      text: `${workflow}, ${samples.job} / ${samples.step}: ${duration(slower.after_seconds)} since commit ${slower.sha.slice(0, 7)} (before: ${duration(slower.before_seconds)})`,
      link: periodPath("steps/", period.name),
      weight: ((slower.after_seconds - slower.before_seconds) * slower.after_n) / LOST_SECONDS,
    };
  });
}

/** @param link where the storm's attempts are shown */
export function stormSentence(storm: RetryStorm, workflow: string, link: string): Attention {
  const span = duration(epoch(storm.last_at) - epoch(storm.first_at));
  const wasted = storm.wasted_seconds > 0 ? `, ${duration(storm.wasted_seconds)} spent on them` : "";
  return {
    kind: "retry_storm",
    text: `${workflow}: ${count(storm.attempts)} attempts ${whatOf(storm)} within ${span}, ${count(storm.failed)} failed${wasted}`,
    link,
    weight: storm.failed,
  };
}

function whatOf({ one_run, pull_request, title, head_sha }: RetryStorm): string {
  if (one_run) return "of one run";
  if (pull_request !== null) return `on pull request #${pull_request}`;
  return title === null ? `of commit ${head_sha.slice(0, 7)}` : `about “${title}”`;
}
