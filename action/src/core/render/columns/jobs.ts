import type { Timeline } from "#core/documents/runs/timeline.ts";
import { duration } from "#core/format.ts";
import type { RepositoryLinks } from "#core/links.ts";
import type { Step } from "#core/records/run.ts";
import { type Column, figure, words } from "#core/render/columns/column.ts";

type TimelineJob = Timeline["jobs"][number];

/** A job, or one of its steps below it. */
type Row = {
  bar: Omit<TimelineJob, "job" | "carriedOver" | "queue" | "steps">;
  job: TimelineJob;
  step: Step | null;
};

export function jobRows(jobs: readonly TimelineJob[]): Row[] {
  return jobs.flatMap((job): Row[] => [
    { bar: job, job, step: null },
    ...job.steps.map(({ step, ...bar }) => ({ bar, job, step })),
  ]);
}

export const isJob = ({ step }: Row): boolean => step === null;

const ofJob = (row: Row, text: string) => (isJob(row) ? text : "");

function waited({ job, carriedOver }: TimelineJob): string {
  if (carriedOver || !job.approval_seconds) return duration(carriedOver ? null : job.queued_seconds);
  return `${duration(job.approval_seconds)} for approval`;
}

/** The timeline in numbers. */
export function jobColumns(github: RepositoryLinks, runId: number): Column<Row>[] {
  return [
    {
      heading: "Job, step",
      kind: "name",
      value: ({ job: { job }, step }) => step?.name ?? job.name,
      text: ({ job: { job }, step }) => (step === null ? job.name : `${step.number} ${step.name}`),
      link: ({ job: { job }, step }) =>
        step === null ? github.job(runId, job.id) : github.step(runId, job.id, step.number),
      tags: ({ job: { job, critical, carriedOver }, step }) => [
        ...(step === null && critical ? ["critical"] : []),
        ...(step === null && carriedOver ? [`from attempt ${job.run_attempt}`] : []),
      ],
    },
    {
      heading: "Result",
      kind: "status",
      value: ({ job: { job }, step }) => (step ?? job).conclusion,
      ended: ({ job: { job }, step }) => step ?? job,
    },
    figure(
      "Start",
      ({ bar }) => bar.start,
      (seconds) => (seconds === null ? duration(null) : `+${duration(seconds)}`),
    ),
    {
      heading: "Waited",
      kind: "figure",
      value: ({ job }) => job.job.queued_seconds,
      text: (row) => ofJob(row, waited(row.job)),
    },
    figure("Duration", ({ job: { job }, step }) => (step ?? job).duration_seconds, duration),
    {
      heading: "Alone on the critical path",
      kind: "figure",
      value: ({ bar }) => bar.exclusive,
      text: ({ bar }) => (bar.critical ? duration(bar.exclusive) : ""),
    },
    { ...words<Row>("Runner", (row) => ofJob(row, row.job.job.labels.join(", "))), muted: true },
  ];
}
