import { type Answer, json, notFound } from "#simulator/answer.ts";
import type { SimulatedRepository, WorkflowPayload } from "#simulator/model.ts";
import { counted } from "#simulator/pagination.ts";
import type { ApiRequest } from "#simulator/request.ts";

export function listWorkflows(request: ApiRequest): Answer {
  return counted(request, "workflows", request.repository.workflows);
}

export function getWorkflow(request: ApiRequest): Answer {
  const workflow = findWorkflow(request.repository, request.parameters.workflow_id);
  return workflow === null ? notFound() : json(workflow);
}

/** By id or by the name of its file. */
export function findWorkflow(
  repository: SimulatedRepository,
  idOrFile: string | undefined,
): WorkflowPayload | null {
  return (
    repository.workflows.find(
      ({ id, path }) => String(id) === idOrFile || path === idOrFile || path.split("/").at(-1) === idOrFile,
    ) ?? null
  );
}
