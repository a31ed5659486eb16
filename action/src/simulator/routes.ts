import type { Answer } from "#simulator/answer.ts";
import {
  downloadArtifact,
  getArtifact,
  listArtifacts,
  listRunArtifacts,
} from "#simulator/endpoints/artifacts.ts";
import { getJob, listAttemptJobs, listRunJobs } from "#simulator/endpoints/jobs.ts";
import { getRepository } from "#simulator/endpoints/repository.ts";
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
const READ = ["actions=read"];

const get = (path: string, needs: string[], answer: Route["answer"]): Route => ({
  method: "GET",
  path,
  needs,
  answer,
});
const download = (path: string, answer: Route["answer"]): Route => ({
  ...get(path, READ, answer),
  signIn: true,
});

export const ROUTES: readonly Route[] = [
  get("", ["metadata=read"], getRepository),
  get("/actions/workflows", READ, listWorkflows),
  get("/actions/workflows/{workflow_id}", READ, getWorkflow),
  get("/actions/workflows/{workflow_id}/runs", READ, listWorkflowRuns),
  get("/actions/runs", READ, listRuns),
  get(RUN, READ, getRun),
  get(`${RUN}/jobs`, READ, listRunJobs),
  get(`${RUN}/artifacts`, READ, listRunArtifacts),
  get(`${RUN}/attempts/{attempt_number}`, READ, getAttempt),
  get(`${RUN}/attempts/{attempt_number}/jobs`, READ, listAttemptJobs),
  get("/actions/jobs/{job_id}", READ, getJob),
  get("/actions/artifacts", READ, listArtifacts),
  get("/actions/artifacts/{artifact_id}", READ, getArtifact),
  download("/actions/artifacts/{artifact_id}/{archive_format}", downloadArtifact),
];
