import type { Execution } from "#core/records/execution.ts";
import type { Run } from "#core/records/run.ts";

/** Content hashes of a run's workflow file and of the prompt file that it names; null: not known. */
export type Versions = { workflow: string | null; prompt: string | null };

export const NO_VERSIONS: Versions = { workflow: null, prompt: null };

/**
 * Executions with the versions of what made them. A commit is no version of a workflow: each run would have its own,
 * and nothing could be compared. What a program calls its versions itself stays.
 */
export function withVersions(
  execution: Execution,
  run: Pick<Run, "head_sha">,
  versions: Versions,
): Execution {
  const reported = execution.workflow_version;
  return {
    ...execution,
    workflow_version: (reported === null || isCommit(reported, run) ? null : reported) ?? versions.workflow,
    prompt_version: execution.prompt_version ?? versions.prompt,
  };
}

/** Whether what is called a version is the run's commit, in full or as people shorten it. */
export function isCommit(version: string, { head_sha }: Pick<Run, "head_sha">): boolean {
  return /^[0-9a-f]{7,}$/.test(version) && head_sha.startsWith(version);
}
