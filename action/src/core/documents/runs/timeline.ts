import { aloneIntervals, criticalPath, overlap } from "#core/documents/runs/critical-path.ts";
import type { Job, Run, Step } from "#core/records/run.ts";
import { epoch, type Utc } from "#core/time.ts";

/** One run attempt laid along a time axis. Offsets and lengths are seconds; the axis starts with the attempt. */
export type Timeline = {
  origin: Utc;
  /** Length of the axis: until the last known end, or until `now` while something runs. */
  seconds: number;
  /** Round offsets for the axis, from 0, at most nine. */
  ticks: number[];
  /** Every job: those that ran by start, then those that were carried over, then those that never started. */
  jobs: TimelineJob[];
  neverStarted: number;
  carriedOver: number;
  /** Jobs whose times contradict each other: drawn as a mark without a length. */
  unclear: number;
  /** Length of the critical path, waits included; null when no job ran. */
  criticalSeconds: number | null;
};

type TimelineBar = {
  /** Null: it never started, or not in this attempt. */
  start: number | null;
  /** Null: unknown, or still running (then the bar ends with the axis). */
  seconds: number | null;
  running: boolean;
  critical: boolean;
  /** Seconds in which nothing else of the run was under way; null off the critical path. */
  exclusive: number | null;
};

type TimelineJob = TimelineBar & {
  job: Job;
  /** A partial re-run repeats some jobs and carries the others over from an earlier attempt. */
  carriedOver: boolean;
  /** The wait for a runner before `start`, as far as it lies on the axis; null when unknown. */
  queue: { start: number; seconds: number } | null;
  steps: (TimelineBar & { step: Step })[];
};

const TICK_SECONDS = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400,
];
const MOST_TICKS = 8;

type Attempt = Pick<Run, "run_attempt" | "created_at" | "run_started_at"> & { jobs: readonly Job[] };

/** @param now ends the bars of what is still running */
export function timelineOf(run: Attempt, now: Utc): Timeline {
  const origin = run.run_attempt > 1 ? (run.run_started_at ?? run.created_at) : run.created_at;
  const zero = epoch(origin);
  const offset = (utc: Utc) => Math.max(0, epoch(utc) - zero);

  const laid = run.jobs.map((job) => layJob(job, run.run_attempt, offset));
  const drawn = laid.filter((bar) => bar.start !== null);
  const running = drawn.some((bar) => bar.running);
  const lastEnd = Math.max(0, ...drawn.map((bar) => (bar.start ?? 0) + (bar.seconds ?? 0)));
  const seconds = running ? Math.max(lastEnd, offset(now)) : lastEnd;

  const ran = drawn.map(({ job, start, seconds: length, running: goesOn }) => ({
    created: job.created_at === null ? null : offset(job.created_at),
    start: start ?? 0,
    end: goesOn ? seconds : (start ?? 0) + (length ?? 0),
  }));
  const path = criticalPath(ran);
  const alone = aloneIntervals(ran);
  for (const index of path) markCritical(drawn[index], alone[index] ?? []);
  const [first] = path;
  const begin = first === undefined ? null : (drawn[first]?.queue?.start ?? drawn[first]?.start ?? null);

  return {
    origin,
    seconds,
    ticks: ticksOf(seconds),
    jobs: laid.sort((a, b) => rank(a) - rank(b) || (a.start ?? 0) - (b.start ?? 0) || a.job.id - b.job.id),
    neverStarted: laid.filter((bar) => bar.start === null && !bar.carriedOver).length,
    carriedOver: laid.filter((bar) => bar.carriedOver).length,
    unclear: drawn.filter((bar) => bar.seconds === null && !bar.running).length,
    criticalSeconds: begin === null ? null : seconds - begin,
  };
}

function layJob(job: Job, attempt: number, offset: (utc: Utc) => number): TimelineJob {
  const carriedOver = job.run_attempt < attempt;
  const start = carriedOver || !jobBegan(job) || job.started_at === null ? null : offset(job.started_at);
  const wait = start !== null && job.created_at !== null ? offset(job.created_at) : null;
  return {
    job,
    carriedOver,
    start,
    seconds: start === null ? null : job.duration_seconds,
    running: start !== null && job.status === "in_progress",
    critical: false,
    exclusive: null,
    queue: start !== null && wait !== null && start > wait ? { start: wait, seconds: start - wait } : null,
    steps: job.steps.map((step) => layStep(step, start !== null, offset)),
  };
}

/** GitHub gives a start to jobs that never began: queued ones, skipped ones, and those cancelled in the queue. */
export function jobBegan(job: Job): boolean {
  if (job.status !== "completed") return job.status === "in_progress";
  if (job.conclusion === "cancelled") return Boolean(job.runner_name) || job.steps.length > 0;
  return job.conclusion !== "skipped";
}

export function stepBegan(step: Pick<Step, "status" | "conclusion">): boolean {
  return step.conclusion !== "skipped" && (step.status === "completed" || step.status === "in_progress");
}

function layStep(step: Step, jobRan: boolean, offset: (utc: Utc) => number) {
  const start = jobRan && stepBegan(step) && step.started_at !== null ? offset(step.started_at) : null;
  return {
    step,
    start,
    seconds: start === null ? null : step.duration_seconds,
    running: start !== null && step.status === "in_progress",
    critical: false,
    exclusive: null as number | null,
  };
}

function markCritical(bar: TimelineJob | undefined, alone: readonly { start: number; end: number }[]): void {
  if (bar === undefined) return;
  bar.critical = true;
  bar.exclusive = alone.reduce((sum, { start, end }) => sum + end - start, 0);
  for (const step of bar.steps) {
    if (step.start === null || step.seconds === null) continue;
    step.critical = true;
    step.exclusive = overlap({ start: step.start, end: step.start + step.seconds }, alone);
  }
}

function rank(bar: TimelineJob): number {
  if (bar.start !== null) return 0;
  return bar.carriedOver ? 1 : 2;
}

/** Round marks for an axis of so many seconds: 0, 30, 60, … */
export function ticksOf(seconds: number): number[] {
  const day = 86_400;
  const step =
    TICK_SECONDS.find((size) => seconds / size <= MOST_TICKS) ?? Math.ceil(seconds / MOST_TICKS / day) * day;
  return Array.from({ length: Math.floor(seconds / step) + 1 }, (_, index) => index * step);
}
