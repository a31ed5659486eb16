import { formatUtc } from "#core/time.ts";
import { aUser } from "#simulator/accounts.ts";
import { type Answer, invalid, json, missing, notFound } from "#simulator/answer.ts";
import { anIssue } from "#simulator/conversations.ts";
import { labelName, labelsOf } from "#simulator/label.ts";
import type { IssuePayload } from "#simulator/model.ts";
import { listing } from "#simulator/pagination.ts";
import type { ApiRequest } from "#simulator/request.ts";

export const MAX_TEXT = 65_536;

/** Whom GITHUB_TOKEN writes as. */
export const BOT = aUser("github-actions[bot]", { id: 41_898_282 });

export const writer = ({ login }: ApiRequest) => (login === BOT.login ? BOT : aUser(login));

/** Newest first; `state` open by default, `labels` all of them, `creator`, `since`. Pull requests are issues too. */
export function listIssues(request: ApiRequest): Answer {
  const { query } = request;
  const state = query.get("state") ?? "open";
  const labels = (query.get("labels") ?? "").split(",").filter((name) => name !== "");
  const creator = query.get("creator");
  const since = Date.parse(query.get("since") ?? "") || 0;
  const found = request.repository.issues.filter(
    (issue) =>
      (state === "all" || issue.state === state) &&
      labels.every((name) => issue.labels.some((label) => labelName(label) === name)) &&
      (!creator || issue.user?.login === creator) &&
      Date.parse(issue.updated_at) >= since,
  );
  return listing(
    request,
    found.sort((a, b) => b.number - a.number),
  );
}

export function getIssue(request: ApiRequest): Answer {
  const issue = findIssue(request);
  return issue === null ? notFound() : json(issue);
}

export function createIssue(request: ApiRequest): Answer {
  const { repository, issues } = request.repository;
  const { title, body = null, labels = [], assignees = [] } = request.body;
  if (typeof title !== "string") return missing("title");
  const refusal = tooLong(body);
  if (refusal) return refusal;
  const now = formatUtc(request.now / 1000);
  const number = Math.max(0, ...issues.map((issue) => issue.number)) + 1;
  const issue = anIssue(
    {
      ...{ number, title, body: body === null ? null : String(body) },
      ...{ user: writer(request), created_at: now, updated_at: now },
    },
    repository,
  );
  issue.labels = labelsOf(labels, issue.repository_url);
  issue.assignees = (Array.isArray(assignees) ? assignees : []).map((login) => aUser(String(login)));
  issues.push(issue);
  return json(issue, 201, { location: issue.url });
}

export function updateIssue(request: ApiRequest): Answer {
  const issue = findIssue(request);
  if (issue === null) return notFound();
  const { title, body, state, state_reason, labels } = request.body;
  const refusal = tooLong(body);
  if (refusal) return refusal;
  if (state !== undefined && state !== "open" && state !== "closed")
    return invalid({ resource: "Issue", code: "invalid", field: "state" });
  const now = formatUtc(request.now / 1000);
  if (typeof title === "string") issue.title = title;
  if (typeof body === "string") issue.body = body;
  if (labels !== undefined) issue.labels = labelsOf(labels, issue.repository_url);
  if (state === "closed") {
    issue.closed_at = now;
    issue.state_reason = state_reason === "not_planned" ? "not_planned" : "completed";
  } else if (state === "open" && issue.state === "closed") {
    issue.closed_at = null;
    issue.state_reason = "reopened";
  }
  if (state !== undefined) issue.state = state;
  issue.updated_at = now;
  return json(issue);
}

export function findIssue(request: ApiRequest): IssuePayload | null {
  const number = Number(request.parameters.issue_number);
  return request.repository.issues.find((issue) => issue.number === number) ?? null;
}

function tooLong(body: unknown): Answer | null {
  if (typeof body !== "string" || body.length <= MAX_TEXT) return null;
  const message = `body is too long (maximum is ${MAX_TEXT} characters)`;
  return invalid({ resource: "Issue", code: "custom", field: "body", message });
}
