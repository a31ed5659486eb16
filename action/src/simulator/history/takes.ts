import type { Blueprint } from "#simulator/history/blueprint.ts";
import { type Fate, firstTake, type Occasion, type Take } from "#simulator/history/occasion.ts";
import { WRITERS } from "#simulator/history/people.ts";
import type { Random } from "#simulator/history/random.ts";
import type { Story } from "#simulator/history/story.ts";

const CANCELLED = 0.025;
/** How often somebody runs a failed attempt again, by event: people watch their pull requests. */
const RERUN: Readonly<Record<string, number>> = { pull_request: 0.45, push: 0.5, schedule: 0.3 };
const SELDOM = 0.12;
/** A second try is often enough: networks recover, flaky tests pass. */
const RERUN_SUCCESS = 0.7;
const MOST_ATTEMPTS = 4;

/** Draws how the attempts of a run go. */
export function drawTakes(random: Random, occasion: Occasion, story: Story): readonly Take[] {
  const { at, actor, event } = occasion;
  const mishaps = occasion.blueprint.mishaps.filter(({ since }) => since === undefined || at >= since(story));
  const blueprint = { ...occasion.blueprint, mishaps };
  const takes = [firstTake(drawFate(random, blueprint, blueprint.success(at, story)), actor)];
  while (
    takes.length < MOST_ATTEMPTS &&
    takes.at(-1)?.fate.conclusion !== "success" &&
    random.chance(RERUN[event] ?? SELDOM)
  )
    takes.push({
      fate: drawFate(random, blueprint, RERUN_SUCCESS),
      after: random.between(90, 2400),
      failedOnly: random.chance(0.65),
      actor: random.pick(WRITERS),
    });
  return takes;
}

function drawFate(random: Random, blueprint: Blueprint, success: number): Fate {
  if (random.chance(CANCELLED)) {
    const work = blueprint.jobs[0]?.steps.reduce((sum, step) => sum + step.seconds, 0) ?? 0;
    return { conclusion: "cancelled", after: Math.round(work * random.next()) };
  }
  if (random.chance(success)) return { conclusion: "success" };
  const mishap = random.pick(blueprint.mishaps);
  return { conclusion: mishap.cause === "timeout" ? "timed_out" : "failure", mishap };
}
