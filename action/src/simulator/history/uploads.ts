import { addSeconds, DAY_SECONDS, epoch } from "#core/time.ts";
import { anArtifact } from "#simulator/builders.ts";
import type { Blueprint } from "#simulator/history/blueprint.ts";
import type { Random } from "#simulator/history/random.ts";
import type { ArtifactPayload, SimulatedAttempt } from "#simulator/model.ts";

/** What a run uploaded when its last attempt completed; `nextId` counts artifacts of the whole repository. */
export function uploadsOf(
  random: Random,
  blueprint: Blueprint,
  attempts: readonly SimulatedAttempt[],
  now: number,
  nextId: () => number,
): ArtifactPayload[] {
  const run = attempts.at(-1)?.run;
  const worked = run?.conclusion === "success" || run?.conclusion === "failure";
  if (run === undefined || !worked) return [];
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
