import type { Blueprint } from "#simulator/history/blueprint.ts";
import { scheduledMoments } from "#simulator/history/calendar.ts";
import type { Life } from "#simulator/history/happened.ts";
import { firstTake, type Occasion } from "#simulator/history/occasion.ts";
import { seeded } from "#simulator/history/random.ts";
import type { Story } from "#simulator/history/story.ts";
import { CLAUDE_CODE } from "#simulator/history/workflows/agents.ts";
import {
  CODEX_MIGRATION,
  COPILOT_COMMAND,
  DOCS_ASSISTANT,
  RELEASE_NOTES,
} from "#simulator/history/workflows/programs.ts";

const WORKDAYS = [1, 2, 3, 4, 5];

/**
 * What came to the history when it was told already. It draws from a seed of its own, so that all that was told before
 * stays as it was.
 */
export function laterOccasions(seed: number, story: Story, life: Life): Occasion[] {
  const random = seeded(seed + 1000);
  const onMain = (blueprint: Blueprint, at: number, more: Partial<Occasion> = {}): Occasion[] => {
    const commit = life.mainline.findLast((candidate) => candidate.at <= at) ?? life.mainline[0];
    if (commit === undefined) return [];
    const about = { event: "schedule", actor: "mona", title: blueprint.name, branch: "main", pull: null };
    return [{ ...about, blueprint, at, commit, ...more }];
  };
  const scheduled = (blueprint: Blueprint, cron: Parameters<typeof scheduledMoments>[2]) =>
    scheduledMoments(random, story, cron).flatMap((at) => onMain(blueprint, at));
  return [
    ...scheduled(DOCS_ASSISTANT, { minute: 20, hours: [7], weekdays: WORKDAYS }),
    ...scheduled(RELEASE_NOTES, { minute: 15, hours: [13], weekdays: [2, 4] }),
    ...scheduled(COPILOT_COMMAND, { minute: 5, hours: [16], weekdays: [1, 3, 5] }),
    ...scheduled(CODEX_MIGRATION, { minute: 40, hours: [5], weekdays: [2] }),
    // Ended minutes ago: its session is active still.
    ...onMain(CLAUDE_CODE, story.now - 16 * 60, {
      ...{ event: "issue_comment", title: "Dark mode contrast in the trace viewer" },
      takes: [firstTake({ conclusion: "success" }, "mona")],
    }),
  ].sort((a, b) => a.at - b.at);
}
