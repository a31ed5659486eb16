import { type Answer, json, missing, notFound, problem } from "#simulator/answer.ts";
import { findIssue } from "#simulator/endpoints/issues.ts";
import { type LabelPayload, labelName, labelsOf } from "#simulator/label.ts";
import { listing } from "#simulator/pagination.ts";
import type { ApiRequest } from "#simulator/request.ts";

export function listLabels(request: ApiRequest): Answer {
  const issue = findIssue(request);
  return issue === null ? notFound() : listing(request, issue.labels);
}

export const addLabels = (request: ApiRequest): Answer =>
  change(request, (before, given) => [
    ...before,
    ...given.filter((label) => !before.some((known) => labelName(known) === labelName(label))),
  ]);

export const setLabels = (request: ApiRequest): Answer => change(request, (_, given) => given);

export function removeLabel(request: ApiRequest): Answer {
  const issue = findIssue(request);
  if (issue === null) return notFound();
  const left = issue.labels.filter((label) => labelName(label) !== request.parameters.name);
  if (left.length === issue.labels.length) return problem(404, "Label does not exist");
  issue.labels = left;
  return json(left);
}

function change(
  request: ApiRequest,
  next: (before: LabelPayload[], given: LabelPayload[]) => LabelPayload[],
): Answer {
  const issue = findIssue(request);
  if (issue === null) return notFound();
  if (!Array.isArray(request.body.labels)) return missing("labels");
  issue.labels = next(issue.labels, labelsOf(request.body.labels, issue.repository_url));
  return json(issue.labels);
}
