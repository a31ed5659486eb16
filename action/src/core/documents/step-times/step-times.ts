import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import { PERIODS, periodAt } from "#core/attempts/period.ts";
import { type StepSlowdown, slowdownsFrom, slowerSince } from "#core/documents/step-times/slower-since.ts";
import {
  type AttemptStart,
  type StepSamples,
  stepCollector,
} from "#core/documents/step-times/step-samples.ts";
import { entry } from "#core/entry.ts";
import type { Utc } from "#core/time.ts";

/** What every step took in the attempts that any period asks for, in the order of time; AgentOps' own are left out. */
export class StepTimes {
  readonly attempts: readonly AttemptStart[];
  readonly steps: readonly StepSamples[];
  readonly #now: Utc;
  readonly #slower = new Map<StepSamples, StepSlowdown | null>();

  constructor({ attempts, steps }: Pick<StepTimes, "attempts" | "steps">, now: Utc) {
    this.attempts = attempts;
    this.steps = steps;
    this.#now = now;
  }

  /** Every step that takes longer than before. */
  slowerSteps(): { samples: StepSamples; slower: StepSlowdown }[] {
    return this.steps.flatMap((samples) => {
      const slower = this.slowerSince(samples);
      return slower === null ? [] : [{ samples, slower }];
    });
  }

  /** Since when a step takes longer; null when nothing says so. */
  slowerSince(step: StepSamples): StepSlowdown | null {
    return entry(this.#slower, step, () => slowerSince(step, this.#now));
  }
}

export function stepTimesFold({ now, periods = PERIODS }: Context): Fold<StepTimes> {
  const asked = periods.map((name) => periodAt(name, now).previousFrom);
  const earliest = asked.reduce((a, b) => (b < a ? b : a), slowdownsFrom(now));
  const collector = stepCollector(now);
  return {
    add({ run, at, own }) {
      if (!own && at >= earliest) collector.add(run);
    },
    finish: () => new StepTimes(collector.finish(), now),
  };
}
