import { runsLink } from "#core/addresses/paths.ts";
import type { WorkflowStep } from "#core/documents/workflow/workflow.ts";
import type { WorkflowRow } from "#core/documents/workflows/workflows.ts";
import { count, duration, percent } from "#core/format.ts";
import { statesOf } from "#core/outcome.ts";
import { type Column, figure, headed, words } from "#core/render/columns/column.ts";
import { pointsChange, share } from "#core/render/words/figure-text.ts";
import type { Distribution } from "#core/statistics/distribution.ts";
import { change } from "#core/statistics/rate.ts";

const successChange = ({ current, previous }: WorkflowRow) =>
  change(current.success.value, previous?.success.value ?? null);
const ran = ({ current }: WorkflowRow) => current.attempts > 0;

export const WORKFLOWS: readonly Column<WorkflowRow>[] = [
  { name: "workflow_id", kind: "figure", value: (row) => row.id },
  {
    name: "workflow",
    heading: "Workflow",
    kind: "name",
    value: (row) => row.name,
    title: (row) => row.file,
    link: (row) => `workflows/${row.slug}/`,
    tags: ({ own, state }) => [
      ...(own ? ["this sync"] : []),
      ...(state === "active" ? [] : [state?.replaceAll("_", " ") ?? "deleted"]),
    ],
  },
  { name: "file", kind: "code", value: (row) => row.file },
  { name: "state", kind: "words", value: (row) => row.state },
  {
    name: "agents",
    heading: "Agent",
    kind: "words",
    value: (row) => row.agents.join(" · "),
    text: ({ agents }) =>
      `${agents.slice(0, 2).join(", ")}${agents.length > 2 ? ` +${agents.length - 2}` : ""}`,
  },
  {
    name: "last_started_at",
    heading: "Last run",
    kind: "time",
    value: (row) => row.last_started_at,
  },
  { name: "runs", kind: "figure", value: (row) => row.current.runs },
  {
    name: "attempts",
    heading: "Attempts",
    kind: "figure",
    value: (row) => row.current.attempts,
    text: (row) => count(row.current.attempts),
    link: (row, period) => (ran(row) ? runsLink({ period, wf: [row.slug] }) : null),
  },
  { name: "reruns", kind: "figure", value: (row) => row.current.reruns },
  { name: "successes", kind: "figure", value: (row) => row.current.outcomes.success },
  {
    name: "failures",
    heading: "Failed",
    kind: "figure",
    value: (row) => row.current.outcomes.failure,
    text: (row) => count(row.current.outcomes.failure),
    link: (row, period) =>
      row.current.outcomes.failure === 0
        ? null
        : runsLink({ period, wf: [row.slug], status: statesOf("failure") }),
    role: "failure",
  },
  {
    name: "success_rate",
    heading: "Success",
    kind: "figure",
    value: (row) => row.current.success.value,
    text: (row) => share(row.current.success),
    title: (row) => `of ${row.current.success.n}`,
  },
  { name: "duration_mean_seconds", kind: "figure", value: (row) => row.current.duration.mean },
  ...(["p50", "p90", "p95", "p99"] as const).map(
    (percentile): Column<WorkflowRow> => ({
      name: `duration_${percentile}_seconds`,
      heading: percentile === "p50" ? "Median" : percentile,
      kind: "figure",
      value: (row) => row.current.duration[percentile],
      text: (row) => duration(row.current.duration[percentile]),
    }),
  ),
  ...(["p50", "p95"] as const).map(
    (percentile): Column<WorkflowRow> => ({
      name: `queue_${percentile}_seconds`,
      heading: `Wait ${percentile}`,
      kind: "figure",
      value: (row) => row.current.queue[percentile],
      text: (row) => duration(row.current.queue[percentile]),
    }),
  ),
  { name: "approval_p50_seconds", kind: "figure", value: (row) => row.current.approval.p50 },
  { name: "approval_p95_seconds", kind: "figure", value: (row) => row.current.approval.p95 },
  { name: "concurrency_p95_seconds", kind: "figure", value: (row) => row.current.concurrency.p95 },
  {
    name: "job_minutes",
    heading: "Job min",
    kind: "figure",
    value: (row) => row.current.job_minutes,
    text: (row) => count(row.current.job_minutes),
  },
  {
    heading: "Trend",
    kind: "trend",
    value: () => null,
    series: (row) => (ran(row) ? row.attempts.slice(0, -1) : null),
  },
  {
    heading: "Outcomes",
    kind: "outcomes",
    value: () => null,
    outcomes: (row) => (ran(row) ? row.current.outcomes : null),
  },
  {
    heading: "Change",
    kind: "figure",
    value: successChange,
    text: (row) => pointsChange(successChange(row)),
    tone: ({ changes }) => {
      const verdict = changes?.success.verdict;
      return verdict === "better" || verdict === "worse" ? verdict : "muted";
    },
  },
];

