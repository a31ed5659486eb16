import type { Category } from "#core/records/category.ts";
import type { Job, Run } from "#core/records/run.ts";
import { DAY_SECONDS, epoch, type Utc } from "#core/time.ts";

/** What a record says about a failure without any log. */
type Verdict = {
  category: Category;
  rule: string;
  title: string;
  /** What the signature is made from: equal for the same failure of the same workflow and job. */
  message: string;
  confidence: number;
  advice: string;
  job: Job | null;
};

/** GitHub ends a job of its own runners after six hours, unless `timeout-minutes` says less. */
const LONGEST_JOB_SECONDS = 6 * 3600;
/** GitHub gives up after a job has waited so long for a runner, or a deployment for its reviewers. */
const LONGEST_QUEUE_SECONDS = DAY_SECONDS;
const LONGEST_APPROVAL_SECONDS = 30 * DAY_SECONDS;
/** Within so long after a newer run came, `cancel-in-progress` has ended the older one. */
const CANCELLED_WITHIN_SECONDS = 600;

/** Null: the record says nothing in particular. */
export function verdictOf(run: Run, supersededBy: Utc | null): Verdict | null {
  const jobs = (run.jobs ?? []).filter((job) => job.run_attempt === run.run_attempt);
  const failed = jobs.filter(({ conclusion }) => conclusion === "failure" || conclusion === "timed_out");
  if (run.conclusion === "startup_failure" || (run.conclusion === "failure" && run.jobs?.length === 0))
    return notStarted(run);
  const suspects = run.conclusion === "cancelled" ? jobs : failed;
  for (const look of [timedOut, waitedTooLong, lostRunner]) {
    const job = suspects.find((each) => look(each, run) !== null);
    const verdict = job === undefined ? null : look(job, run);
    if (verdict !== null) return verdict;
  }
  return run.conclusion === "cancelled" && isSuperseded(run, supersededBy) ? superseded() : null;
}

function notStarted(run: Run): Verdict {
  return {
    category: "configuration",
    rule: "record/not-started",
    title: "GitHub could not start the workflow",
    message: `could not start ${run.workflow_file ?? `workflow ${run.workflow_id}`}`,
    confidence: 0.9,
    advice: "Look at the run's page: it names the line of the workflow file, or what may not be used.",
    job: null,
  };
}

function timedOut(job: Job): Verdict | null {
  // GitHub calls a job that reached its limit cancelled as often as timed out.
  const atLimit =
    job.conclusion === "cancelled" &&
    Math.abs((job.duration_seconds ?? 0) - LONGEST_JOB_SECONDS) < CANCELLED_WITHIN_SECONDS;
  if (job.conclusion !== "timed_out" && !atLimit) return null;
  return {
    category: "timeout",
    rule: "record/timed-out",
    title: "The job took longer than it may",
    message: `timed out: ${job.name}`,
    confidence: 0.8,
    advice: "See which step was still going; give it a time limit of its own, or `timeout-minutes` more.",
    job,
  };
}

/** Over without having begun: a runner or a reviewer never came. */
function waitedTooLong(job: Job, run: Run): Verdict | null {
  if (hasBegun(job) || job.conclusion === "skipped") return null;
  const ended = job.completed_at ?? run.updated_at;
  const waited = ended === null ? 0 : epoch(ended) - epoch(job.created_at ?? run.created_at);
  if (waited >= LONGEST_APPROVAL_SECONDS - DAY_SECONDS)
    return {
      category: "approval_timeout",
      rule: "record/approval-timeout",
      title: "Nobody approved the deployment in time",
      message: `not approved in time: ${job.name}`,
      confidence: 0.8,
      advice: "Ask a reviewer of the environment, then run the workflow again.",
      job,
    };
  if (waited < LONGEST_QUEUE_SECONDS - 3600) return null;
  return {
    category: "runner_lost",
    rule: "record/no-runner",
    title: "No runner took the job",
    message: `no runner took ${job.name}`,
    confidence: 0.8,
    advice: `Check that runners with the labels ${job.labels.join(", ") || "of the job"} are online.`,
    job,
  };
}

/** Failed although no step of it did, and one of them never ended. */
function lostRunner(job: Job): Verdict | null {
  if (job.conclusion !== "failure" || job.steps.length === 0) return null;
  const hasFailedStep = job.steps.some(
    ({ conclusion }) => conclusion === "failure" || conclusion === "timed_out",
  );
  const hasOpenStep = job.steps.some(
    ({ status, conclusion }) => status !== "completed" || conclusion === null,
  );
  if (hasFailedStep || !hasOpenStep) return null;
  return {
    category: "runner_lost",
    rule: "record/runner-lost",
    title: "The runner was lost",
    message: `runner lost: ${job.name}`,
    confidence: 0.8,
    advice: "Run it again. If it comes back: look at the machine's memory, disk and network at that time.",
    job,
  };
}

function isSuperseded(run: Run, by: Utc | null): boolean {
  if (by === null || run.updated_at === null) return false;
  const after = epoch(run.updated_at) - epoch(by);
  return by > run.created_at && after >= 0 && after < CANCELLED_WITHIN_SECONDS;
}

function superseded(): Verdict {
  return {
    category: "cancelled",
    rule: "record/superseded",
    title: "Replaced by a newer run",
    message: "superseded by a newer run of the same workflow and branch",
    confidence: 0.7,
    advice: "Nothing to do: `concurrency` with `cancel-in-progress` ends older runs.",
    job: null,
  };
}

/** A job that did anything, which a log may tell of. */
export function hasBegun(job: Job): boolean {
  return job.conclusion !== "skipped" && job.steps.length > 0;
}
