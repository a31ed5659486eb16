import { formatUtc } from "#core/time.ts";
import { aMinimalRepository } from "#simulator/accounts.ts";
import { type Answer, empty, json, missing, notFound, problem } from "#simulator/answer.ts";
import { aRun } from "#simulator/builders.ts";
import { BOT } from "#simulator/endpoints/issues.ts";
import { findWorkflow } from "#simulator/endpoints/workflows.ts";
import type { ApiRequest } from "#simulator/request.ts";
import { latest, newestFirst } from "#simulator/run-index.ts";

const MAX_INPUTS = 25;

/** Queues a run. 204, or 200 with the run's addresses when `return_run_details` is true. */
export function dispatchWorkflow(request: ApiRequest): Answer {
  const { repository } = request;
  const workflow = findWorkflow(repository, request.parameters.workflow_id);
  const { ref, inputs = {}, return_run_details } = request.body;
  if (workflow === null) return notFound();
  if (typeof ref !== "string") return missing("ref");
  if (repository.files.get(workflow.path)?.includes("workflow_dispatch") === false)
    return problem(422, "Workflow does not have 'workflow_dispatch' trigger");
  if (workflow.state !== "active")
    return problem(422, "Cannot trigger a 'workflow_dispatch' on a disabled workflow");
  if (typeof inputs !== "object" || inputs === null || Object.keys(inputs).length > MAX_INPUTS)
    return problem(422, `Invalid request.\n\nNo more than ${MAX_INPUTS} properties are allowed.`);

  const known = newestFirst(repository).map(({ attempts }) => latest(attempts));
  const now = formatUtc(request.now / 1000);
  const numbers = known.filter((run) => run.workflow_id === workflow.id).map((run) => run.run_number);
  const run = aRun({
    id: known.reduce((highest, { id }) => Math.max(highest, id), 36_000_000_000) + 1,
    name: workflow.name,
    path: workflow.path,
    workflow_id: workflow.id,
    run_number: Math.max(0, ...numbers) + 1,
    display_title: workflow.name,
    event: "workflow_dispatch",
    status: "queued",
    conclusion: null,
    head_branch: ref.replace("refs/heads/", ""),
    actor: BOT,
    triggering_actor: BOT,
    created_at: now,
    repository: aMinimalRepository(repository.repository.full_name),
  });
  repository.runs.push({ attempts: [{ run, jobs: [] }] });
  return return_run_details === true
    ? json({ workflow_run_id: run.id, run_url: run.url, html_url: run.html_url })
    : empty();
}
