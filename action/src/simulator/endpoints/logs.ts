import { type Answer, notFound, problem, redirect } from "#simulator/answer.ts";
import { findAttempt } from "#simulator/endpoints/runs.ts";
import { archiveLogs } from "#simulator/log-archive.ts";
import { jobLog } from "#simulator/log-text.ts";
import type { SimulatedAttempt } from "#simulator/model.ts";
import type { ApiRequest } from "#simulator/request.ts";
import { findJob, findRun } from "#simulator/run-index.ts";

/** Logs appear a moment after what they tell of has ended, and GitHub's default retention removes them. */
const LAG = 3_000;
const RETENTION = 90 * 86_400_000;

export function downloadRunLogs(request: ApiRequest): Answer {
  const attempts = findRun(request.repository, Number(request.parameters.run_id));
  const last = attempts?.at(-1);
  if (last === undefined) return notFound();
  const archive = request.repository.archives.get(last.run.id);
  return runLogs(request, last, archive);
}

export function downloadAttemptLogs(request: ApiRequest): Answer {
  const attempt = findAttempt(request);
  return attempt === null ? notFound() : runLogs(request, attempt, undefined);
}

function runLogs(request: ApiRequest, { run, jobs }: SimulatedAttempt, archive: Buffer | undefined): Answer {
  return (
    unavailable(request, run.status === "completed" ? run.updated_at : null) ??
    redirect(
      request.sign(`logs_${run.id}.zip`, () => ({
        type: "application/zip",
        bytes: archive ?? archiveLogs(jobs, request.repository.logs),
      })),
    )
  );
}

export function downloadJobLogs(request: ApiRequest): Answer {
  const found = findJob(request.repository, Number(request.parameters.job_id));
  if (found === null || found.job.conclusion === "skipped") return notFound();
  const { job } = found;
  return (
    unavailable(request, job.status === "completed" ? job.completed_at : null) ??
    redirect(
      request.sign(`job_${job.id}.txt`, () => ({
        type: "text/plain; charset=utf-8",
        bytes: Buffer.from(request.repository.logs.get(job.id) ?? jobLog(job)),
      })),
    )
  );
}

/** `ended`: when the run or job did; null while it has not. */
function unavailable(request: ApiRequest, ended: string | null): Answer | null {
  const age = ended === null ? 0 : request.now - Date.parse(ended);
  if (age < LAG) return notFound();
  return age > RETENTION ? problem(410, "Server Error") : null;
}
