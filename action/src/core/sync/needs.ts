import { hasEnded } from "#core/records/ended.ts";
import type { Run } from "#core/records/run.ts";
import type { Need } from "#core/records/state.ts";

/**
 * What a stored attempt still lacks, read from the record itself: whoever lost the list of pending work can make
 * it again.
 *
 * @param isLatest artifacts belong to the run and stand on its latest attempt only
 */
export function needsOf(run: Run, isLatest: boolean): Need[] {
  if (!hasEnded(run)) return ["completion"];
  // Waits for an approval, then runs as the same attempt: jobs fetched now would be none, and stay for good.
  if (run.conclusion === "action_required") return [];
  const needs: Need[] = [];
  if (run.detail === "pending") needs.push("jobs");
  if (isLatest && run.artifacts === null) needs.push("artifacts");
  if (run.pull_requests === null) needs.push("pull_requests");
  return needs;
}
