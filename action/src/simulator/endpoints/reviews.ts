import { type Answer, json, notFound } from "#simulator/answer.ts";
import { listing } from "#simulator/pagination.ts";
import type { ApiRequest } from "#simulator/request.ts";
import { findJob, findRun } from "#simulator/run-index.ts";

export function listApprovals(request: ApiRequest): Answer {
  const id = Number(request.parameters.run_id);
  if (findRun(request.repository, id) === null) return notFound();
  return json(request.repository.approvals.get(id) ?? []);
}

/** Nothing here waits for an environment. */
export function listPendingDeployments(request: ApiRequest): Answer {
  return findRun(request.repository, Number(request.parameters.run_id)) === null ? notFound() : json([]);
}

/** A job's id is its check run's. */
export function listAnnotations(request: ApiRequest): Answer {
  const id = Number(request.parameters.check_run_id);
  const annotations = request.repository.annotations.get(id);
  if (annotations === undefined && findJob(request.repository, id) === null) return notFound();
  return listing(request, annotations ?? []);
}

/** The pull requests that a commit is part of; forks' too, unlike a run's `pull_requests`. */
export function listCommitPulls(request: ApiRequest): Answer {
  return listing(request, request.repository.pulls.get(request.parameters.commit_sha ?? "") ?? []);
}
