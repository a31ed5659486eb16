import { runLink, runsLink, workflowPath } from "#core/addresses/paths.ts";
import { periodPath } from "#core/addresses/period-path.ts";
import type { PeriodName } from "#core/attempts/period.ts";
import type { Attention } from "#core/documents/overview/attention.ts";
import { type RetryStorm, stormRuns } from "#core/documents/overview/storms.ts";
import { count, duration, percent, points } from "#core/format.ts";
import { statesOf } from "#core/outcome.ts";
import { epoch } from "#core/time.ts";

/** What asks for attention as a sentence, which holds text of strangers. */
export function attentionText(one: Attention): string {
  switch (one.kind) {
    case "success_drop": {
      const { before, before_n, after, after_n, difference } = one.success;
      const fell = points(-(difference ?? 0)).replace("+", "");
      return `${one.workflow}: success fell ${fell} to ${percent(after)} of ${count(after_n)} attempts (before: ${percent(before)} of ${count(before_n)})`;
    }
    case "slower_step": {
      const { after_seconds, before_seconds, sha } = one.slower;
      return `${one.workflow}, ${one.job} / ${one.step}: ${duration(after_seconds)} since commit ${sha.slice(0, 7)} (before: ${duration(before_seconds)})`;
    }
    case "retry_storm":
      return stormText(one.workflow ?? "A workflow", one.storm);
    case "unfinished":
    case "waiting": {
      const attempts = one.attempts === 1 ? "1 attempt is" : `${count(one.attempts)} attempts are`;
      const what = one.kind === "unfinished" ? "not finished" : "waiting for somebody";
      return `${attempts} ${what}, the oldest for ${duration(one.oldest_seconds)}`;
    }
    case "sync_incomplete":
      return one.behind === 0
        ? "Older runs are still being fetched: figures of long periods will grow"
        : `The sync has not finished: ${one.behind} stored attempts still lack something, and the next sync goes on`;
  }
}

function stormText(workflow: string, storm: RetryStorm): string {
  const span = duration(epoch(storm.last_at) - epoch(storm.first_at));
  const wasted = storm.wasted_seconds > 0 ? `, ${duration(storm.wasted_seconds)} spent on them` : "";
  return `${workflow}: ${count(storm.attempts)} attempts ${whatOf(storm)} within ${span}, ${count(storm.failed)} failed${wasted}`;
}

function whatOf({ one_run, pull_request, title, head_sha }: RetryStorm): string {
  if (one_run) return "of one run";
  if (pull_request !== null) return `on pull request #${pull_request}`;
  return title === null ? `of commit ${head_sha.slice(0, 7)}` : `about “${title}”`;
}

/** Where to look, below the site's root. */
export function attentionLink(one: Attention, period: PeriodName): string {
  switch (one.kind) {
    case "success_drop":
      return workflowPath(one.slug);
    case "slower_step":
      return periodPath("steps/", period);
    case "retry_storm":
      return one.storm.one_run ? runLink(one.storm.run_id) : runsLink(stormRuns(one.storm, one.slug));
    case "unfinished":
      return runsLink({ period: "30d", status: statesOf("running") });
    case "waiting":
      return runsLink({ period: "30d", status: statesOf("attention") });
    case "sync_incomplete":
      return "health/";
  }
}
