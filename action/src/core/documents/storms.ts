import * as z from "zod";
import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import { entry } from "#core/attempts/grouped.ts";
import { epoch, formatUtc, HOUR_SECONDS, Utc } from "#core/time.ts";

/** So many attempts of one piece of work within an hour are a storm: somebody, or an agent, keeps trying. */
const LEAST = 3;

/** Events that bring one run for each commit: more runs of the same commit are repetitions. */
const BY_COMMIT = new Set(["push", "pull_request", "pull_request_target"]);

export const RetryStorm = z.strictObject({
  workflow_id: z.number().int(),
  /** The run that was tried again and again; of several runs of one commit, the last. */
  run_id: z.number().int(),
  head_sha: z.string(),
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

/** Finds retry storms among the attempts that started since `from`. */
export function stormFold(from: Utc, context: Context): Fold<RetryStorm[]> {
  const groups = new Map<string, { workflow_id: number; head_sha: string; attempts: Tried[] }>();
  return {
    add({ run, at, role }) {
      if (at < from || at >= context.now) return;
      const key = BY_COMMIT.has(run.event) ? `${run.workflow_id} ${run.head_sha}` : String(run.id);
      const group = entry(groups, key, () => ({
        workflow_id: run.workflow_id,
        head_sha: run.head_sha,
        attempts: [],
      }));
      const failed = role === "failure";
      group.attempts.push({ at: epoch(at), run: run.id, failed, seconds: run.duration_seconds ?? 0 });
    },
    finish: () =>
      [...groups.values()].flatMap(({ attempts, ...group }) => {
        const burst = longestBurst(attempts);
        const first = burst[0];
        const last = burst.at(-1);
        if (first === undefined || last === undefined || burst.length < LEAST) return [];
        const failed = burst.filter((attempt) => attempt.failed);
        // Runs that all passed were repeated on purpose.
        if (failed.length === 0) return [];
        return {
          ...group,
          run_id: last.run,
          one_run: burst.every((attempt) => attempt.run === last.run),
          attempts: burst.length,
          failed: failed.length,
          first_at: formatUtc(first.at),
          last_at: formatUtc(last.at),
          wasted_seconds: failed.reduce((sum, attempt) => sum + attempt.seconds, 0),
        };
      }),
  };
}

/** The most attempts that started within one hour. */
function longestBurst(attempts: Tried[]): Tried[] {
  if (attempts.length < LEAST) return [];
  const ordered = attempts.toSorted((a, b) => a.at - b.at);
  let best: Tried[] = [];
  let start = 0;
  ordered.forEach((attempt, index) => {
    while (attempt.at - (ordered[start]?.at ?? attempt.at) > HOUR_SECONDS) start += 1;
    if (index - start + 1 > best.length) best = ordered.slice(start, index + 1);
  });
  return best;
}
