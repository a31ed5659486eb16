import type { Run } from "#core/records/run.ts";
import { contentId } from "#core/sha256.ts";

/** Events whose commit is all that a run is given: the same commit is the same work. */
const BY_COMMIT: ReadonlySet<string> = new Set(["push", "pull_request", "pull_request_target"]);

/** What a run works on, as far as its row tells: null where its input is not told, as of comments and schedules. */
export function workKey(
  run: Pick<Run, "workflow_id" | "event" | "head_sha" | "head_branch" | "display_title">,
): string | null {
  const { workflow_id, event, head_sha, head_branch, display_title } = run;
  if (!BY_COMMIT.has(event)) return null;
  return contentId("work", workflow_id, event, head_sha, head_branch, display_title).slice(0, 16);
}
