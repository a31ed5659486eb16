import { type Answer, json, notFound } from "#simulator/answer.ts";
import { findAttempt } from "#simulator/endpoints/runs.ts";
import { counted } from "#simulator/pagination.ts";
import type { ApiRequest } from "#simulator/request.ts";
import { findJob, findRun } from "#simulator/run-index.ts";

/** `filter=latest` (default): the last attempt's; `all`: every execution once, however often it was carried over. */
export function listRunJobs(request: ApiRequest): Answer {
  const attempts = findRun(request.repository, Number(request.parameters.run_id));
  if (attempts === null) return notFound();
  const listed = request.query.get("filter") === "all" ? attempts : attempts.slice(-1);
  const executions = new Map(listed.flatMap(({ jobs }) => jobs.map((job) => [job.id, job] as const)));
  return counted(request, "jobs", [...executions.values()]);
}

export function listAttemptJobs(request: ApiRequest): Answer {
  const attempt = findAttempt(request);
  return attempt === null ? notFound() : counted(request, "jobs", attempt.jobs);
}

export function getJob(request: ApiRequest): Answer {
  const found = findJob(request.repository, Number(request.parameters.job_id));
  return found === null ? notFound() : json(found.job);
}