export const WORKFLOWS_SHOWN = headed(WORKFLOWS, [
  "Workflow",
  "Agent",
  "Attempts",
  "Trend",
  "Failed",
  "Outcomes",
  "Success",
  "Change",
  "Median",
  "p95",
  "Wait p95",
  "Job min",
  "Last run",
]);

const [NAME, FAILED, ATTEMPTS] = headed(WORKFLOWS, ["Workflow", "Failed", "Attempts"]) as [
  Column<WorkflowRow>,
  Column<WorkflowRow>,
  Column<WorkflowRow>,
];
const SHORT_NAME: Column<WorkflowRow> = { ...NAME, title: () => null, tags: () => [] };

/** The workflows that failed most. */
export const FAILING_WORKFLOWS: readonly Column<WorkflowRow>[] = [
  SHORT_NAME,
  { ...FAILED, kind: "share" },
  figure("Success rate", (row) => row.current.success.value, percent),
  { ...figure<WorkflowRow>("of", (row) => row.current.success.n), muted: true },
];

/**
 * The workflows that took most.
 *
 * @param minutes of all, for shares
 */
export function longWorkflows(minutes: number | null): Column<WorkflowRow>[] {
  return [
    SHORT_NAME,
    {
      heading: "Minutes",
      kind: "share",
      value: (row) => row.current.job_minutes,
      text: (row) => count(row.current.job_minutes),
    },
    figure("Share", (row) => (minutes ? (row.current.job_minutes ?? 0) / minutes : null), percent),
    ATTEMPTS,
  ];
}

type Spread = { name: string; spread: Distribution };

/** How long something takes. */
export const SPREADS: readonly Column<Spread>[] = [
  words("Time", (row) => row.name, "name"),
  { ...figure<Spread>("n", (row) => row.spread.n), muted: true },
  figure("Mean", (row) => row.spread.mean, duration),
  ...(["p50", "p90", "p95", "p99"] as const).map((percentile) =>
    figure<Spread>(percentile, (row) => row.spread[percentile], duration),
  ),
  figure("Longest", (row) => row.spread.max, duration),
];

type Filter = Omit<Parameters<typeof runsLink>[0], "step">;

function stepName(filter: Filter, failed: boolean): Column<WorkflowStep> {
  return {
    heading: "Job / step",
    kind: "name",
    value: (row) => `${row.job} / ${row.step}`,
    title: (row) => `${row.job} / ${row.step}`,
    link: ({ job, step }) =>
      runsLink({ ...filter, step: { jobs: [job], steps: [step], failed, slowerThan: null } }),
  };
}

/** A workflow's slowest steps; every row leads to the runs with that step. */
export function slowSteps(filter: Filter): Column<WorkflowStep>[] {
  return [
    stepName(filter, false),
    {
      heading: "Median",
      kind: "share",
      value: (row) => row.duration.p50 ?? 0,
      text: (row) => duration(row.duration.p50),
    },
    figure("p95", (row) => row.duration.p95, duration),
    { ...figure<WorkflowStep>("n", (row) => row.duration.n), muted: true },
  ];
}

/** Its most failing steps, likewise. */
export function failingSteps(filter: Filter): Column<WorkflowStep>[] {
  return [
    stepName(filter, true),
    {
      heading: "Failed",
      kind: "share",
      value: (row) => row.failures,
      text: (row) => count(row.failures),
      role: "failure",
    },
    figure("Rate", (row) => row.failures / row.n, percent),
    { ...figure<WorkflowStep>("of", (row) => row.n), muted: true },
  ];
}
