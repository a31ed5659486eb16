import AdmZip from "adm-zip";
import { type Answer, json, notFound, problem, redirect } from "#simulator/answer.ts";
import type { SimulatedRepository } from "#simulator/model.ts";
import { counted } from "#simulator/pagination.ts";
import type { ApiRequest } from "#simulator/request.ts";
import { findRun } from "#simulator/run-index.ts";

type Artifact = SimulatedRepository["artifacts"][number];

export function listArtifacts(request: ApiRequest): Answer {
  return page(request, request.repository.artifacts, "desc");
}

export function listRunArtifacts(request: ApiRequest): Answer {
  const id = Number(request.parameters.run_id);
  if (findRun(request.repository, id) === null) return notFound();
  const artifacts = request.repository.artifacts.filter(({ payload }) => payload.workflow_run?.id === id);
  return page(request, artifacts, request.query.get("direction") === "asc" ? "asc" : "desc");
}

function page(request: ApiRequest, artifacts: readonly Artifact[], direction: "asc" | "desc"): Answer {
  const name = request.query.get("name");
  const sign = direction === "asc" ? 1 : -1;
  const listed = artifacts
    .filter(({ payload }) => !name || payload.name === name)
    .sort((a, b) => sign * (a.payload.id - b.payload.id));
  return counted(request, "artifacts", listed, listed.length, ({ payload }) => payload);
}

export function getArtifact(request: ApiRequest): Answer {
  const artifact = find(request);
  return artifact === null ? notFound() : json(artifact.payload);
}

export function downloadArtifact(request: ApiRequest): Answer {
  const artifact = find(request);
  if (artifact === null || request.parameters.archive_format !== "zip") return notFound();
  const { payload, zip = () => placeholder(payload.name) } = artifact;
  if (payload.expired) return problem(410, "Artifact has expired");
  return redirect(request.sign(`${payload.name}.zip`, () => ({ type: "application/zip", bytes: zip() })));
}

function find(request: ApiRequest): Artifact | null {
  const id = Number(request.parameters.artifact_id);
  return request.repository.artifacts.find(({ payload }) => payload.id === id) ?? null;
}

function placeholder(name: string): Buffer {
  const zip = new AdmZip();
  zip.addFile("artifact.txt", Buffer.from(`The simulator knows nothing of what ${name} holds.\n`));
  return zip.toBuffer();
}
