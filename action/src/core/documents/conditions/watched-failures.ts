import { categorySpikes, type Failure } from "#core/alerts/category-rule.ts";
import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import { type RetryStorm, stormFold } from "#core/documents/overview/storms.ts";
import { BARE, type Condition, subjectOf } from "#core/records/condition.ts";
import { contentId } from "#core/sha256.ts";
import { addSeconds, DAY_SECONDS, epoch } from "#core/time.ts";

const KEPT_DAYS = 29;
/** What is nobody's to mend, or says nothing. */
const QUIET: ReadonlySet<string> = new Set(["cancelled", "unknown"]);

/** Kinds of failures that come in more than usual numbers, and work that is tried again and again, in the last day. */
export function watchedFailures(context: Context): Fold<Condition[]> {
  const { now, state } = context;
  const from = addSeconds(now, -KEPT_DAYS * DAY_SECONDS);
  const failures: Failure[] = [];
  const storms = stormFold(addSeconds(now, -DAY_SECONDS), context);
  return {
    add(attempt) {
      if (attempt.own || attempt.at > now) return;
      storms.add(attempt);
      const { run, at, finding } = attempt;
      if (finding === null || at < from || QUIET.has(finding.category)) return;
      failures.push({ at, run_id: run.id, run_attempt: run.run_attempt, category: finding.category });
    },
    finish() {
      const since = state.covered?.from ?? now;
      const days = Math.floor((epoch(now) - epoch(since)) / DAY_SECONDS);
      return [...categorySpikes(failures, now, days), ...storms.finish().map(ofStorm)];
    },
  };
}

function ofStorm(storm: RetryStorm): Condition {
  const { workflow_id, pull_request, title, head_sha, one_run, run_id, failed, attempts, first_at } = storm;
  const work = pull_request ?? title ?? (one_run ? `run ${run_id}` : head_sha);
  const called =
    pull_request !== null
      ? `#${pull_request}`
      : (title ?? (one_run ? `run ${run_id}` : head_sha.slice(0, 7)));
  return {
    ...BARE,
    rule: "retry-storm",
    // The day keeps a storm of tomorrow from being the one of today.
    subject: subjectOf("work", contentId(workflow_id, work, first_at.slice(0, 10)), called),
    ...{ value: attempts, unit: "count", limit: 3, n: failed, since: first_at },
    runs: [{ run_id, run_attempt: 1 }],
  };
}
