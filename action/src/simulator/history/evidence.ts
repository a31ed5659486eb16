import type { Blueprint } from "#simulator/history/blueprint.ts";
import { CAUSES } from "#simulator/history/causes.ts";
import type { Occasion, Take } from "#simulator/history/occasion.ts";
import { account } from "#simulator/history/people.ts";
import type { Random } from "#simulator/history/random.ts";
import { jobLog } from "#simulator/log-text.ts";
import type {
  AnnotationPayload,
  ApprovalPayload,
  JobPayload,
  SimulatedAttempt,
  SimulatedRepository,
} from "#simulator/model.ts";

type Truth = Pick<SimulatedRepository, "logs" | "annotations" | "approvals">;

/** What an attempt leaves behind for whoever asks why: logs and annotations of failures, reviewers' decisions. */
export function leaveEvidence(
  truth: Truth,
  random: Random,
  { blueprint }: Occasion,
  { fate }: Take,
  { run, jobs }: SimulatedAttempt,
): void {
  for (const job of jobs) {
    if (!("mishap" in fate) || job.name !== fate.mishap.job || job.run_attempt !== run.run_attempt) continue;
    if (job.conclusion !== "failure" && job.conclusion !== "timed_out") continue;
    const { output, error } = CAUSES[fate.mishap.cause];
    const failed = job.steps?.find((step) => step.name === fate.mishap.step);
    if (failed)
      truth.logs.set(job.id, jobLog(job, new Map([[failed.number, [...output, `##[error]${error}`]]])));
    truth.annotations.set(job.id, [annotation(job, error)]);
  }
  const reviewed = reviewedJob(blueprint, jobs);
  if (reviewed) truth.approvals.set(run.id, [approval(random, reviewed)]);
}

function annotation(job: JobPayload, message: string): AnnotationPayload {
  return {
    path: ".github",
    blob_href: `${job.html_url?.split("/actions/")[0]}/blob/${job.head_sha}/.github`,
    start_line: 1,
    end_line: 1,
    start_column: null,
    end_column: null,
    annotation_level: "failure",
    title: "",
    message,
    raw_details: "",
  };
}

/** The job whose environment a reviewer has decided about. */
function reviewedJob(blueprint: Blueprint, jobs: readonly JobPayload[]): JobPayload | undefined {
  const guarded = blueprint.jobs.filter((job) => job.environment).map((job) => job.name);
  const decided = (job: JobPayload) => job.conclusion === "success" || job.conclusion === "failure";
  return jobs.find((job) => guarded.includes(job.name) && decided(job));
}

function approval(random: Random, job: JobPayload): ApprovalPayload {
  const rejected = job.steps?.length === 0;
  return {
    state: rejected ? "rejected" : "approved",
    comment: rejected ? "Not on a Friday." : random.pick(["", "Ship it :rocket:", "Staging looks good."]),
    user: account(random.pick(["mona", "grace-h"])),
    environments: [{ id: 5_100_000_001, node_id: "EN_kwDO1", name: job.name }],
  };
}
