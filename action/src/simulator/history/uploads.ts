import { addSeconds, DAY_SECONDS, epoch } from "#core/time.ts";
import { anArtifact } from "#simulator/builders.ts";
import type { Blueprint } from "#simulator/history/blueprint.ts";
import type { Random } from "#simulator/history/random.ts";
import type { ArtifactPayload, RunPayload } from "#simulator/model.ts";

/** What a completed run uploaded; `nextId` counts artifacts of the whole repository. */
export function uploadsOf(
  random: Random,
  blueprint: Blueprint,
  run: RunPayload,
  now: number,
  nextId: () => number,
): ArtifactPayload[] {
  const worked = run.conclusion === "success" || run.conclusion === "failure";
  if (run.status !== "completed" || !worked) return [];
  return (blueprint.artifacts ?? [])
    .filter(({ when }) => when === "always" || when === run.conclusion)
    .map(({ name, bytes, days }) => {
      const expires = addSeconds(run.updated_at, days * DAY_SECONDS);
      return anArtifact(run, {
        id: nextId(),
        name,
        size_in_bytes: random.around(bytes),
        digest: `sha256:${random.hex(64)}`,
        expires_at: expires,
        expired: epoch(expires) < now,
      });
    });
}
