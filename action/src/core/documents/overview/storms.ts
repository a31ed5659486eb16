import * as z from "zod";
import type { RunFilter } from "#core/addresses/paths.ts";
import type { Attempt } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import { entry } from "#core/entry.ts";
import { ranOf } from "#core/failures/what-fixed-it.ts";
import { ENOUGH } from "#core/statistics/enough.ts";
import { addSeconds, epoch, formatUtc, HOUR_SECONDS, Utc } from "#core/time.ts";

/** Events that bring one run for each commit: more runs of the same commit are repetitions. */
const BY_COMMIT = new Set(["push", "pull_request", "pull_request_target"]);

export const RetryStorm = z.strictObject({
  workflow_id: z.number().int(),
  /** The run that was tried again and again; of several runs of one work, the last. */
  run_id: z.number().int(),
  head_sha: z.string(),
  /** What all its runs are about, where that is not the commit: a pull request, else an issue's title. */
  pull_request: z.number().int().nullable(),
  /** Text of strangers. */
  title: z.string().nullable(),
  /** True when all attempts are of one run. */
  one_run: z.boolean(),
  attempts: z.number().int(),
  failed: z.number().int(),
  first_at: Utc,
  last_at: Utc,
  /** Time that failed attempts took. */
  wasted_seconds: z.number(),
});
export type RetryStorm = z.infer<typeof RetryStorm>;

type Tried = { at: number; run: number; failed: boolean; seconds: number };

/** What is tried again: a pull request, what a title names, a commit, or else the run; the others are null. */
type Work = Pick<RetryStorm, "workflow_id" | "pull_request" | "title"> & {
  commit: string | null;
  run: number | null;
};
type Group = Work & { head_sha: string; attempts: Tried[] };

/** Finds retry storms among the attempts that started since `from`. */
export function stormFold(from: Utc, context: Context): Fold<RetryStorm[]> {
  const groups = new Map<string, Group>();
  return {
    add(attempt) {
      const { run, at, role } = attempt;
      if (at < from || at >= context.now || run.conclusion === "skipped") return;
      const work = workOf(attempt);
      const group = entry(groups, JSON.stringify(work), () => ({
        ...work,
        head_sha: run.head_sha,
        attempts: [],
      }));
      const failed = role === "failure";
      group.attempts.push({ at: epoch(at), run: run.id, failed, seconds: run.duration_seconds ?? 0 });
    },
    finish: () =>
      [...groups.values()].flatMap(({ attempts, commit, run, ...group }) => {
        const burst = longestBurst(attempts);
        const first = burst[0];
        const last = burst.at(-1);
        if (first === undefined || last === undefined || burst.length < ENOUGH.storm) return [];
        const failed = burst.filter((attempt) => attempt.failed);
        const isOne = burst.every((attempt) => attempt.run === last.run);
        // Runs that all passed were repeated on purpose.
        if (failed.length < (isOne || commit !== null ? 1 : ENOUGH.stormFailedOfSubject)) return [];
        return {
          ...group,
          run_id: last.run,
          one_run: isOne,
          attempts: burst.length,
          failed: failed.length,
          first_at: formatUtc(first.at),
          last_at: formatUtc(last.at),
          wasted_seconds: failed.reduce((sum, attempt) => sum + attempt.seconds, 0),
        };
      }),
  };
}

/** Just the runs of a storm, as the Runs page finds them; its minutes are the finest that an address tells. */
export function stormRuns(storm: RetryStorm, slug: string | null): RunFilter {
  const { pull_request, title, head_sha, first_at, last_at } = storm;
  return {
    ...(slug === null ? {} : { wf: [slug] }),
    from: first_at,
    to: addSeconds(last_at, 60),
    text: pull_request !== null ? `#${pull_request}` : (title ?? head_sha.slice(0, 12)),
  };
}

/** The most attempts that started within one hour. */
function longestBurst(attempts: Tried[]): Tried[] {
  if (attempts.length < ENOUGH.storm) return [];
  const ordered = attempts.toSorted((a, b) => a.at - b.at);
  let best: Tried[] = [];
  let start = 0;
  ordered.forEach((attempt, index) => {
    while (attempt.at - (ordered[start]?.at ?? attempt.at) > HOUR_SECONDS) start += 1;
    if (index - start + 1 > best.length) best = ordered.slice(start, index + 1);
  });
  return best;
}

/** An agent that tries again pushes another commit: its work is the pull request. */
function workOf({ run, attribution }: Attempt): Work {
  const { workflow_id, display_title, head_sha, id } = run;
  const { subject } = ranOf(run);
  const pull = run.pull_requests?.[0]?.number ?? null;
  const other = { workflow_id, pull_request: null, title: null, commit: null, run: null };
  if (pull !== null && (subject !== null || attribution !== null)) return { ...other, pull_request: pull };
  if (subject !== null && subject !== `run ${id}`) return { ...other, title: display_title };
  return BY_COMMIT.has(run.event) ? { ...other, commit: head_sha } : { ...other, run: id };
}
