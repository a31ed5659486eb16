import { addSeconds, DAY_SECONDS, epoch } from "#core/time.ts";
import { anArtifact } from "#simulator/builders.ts";
import { guardUploads } from "#simulator/history/guard-decisions.ts";
import type { Fate, Occasion } from "#simulator/history/occasion.ts";
import { seeded } from "#simulator/history/random.ts";
import type { Story } from "#simulator/history/story.ts";
import { reportedIn } from "#simulator/history/telemetry/tellers.ts";
import type { SimulatedAttempt, SimulatedRepository } from "#simulator/model.ts";

/** Uploads that fail, which nobody notices. */
const LOST = 0.03;

/** What a run uploaded when its last attempt completed; `nextId` counts artifacts of the whole repository. */
export function uploadsOf(
  story: Story,
  occasion: Occasion,
  attempt: SimulatedAttempt,
  fate: Fate,
  nextId: () => number,
): SimulatedRepository["artifacts"] {
  const { run } = attempt;
  if (run.conclusion !== "success" && run.conclusion !== "failure") return [];
  const random = seeded(run.id % 2 ** 32);
  const isLost = random.chance(LOST);
  const guarded = guardUploads(attempt, nextId);
  const others = (occasion.blueprint.artifacts ?? [])
    .filter(({ when }) => when === "always" || when === run.conclusion)
    .filter(({ during }) => during === undefined || during(epoch(run.created_at), story))
    .flatMap(({ name, bytes, days }) => {
      const reported = reportedIn(name, story, occasion, attempt, fate);
      if (reported === "nothing" || (reported !== "elsewhere" && isLost)) return [];
      const expires = addSeconds(run.updated_at, days * DAY_SECONDS);
      const payload = anArtifact(run, {
        id: nextId(),
        name,
        size_in_bytes: random.around(bytes),
        digest: `sha256:${random.hex(64)}`,
        expires_at: expires,
        expired: epoch(expires) < story.now,
      });
      return [reported === "elsewhere" ? { payload } : { payload, zip: reported }];
    });
  return [...guarded, ...others];
}
