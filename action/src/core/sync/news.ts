import { hasEnded } from "#core/records/ended.ts";
import type { Run } from "#core/records/run.ts";

/**
 * Whether an observed attempt tells more than the stored one. A completed attempt never changes but for its
 * `updated_at`; lists lag behind, so what is older than the stored observation is no news.
 */
export function isNews(observed: Run, stored: Run | undefined): boolean {
  if (stored === undefined) return true;
  if (hasEnded(stored) && !hasEnded(observed)) return false;
  if ((observed.updated_at ?? "") < (stored.updated_at ?? "")) return false;
  return (
    observed.updated_at !== stored.updated_at ||
    observed.status !== stored.status ||
    observed.conclusion !== stored.conclusion
  );
}

/** Fields every run has today; old payloads and deleted people lack some. */
export function lacksFields(run: Run): boolean {
  return [
    run.display_title,
    run.workflow_file,
    run.run_started_at,
    run.actor,
    run.triggering_actor,
    run.head_commit,
    run.head_repository,
  ].includes(null);
}
