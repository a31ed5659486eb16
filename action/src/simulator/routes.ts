import type { Answer } from "#simulator/answer.ts";
import {
  downloadArtifact,
  getArtifact,
  listArtifacts,
  listRunArtifacts,
} from "#simulator/endpoints/artifacts.ts";
import { getBranch, listBranchRules, listFileCommits, listReviews } from "#simulator/endpoints/changes.ts";
import { createComment, getComment, listComments, updateComment } from "#simulator/endpoints/comments.ts";
import { getContents } from "#simulator/endpoints/contents.ts";
import { dispatchWorkflow } from "#simulator/endpoints/dispatches.ts";
import { createCommit, createRef, createTree } from "#simulator/endpoints/git-data.ts";
import { createIssue, getIssue, listIssues, updateIssue } from "#simulator/endpoints/issues.ts";
import { getJob, listAttemptJobs, listRunJobs } from "#simulator/endpoints/jobs.ts";
import { addLabels, listLabels, removeLabel, setLabels } from "#simulator/endpoints/labels.ts";
import { downloadAttemptLogs, downloadJobLogs, downloadRunLogs } from "#simulator/endpoints/logs.ts";
import { getPages, getPermission, getRepository } from "#simulator/endpoints/repository.ts";
import {
  listAnnotations,
  listApprovals,
  listCommitPulls,
  listPendingDeployments,
} from "#simulator/endpoints/reviews.ts";
import { getAttempt, getRun, listRuns, listWorkflowRuns } from "#simulator/endpoints/runs.ts";
import { getWorkflow, listWorkflows } from "#simulator/endpoints/workflows.ts";
import type { ApiRequest } from "#simulator/request.ts";

export type Route = {
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** Below `/repos/{owner}/{repo}`; `{name}` takes one segment, `{name*}` the rest. */
  path: string;
  /** Any one of these permissions of the token suffices. */
  needs: string[];
  /** Refused without a token even where everybody may read. */
  signIn?: true;
  answer: (request: ApiRequest) => Answer;
};

const RUN = "/actions/runs/{run_id}";
const ATTEMPT = `${RUN}/attempts/{attempt_number}`;
const ISSUE = "/issues/{issue_number}";
const COMMENT = "/issues/comments/{comment_id}";
const READ = ["actions=read"];
const WRITE_CONTENTS = ["contents=write"];
const READ_ISSUE = ["issues=read", "pull_requests=read"];
const WRITE_ISSUE = ["issues=write", "pull_requests=write"];

type Handler = Route["answer"];
const get = (path: string, needs: string[], answer: Handler): Route => ({
  method: "GET",
  path,
  needs,
  answer,
});
const download = (path: string, answer: Handler): Route => ({ ...get(path, READ, answer), signIn: true });
const write = (method: Route["method"], path: string, needs: string[], answer: Handler): Route => ({
  method,
  path,
  needs,
  answer,
});

/** What the simulated GitHub answers; the first row that fits counts. Everything else is 404, as a typo would be. */
export const ROUTES: readonly Route[] = [
  get("", ["metadata=read"], getRepository),
  get("/pages", ["pages=read"], getPages),
  get("/contents/{path*}", ["contents=read"], getContents),
  get("/collaborators/{username}/permission", ["metadata=read"], getPermission),

  get("/actions/workflows", READ, listWorkflows),
  get("/actions/workflows/{workflow_id}", READ, getWorkflow),
  get("/actions/workflows/{workflow_id}/runs", READ, listWorkflowRuns),
  write("POST", "/actions/workflows/{workflow_id}/dispatches", ["actions=write"], dispatchWorkflow),

  get("/actions/runs", READ, listRuns),
  get(RUN, READ, getRun),
  get(`${RUN}/jobs`, READ, listRunJobs),
  get(`${RUN}/artifacts`, READ, listRunArtifacts),
  get(`${RUN}/approvals`, READ, listApprovals),
  get(`${RUN}/pending_deployments`, READ, listPendingDeployments),
  download(`${RUN}/logs`, downloadRunLogs),
  get(ATTEMPT, READ, getAttempt),
  get(`${ATTEMPT}/jobs`, READ, listAttemptJobs),
  download(`${ATTEMPT}/logs`, downloadAttemptLogs),
  get("/actions/jobs/{job_id}", READ, getJob),
  download("/actions/jobs/{job_id}/logs", downloadJobLogs),
  get("/actions/artifacts", READ, listArtifacts),
  get("/actions/artifacts/{artifact_id}", READ, getArtifact),
  download("/actions/artifacts/{artifact_id}/{archive_format}", downloadArtifact),

  get("/check-runs/{check_run_id}/annotations", ["checks=read"], listAnnotations),
  get("/commits", ["contents=read"], listFileCommits),
  get("/commits/{commit_sha}/pulls", ["pull_requests=read"], listCommitPulls),
  get("/pulls/{pull_number}/reviews", ["pull_requests=read"], listReviews),
  get("/rules/branches/{branch}", ["metadata=read"], listBranchRules),
  get("/branches/{branch}", ["contents=read"], getBranch),

  write("POST", "/git/trees", WRITE_CONTENTS, createTree),
  write("POST", "/git/commits", WRITE_CONTENTS, createCommit),
  write("POST", "/git/refs", WRITE_CONTENTS, createRef),

  get("/issues", READ_ISSUE, listIssues),
  write("POST", "/issues", ["issues=write"], createIssue),
  get(COMMENT, READ_ISSUE, getComment),
  write("PATCH", COMMENT, WRITE_ISSUE, updateComment),
  get(ISSUE, READ_ISSUE, getIssue),
  write("PATCH", ISSUE, WRITE_ISSUE, updateIssue),
  get(`${ISSUE}/comments`, READ_ISSUE, listComments),
  write("POST", `${ISSUE}/comments`, WRITE_ISSUE, createComment),
  get(`${ISSUE}/labels`, READ_ISSUE, listLabels),
  write("POST", `${ISSUE}/labels`, WRITE_ISSUE, addLabels),
  write("PUT", `${ISSUE}/labels`, WRITE_ISSUE, setLabels),
  write("DELETE", `${ISSUE}/labels/{name}`, WRITE_ISSUE, removeLabel),
];
