import type { GitHub, GitHubIssues, Probe } from "#app/effects.ts";
import { readViewer } from "#core/sync/payload/comment.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";
import { logDownloads } from "#io/github/logs.ts";
import { Requests } from "#io/github/requests.ts";
import type { ClientOptions } from "#io/github/sender.ts";

const ISSUES = "/repos/{owner}/{repo}/issues";
const COMMENTS = "/repos/{owner}/{repo}/issues/{issue_number}/comments";
const RUNS = "/repos/{owner}/{repo}/actions/runs";

/** GitHub's REST API for one repository. */
export function githubClient(options: ClientOptions): GitHub & GitHubIssues & { probe: Probe } {
  const requests = new Requests(options);
  let viewer: Promise<string | null> | null = null;

  return {
    guard: (refusal) => requests.sender.guard(refusal),
    usage: () => requests.sender.usage(),
    repository: () => requests.one("/repos/{owner}/{repo}"),
    workflows: (next) => requests.page("/repos/{owner}/{repo}/actions/workflows", "workflows", next),
    runs: (created, next) =>
      requests.page(
        RUNS,
        "workflow_runs",
        next,
        created ? { created: `${created.from}..${created.to}` } : {},
      ),
    runsWith: (status, next) => requests.page(RUNS, "workflow_runs", next, { status }),
    run: (run_id) => requests.one(`${RUNS}/{run_id}`, { run_id }),
    attempt: (run_id, attempt_number) =>
      requests.one(`${RUNS}/{run_id}/attempts/{attempt_number}`, { run_id, attempt_number }),
    attemptJobs: (run_id, attempt_number, next) =>
      requests.page(`${RUNS}/{run_id}/attempts/{attempt_number}/jobs`, "jobs", next, {
        run_id,
        attempt_number,
      }),
    approvals: (run_id) => requests.page(`${RUNS}/{run_id}/approvals`, null, null, { run_id }),
    artifacts: (next) => requests.page("/repos/{owner}/{repo}/actions/artifacts", "artifacts", next),
    runArtifacts: (run_id, next) =>
      requests.page(`${RUNS}/{run_id}/artifacts`, "artifacts", next, { run_id }),
    annotations: (check_run_id, next) =>
      requests.page("/repos/{owner}/{repo}/check-runs/{check_run_id}/annotations", null, next, {
        check_run_id,
      }),
    graphql: (query, variables) => requests.graphql(query, variables),
    ...logDownloads((route, parameters) => requests.redirect(route, parameters), options.signal),
    comments: (issue_number, next) => requests.page(COMMENTS, null, next, { issue_number }),
    issues: (labels, next) => requests.page(ISSUES, null, next, { labels, state: "all" }),
    createIssue: (issue) => requests.write("POST", ISSUES, issue),
    updateIssue: (issue_number, change) =>
      requests.write("PATCH", "/repos/{owner}/{repo}/issues/{issue_number}", { issue_number, ...change }),
    probe: (path) => requests.probe(path),
    viewer: () => (viewer ??= whoWrites(requests)),
    createComment: (issue_number, body) => requests.write("POST", COMMENTS, { issue_number, body }),
    updateComment: (comment_id, body) =>
      requests.write("PATCH", "/repos/{owner}/{repo}/issues/comments/{comment_id}", { comment_id, body }),
    pullsOf: (commit_sha) =>
      requests.page("/repos/{owner}/{repo}/commits/{commit_sha}/pulls", null, null, { commit_sha }),
  };
}

/** GraphQL answers every kind of token, where `GET /user` refuses those of jobs and apps. */
async function whoWrites(requests: Requests): Promise<string | null> {
  try {
    return readViewer(await requests.graphql("query { viewer { login } }"));
  } catch (error) {
    if (error instanceof RequestFailed && error.failure !== "stopped") return null;
    throw error;
  }
}
