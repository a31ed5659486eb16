import { type Answer, invalid, json, notFound } from "#simulator/answer.ts";
import { parseCreated } from "#simulator/created.ts";
import { findWorkflow } from "#simulator/endpoints/workflows.ts";
import type { RunPayload, SimulatedAttempt } from "#simulator/model.ts";
import { counted } from "#simulator/pagination.ts";
import type { ApiRequest } from "#simulator/request.ts";
import { findRun, latest, newestFirst, type RunRow } from "#simulator/run-index.ts";

type Match = (run: RunPayload, wanted: string) => boolean;

/** Any of these, or `created`, caps the list at 1,000 runs; nothing in the answer says so. */
const FILTERS: Record<string, Match> = {
  actor: (run, wanted) => run.actor?.login.toLowerCase() === wanted.toLowerCase(),
  branch: (run, wanted) => run.head_branch === wanted,
  check_suite_id: (run, wanted) => run.check_suite_id === Number(wanted),
  event: (run, wanted) => run.event === wanted,
  head_sha: (run, wanted) => run.head_sha === wanted,
  // GitHub documents every status and conclusion here but this one.
  status: (run, wanted) =>
    wanted !== "startup_failure" && (run.status === wanted || run.conclusion === wanted),
};
const CAP = 1_000;

/** Since 2026-09-25 the counts of lists with one of these, or of one workflow, are exact only so far. */
const ESTIMATED = ["event", "status", "branch", "actor"];
const EXACT_UP_TO = 2_500;

export function listRuns(request: ApiRequest): Answer {
  return page(request, newestFirst(request.repository), ESTIMATED.some(given(request)));
}

export function listWorkflowRuns(request: ApiRequest): Answer {
  const workflow = findWorkflow(request.repository, request.parameters.workflow_id);
  if (workflow === null) return notFound();
  const rows = newestFirst(request.repository).filter(
    ({ attempts }) => latest(attempts).workflow_id === workflow.id,
  );
  return page(request, rows, true);
}

function page(request: ApiRequest, rows: readonly RunRow[], estimated: boolean): Answer {
  const created = request.query.get("created");
  const range = created ? parseCreated(created) : null;
  if (created && range === null)
    return invalid({ resource: "WorkflowRun", code: "invalid", field: "created" });
  const filters = Object.keys(FILTERS).filter(given(request));
  let found = rows;
  if (range) found = found.filter((row) => row.created >= range.from && row.created <= range.to);
  for (const name of filters) {
    const wanted = request.query.get(name) ?? "";
    found = found.filter(({ attempts }) => FILTERS[name]?.(latest(attempts), wanted));
  }
  const total = estimated ? Math.min(found.length, EXACT_UP_TO) : found.length;
  const served = range || filters.length > 0 ? found.slice(0, CAP) : found;
  return counted(request, "workflow_runs", served, total, ({ attempts }) => shown(request, latest(attempts)));
}

export function getRun(request: ApiRequest): Answer {
  const attempts = findRun(request.repository, Number(request.parameters.run_id));
  return attempts === null ? notFound() : json(shown(request, latest(attempts)));
}

export function getAttempt(request: ApiRequest): Answer {
  const attempt = findAttempt(request);
  return attempt === null ? notFound() : json(shown(request, attempt.run));
}

/** The attempt that `…/runs/{run_id}/attempts/{attempt_number}` names. */
export function findAttempt(request: ApiRequest): SimulatedAttempt | null {
  const wanted = Number(request.parameters.attempt_number);
  const attempts = findRun(request.repository, Number(request.parameters.run_id)) ?? [];
  return attempts.find(({ run }, index) => (run.run_attempt ?? index + 1) === wanted) ?? null;
}

function shown(request: ApiRequest, run: RunPayload): RunPayload {
  return request.query.get("exclude_pull_requests") === "true" ? { ...run, pull_requests: [] } : run;
}

/** An empty value is no filter. */
const given = (request: ApiRequest) => (name: string) => Boolean(request.query.get(name));
