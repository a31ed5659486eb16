import type { JobPayload, StepPayload } from "#simulator/model.ts";

/** Every block of a runner's log starts with one; so a long log has more of them inside. */
export const BOM = "\uFEFF";

/**
 * The log of a job as the runner writes it, made from what its steps say. `spoken` gives, by step number, what a
 * step printed instead of how it ended.
 */
export function jobLog(job: JobPayload, spoken: ReadonlyMap<number, readonly string[]> = new Map()): string {
  return BOM + (job.steps ?? []).map((step) => lines(job, step, spoken.get(step.number))).join("");
}

/** The part that belongs to one step. */
export function stepLog(job: JobPayload, step: StepPayload): string {
  return BOM + lines(job, step);
}

function lines(job: JobPayload, step: StepPayload, spoken?: readonly string[]): string {
  const started = moment(step.started_at, job.started_at);
  if (step.conclusion === "skipped") return "";
  return messages(job, step, spoken)
    .map((message, index) => `${timestamp(started, index)} ${message}\n`)
    .join("");
}

/** The first of the times that can be read, in epoch milliseconds; recorded jobs lack some. */
export function moment(...times: (string | null | undefined)[]): number {
  return times.map((time) => Date.parse(time ?? "")).find((time) => !Number.isNaN(time)) ?? 0;
}

/** .NET's round-trip format: seven digits after the second. */
function timestamp(milliseconds: number, index: number): string {
  return new Date(milliseconds).toISOString().replace(/\d{3}Z$/, `${String(index + 1).padStart(7, "0")}Z`);
}

function messages(
  job: JobPayload,
  step: StepPayload,
  spoken: readonly string[] = outcome(step),
): readonly string[] {
  if (step.name === "Set up job") return setUp(job);
  if (step.name === "Complete job") return ["Cleaning up orphan processes"];
  if (step.name.startsWith("Post ")) return ["Post job cleanup."];
  const command = step.name.replace(/^Run /, "");
  return [
    `##[group]Run ${command}`,
    `\u001b[36;1m${command}\u001b[0m`,
    "shell: /usr/bin/bash -e {0}",
    "##[endgroup]",
    `> ${command}`,
    ...spoken,
  ];
}

function outcome({ conclusion }: StepPayload): string[] {
  if (conclusion === "failure") return ["##[error]Process completed with exit code 1."];
  if (conclusion === "cancelled") return ["##[error]The operation was canceled."];
  return ["Done."];
}

function setUp(job: JobPayload): string[] {
  return [
    "Current runner version: '2.336.0'",
    "##[group]Operating System",
    "Ubuntu",
    "24.04.3",
    "LTS",
    "##[endgroup]",
    "##[group]GITHUB_TOKEN Permissions",
    "Contents: read",
    "Metadata: read",
    "##[endgroup]",
    "Secret source: Actions",
    "Prepare workflow directory",
    "Prepare all required actions",
    `Complete job name: ${job.name}`,
  ];
}
