import { stepId, stepRuns } from "#core/addresses/step-links.ts";
import type { StepRow } from "#core/documents/steps/step-row.ts";
import { count, duration, percent, UNKNOWN } from "#core/format.ts";
import { type Column, headed, type Part } from "#core/render/columns/column.ts";
import { share } from "#core/render/words/figure-text.ts";

type Placed = Pick<StepRow, "workflow" | "workflow_slug" | "job" | "variants">;

/** Whose step it is. */
export function placeOf({ workflow, workflow_slug, job, variants }: Placed): Part[] {
  const more = variants.length > 1 ? ` (${variants.length} variants)` : "";
  return [{ text: workflow, link: `workflows/${workflow_slug}/` }, { text: `/ ${job}${more}` }];
}

/** As a share of the median before; null where too few were executed, or nothing is known of the stretch before. */
function changeOf({ change }: StepRow): number | null {
  return change === null || change.difference === null || !change.before
    ? null
    : change.difference / change.before;
}

const toneOf = ({ change }: StepRow) =>
  change?.verdict === "worse" || change?.verdict === "better" ? change.verdict : "muted";

function changeText(row: StepRow): string {
  const change = changeOf(row);
  if (change === null) return UNKNOWN;
  if (toneOf(row) === "muted") return "same";
  const amount = `${Math.abs(change * 100).toFixed(0)} %`;
  return change > 0 ? `↑ ${amount} slower` : `↓ ${amount} faster`;
}

const perRun = (row: StepRow) => row.exclusive_seconds / row.attempts;

export const STEPS: readonly Column<StepRow>[] = [
  { name: "workflow_id", kind: "figure", value: (row) => row.workflow_id },
  { name: "workflow", kind: "words", value: (row) => row.workflow },
  { name: "job", kind: "words", value: (row) => row.job },
  {
    name: "step",
    heading: "Step",
    kind: "name",
    value: (row) => row.step,
    title: (row) => row.step,
    below: placeOf,
  },
  { name: "variants", kind: "figure", value: (row) => row.variants.length },
  { name: "runner_step", kind: "words", value: (row) => row.runner },
  { name: "attempts", kind: "figure", value: (row) => row.attempts },
  {
    name: "n",
    heading: "n",
    kind: "figure",
    value: (row) => row.duration.n,
    text: (row) => count(row.duration.n),
    link: (row, period) => stepRuns(row, period, {}),
  },
  { name: "mean_seconds", kind: "figure", value: (row) => row.duration.mean },
  {
    name: "p50_seconds",
    heading: "Median",
    kind: "figure",
    value: (row) => row.duration.p50,
    text: (row) => duration(row.duration.p50),
  },
  {
    name: "p95_seconds",
    heading: "p95",
    kind: "figure",
    value: (row) => row.duration.p95,
    text: (row) => duration(row.duration.p95),
    link: (row, period) =>
      row.duration.p95 === null ? null : stepRuns(row, period, { slowerThan: row.duration.p95 }),
    title: (row) => (row.duration.p95 === null ? null : "Runs in which it took longer"),
  },
  { name: "max_seconds", kind: "figure", value: (row) => row.duration.max },
  { name: "previous_p50_seconds", kind: "figure", value: (row) => row.change?.before ?? null },
  {
    heading: "Change",
    kind: "figure",
    value: changeOf,
    text: changeText,
    tone: toneOf,
  },
  { heading: "Trend", kind: "trend", value: () => null, series: (row) => row.trend },
  { name: "failures", kind: "figure", value: (row) => row.failures.part },
  {
    name: "failure_rate",
    heading: "Failed",
    kind: "figure",
    value: (row) => row.failures.value,
    text: (row) => (row.failures.part === 0 ? "0" : share(row.failures)),
    link: (row, period) => (row.failures.part === 0 ? null : stepRuns(row, period, { failed: true })),
    title: (row) => `${row.failures.part} of ${row.failures.n}`,
    tone: (row) => (row.failures.part === 0 ? "muted" : null),
  },
  {
    name: "total_seconds",
    heading: "Total",
    kind: "figure",
    value: (row) => row.total_seconds,
    text: (row) => duration(row.total_seconds),
  },
  {
    name: "share",
    heading: "Share",
    kind: "figure",
    value: (row) => row.share,
    text: (row) => percent(row.share),
  },
  {
    name: "critical_share",
    heading: "On path",
    kind: "figure",
    value: (row) => row.critical.value,
    text: (row) => percent(row.critical.value),
  },
  {
    name: "exclusive_seconds",
    heading: "Could save",
    kind: "share",
    value: (row) => row.exclusive_seconds,
    text: (row) => (row.exclusive_seconds === 0 ? "0" : duration(row.exclusive_seconds)),
  },
  { heading: "a run", kind: "figure", value: perRun, text: (row) => duration(perRun(row)) },
  { name: "slower_since", kind: "moment", value: (row) => row.slower?.since ?? null },
  { name: "slower_sha", kind: "code", value: (row) => row.slower?.sha ?? null },
];

const [NAME, ...FIGURES] = headed(STEPS, [
  "Step",
  "n",
  "Median",
  "p95",
  "Change",
  "Trend",
  "Failed",
  "On path",
  "Could save",
  "a run",
  "Total",
  "Share",
]) as [Column<StepRow>, ...Column<StepRow>[]];

/** @param drawers the steps whose spread is shown below */
export function stepColumns(drawers: ReadonlySet<StepRow>): Column<StepRow>[] {
  return [{ ...NAME, link: (row) => (drawers.has(row) ? `#${stepId(row)}` : null) }, ...FIGURES];
}
