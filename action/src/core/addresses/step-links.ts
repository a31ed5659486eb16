import { runsLink } from "#core/addresses/paths.ts";
import type { PeriodName } from "#core/attempts/period.ts";
import { fnv1a } from "#core/hash.ts";
import type { Utc } from "#core/time.ts";

type Placed = { workflow_slug: string; variants: readonly string[]; step: string | null };

/** The names of more variants would not fit into an address; then the step's name alone selects. */
const MOST_VARIANTS = 8;

const named = (variants: readonly string[]) => (variants.length > MOST_VARIANTS ? [] : variants);

type Wanted = { failed?: boolean; slowerThan?: number | null };

/** The runs in which a step ran, failed, or took longer than so many seconds; below the site's root. */
export function stepRuns(
  step: Placed & { step: string },
  period: PeriodName,
  { failed = false, slowerThan = null }: Wanted,
): string {
  return runsLink({
    period,
    wf: [step.workflow_slug],
    step: {
      jobs: [...named(step.variants)],
      steps: [step.step],
      failed,
      slowerThan: slowerThan === null ? null : Math.floor(slowerThan),
    },
  });
}

/** The runs behind a row or, with `from` and `to`, behind one of its cells; below the site's root. */
export function failingRuns(row: Placed, when: { period: PeriodName } | { from: Utc; to: Utc }): string {
  const jobs = row.step === null ? row.variants : named(row.variants);
  return runsLink({
    ...when,
    wf: [row.workflow_slug],
    step: { jobs: [...jobs], steps: row.step === null ? [] : [row.step], failed: true, slowerThan: null },
  });
}

/** The anchor of a step on the Steps page, the same in every period and build. */
export function stepId({
  workflow_id,
  job,
  step,
}: {
  workflow_id: number;
  job: string;
  step: string;
}): string {
  return `step-${fnv1a(JSON.stringify([workflow_id, job, step]))}`;
}
