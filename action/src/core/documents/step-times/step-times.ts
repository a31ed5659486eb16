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

/** What every step took in the attempts that any period asks for, in the order of time; AgentOps' own are left out. */
export type StepTimes = {
  attempts: readonly AttemptStart[];
  steps: readonly StepSamples[];
  /** Since when a step takes longer; null when nothing says so. */
  slowerSince(samples: StepSamples): StepSlowdown | null;
};

export function stepTimesFold(context: Context): Fold<StepTimes> {
  const asked = (context.periods ?? PERIODS).map((name) => periodAt(name, context.now).previousFrom);
  const earliest = asked.reduce((a, b) => (b < a ? b : a), slowdownsFrom(context.now));
  const collector = stepCollector(context.now);
  return {
    add({ run, at, own }) {
      if (!own && at >= earliest) collector.add(run);
    },
    finish() {
      const slower = new Map<StepSamples, StepSlowdown | null>();
      return {
        ...collector.finish(),
        slowerSince: (samples) => entry(slower, samples, () => slowerSince(samples, context.now)),
      };
    },
  };
}
