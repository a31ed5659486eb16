import type { Blueprint } from "#simulator/history/blueprint.ts";
import { CAUSES, type Cause } from "#simulator/history/causes.ts";
import type { Stage } from "#simulator/history/jobs.ts";
import type { Fate, Occasion, Take } from "#simulator/history/occasion.ts";
import { account } from "#simulator/history/people.ts";
import type { Random } from "#simulator/history/random.ts";
import { reportedInLog } from "#simulator/history/telemetry/tellers.ts";
import { jobLog } from "#simulator/log-text.ts";
import type {
  AnnotationPayload,
  ApprovalPayload,
  JobPayload,
  SimulatedAttempt,
  SimulatedRepository,
} from "#simulator/model.ts";

type Truth = Pick<SimulatedRepository, "logs" | "annotations" | "approvals">;

/** What an attempt leaves behind for whoever asks why: logs and annotations, reviewers' decisions. */
export function leaveEvidence(
  truth: Truth,
  { random, story }: Pick<Stage, "random" | "story">,
  occasion: Occasion,
  { fate }: Take,
  attempt: SimulatedAttempt,
): void {
  const { run, jobs } = attempt;
  const agent = reportedInLog(story, occasion, attempt, fate);
  for (const job of jobs) {
    if (job.run_attempt !== run.run_attempt) continue;
    const spoken = new Map<number, readonly string[]>();
    const cause = causeOf(job, fate);
    if (cause) {
      const failed = job.steps?.find((step) => step.name === cause.step);
      if (failed) spoken.set(failed.number, [...cause.output, `##[error]${cause.error}`]);
      truth.annotations.set(job.id, [annotation(job, cause.error)]);
    }
    if (agent?.job === job.id) spoken.set(agent.step, agent.lines);
    if (spoken.size > 0) truth.logs.set(job.id, jobLog(job, spoken));
  }
  const reviewed = reviewedJob(occasion.blueprint, jobs);
  if (reviewed) truth.approvals.set(run.id, [approval(random, reviewed)]);
}

function causeOf(job: JobPayload, fate: Fate): (Cause & { step: string }) | null {
  if (!("mishap" in fate) || job.name !== fate.mishap.job) return null;
  if (job.conclusion !== "failure" && job.conclusion !== "timed_out") return null;
  return { ...CAUSES[fate.mishap.cause], step: fate.mishap.step };
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
