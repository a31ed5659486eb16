import type { Config } from "#core/config.ts";
import { globs } from "#core/glob.ts";
import type { Run } from "#core/records/run.ts";

/**
 * Whose failure is explained first: critical ones, then those of the default branch. Forks come last: their branches
 * and workflows have the names that a stranger gave them.
 */
export function readingRank(
  critical: Config["analysis"]["critical"],
  defaultBranch: string | null,
): (run: Run) => number {
  const isCritical = {
    workflow: globs(critical.workflows),
    branch: globs(critical.branches),
    event: globs(critical.events),
  };
  return (run) => {
    if (run.from_fork) return 3;
    const file = run.workflow_file ?? "";
    const names = [run.workflow_name ?? "", file, file.split("/").at(-1) ?? ""];
    const isFirst =
      names.some(isCritical.workflow) ||
      isCritical.branch(run.head_branch ?? "") ||
      isCritical.event(run.event ?? "");
    if (isFirst) return 0;
    return run.head_branch !== null && run.head_branch === defaultBranch ? 1 : 2;
  };
}
