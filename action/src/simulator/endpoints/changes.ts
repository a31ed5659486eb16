import { type Answer, json, notFound } from "#simulator/answer.ts";
import { listing } from "#simulator/pagination.ts";
import type { ApiRequest } from "#simulator/request.ts";

/** Every branch has an answer, which is empty where no rule holds. */
export function listBranchRules({ repository, parameters }: ApiRequest): Answer {
  return json(repository.changes?.rules.get(parameters.branch ?? "") ?? []);
}

/** The default branch is there, and whether the older way protects it is not told apart here. */
export function getBranch({ repository, parameters }: ApiRequest): Answer {
  const name = parameters.branch ?? "";
  return name === repository.repository.default_branch ? json({ name, protected: false }) : notFound();
}

/** Of one path, the newest alone: older ones nobody asks for. */
export function listFileCommits(request: ApiRequest): Answer {
  const commit = request.repository.changes?.commits.get(request.query.get("path") ?? "");
  return listing(request, commit === undefined ? [] : [commit]);
}

export function listReviews(request: ApiRequest): Answer {
  return listing(
    request,
    request.repository.changes?.reviews.get(Number(request.parameters.pull_number)) ?? [],
  );
}
