import { runsLink } from "#core/addresses/paths.ts";
import type { PeriodName } from "#core/attempts/period.ts";
import type { StepRow } from "#core/documents/steps/step-row.ts";

/** The names of more variants would not fit into an address; then the step's name alone selects. */
const MOST_VARIANTS = 8;

type Wanted = { failed?: boolean; slowerThan?: number | null };

/** The runs in which a step ran, failed, or took longer than so many seconds; below the site's root. */
export function stepRuns(
  step: StepRow,
  period: PeriodName,
  { failed = false, slowerThan = null }: Wanted,
): string {
  const jobs = step.variants.length > MOST_VARIANTS ? [] : step.variants;
  return runsLink({
    period,
    wf: [step.workflow_slug],
    step: {
      jobs,
      steps: [step.step],
      failed,
      slowerThan: slowerThan === null ? null : Math.floor(slowerThan),
    },
  });
}
