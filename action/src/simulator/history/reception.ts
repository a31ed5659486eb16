import type { Life, Pull } from "#simulator/history/happened.ts";
import { type Random, seeded } from "#simulator/history/random.ts";
import type { Reception } from "#simulator/model.ts";

/** Reviews, thumbs and sizes of the pull requests, drawn from their own numbers. */
export function receptions(life: Life): Map<number, Reception> {
  return new Map(life.pulls.map((pull) => [pull.number, receptionOf(seeded(pull.number), pull)]));
}

function receptionOf(random: Random, { mergedAt, pushes }: Pull): Reception {
  const isMerged = mergedAt !== null;
  const files = random.between(1, 9);
  return {
    additions: files * random.between(4, 60),
    deletions: files * random.between(0, 25),
    changed_files: files,
    approved: isMerged ? random.between(1, 2) : 0,
    changes_requested: Math.max(0, pushes.length - 1) + (isMerged ? 0 : random.between(0, 2)),
    commented: random.between(0, 3),
    up: isMerged ? random.between(0, 2) : 0,
    down: !isMerged && random.chance(0.4) ? 1 : 0,
  };
}
