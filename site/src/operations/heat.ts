import { runsLink } from "#core/addresses/paths.ts";
import type { PeriodName } from "#core/attempts/period.ts";
import type { HeatmapRow } from "#core/documents/operations/heatmap.ts";
import type { Utc } from "#core/time.ts";

/** The lower ends of the six shades of failing, as shares of executions. */
const SHADES = [0, 0.05, 0.1, 0.2, 0.4, 0.7];

/** The class of a cell: its shade, and whether few executions stand behind it. */
export function heatClass({ failures, executions, few }: HeatmapRow["cells"][number]): string[] {
  if (executions === 0) return [];
  if (failures === 0) return ["heat-0"];
  const shade = SHADES.findLastIndex((least) => failures / executions >= least) + 1;
  return few ? [`heat-${shade}`, "few"] : [`heat-${shade}`];
}

/** The names of more variants would not fit into an address; then the step's name alone selects. */
const MOST_VARIANTS = 8;

/** The runs behind a row or, with `from` and `to`, behind one of its cells; below the site's root. */
export function failingRuns(row: HeatmapRow, when: { period: PeriodName } | { from: Utc; to: Utc }): string {
  const named = row.step !== null && row.variants.length > MOST_VARIANTS;
  return runsLink({
    ...when,
    wf: [row.workflow_slug],
    step: {
      jobs: named ? [] : row.variants,
      steps: row.step === null ? [] : [row.step],
      failed: true,
      slowerThan: null,
    },
  });
}
