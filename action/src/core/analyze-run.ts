import type { RepositoryLinks } from "#core/links.ts";

/** The ready-made workflow that reads one run's logs, in `.github/workflows/`. */
export const ANALYZER_WORKFLOW = "agentops-log-analyzer.yml";
/** What it answers to on an issue whose title has a run's number. */
export const ANALYZE_LABEL = "agentops-analyze";

/** The three ways to have a run's logs read. The page itself never asks GitHub for anything. */
export type AnalyzeRun = {
  /** A line for a shell. */
  command: string;
  /** Where the workflow is started by hand. */
  dispatch: string;
  /** A filled-in form for an issue; nothing happens until somebody who may write sets the label. */
  issue: string;
};

/**
 * @param repository `owner/name`
 * @param issue where the answer is to be written; null: nowhere but the job's summary and the records
 */
export function analyzeRun(
  { id, issue }: { id: number; issue: number | null },
  { repository, server, links }: { repository: string; server: string; links: RepositoryLinks },
): AnalyzeRun {
  const { host } = new URL(server);
  const place = host === "github.com" ? repository : `${host}/${repository}`;
  const answer = issue === null ? "" : ` -f issue_number=${issue}`;
  const body = [
    `Please read the logs of run ${id}: ${links.run(id)}`,
    `Somebody who may write to the repository sets the label \`${ANALYZE_LABEL}\`; the answer comes as a comment.`,
  ].join("\n\n");
  return {
    command: `gh workflow run ${ANALYZER_WORKFLOW} --repo ${place} -f run_id=${id}${answer}`,
    dispatch: links.workflow(ANALYZER_WORKFLOW),
    issue: links.newIssue(`Analyze run ${id}`, body),
  };
}
