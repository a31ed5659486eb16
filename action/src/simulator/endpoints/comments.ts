import { formatUtc } from "#core/time.ts";
import { nodeId } from "#simulator/accounts.ts";
import { type Answer, invalid, json, missing, notFound, problem } from "#simulator/answer.ts";
import { findIssue, MAX_TEXT, writer } from "#simulator/endpoints/issues.ts";
import type { CommentPayload, IssuePayload } from "#simulator/model.ts";
import { listing } from "#simulator/pagination.ts";
import type { ApiRequest } from "#simulator/request.ts";

const FIRST_ID = 5_000_000_000;

/** Ascending by id. */
export function listComments(request: ApiRequest): Answer {
  const issue = findIssue(request);
  if (issue === null) return notFound();
  const since = Date.parse(request.query.get("since") ?? "") || 0;
  const comments = commentsOf(request, issue).filter(({ updated_at }) => Date.parse(updated_at) >= since);
  return listing(
    request,
    comments.sort((a, b) => a.id - b.id),
  );
}

export function getComment(request: ApiRequest): Answer {
  const comment = findComment(request);
  return comment === null ? notFound() : json(comment);
}

export function createComment(request: ApiRequest): Answer {
  const issue = findIssue(request);
  if (issue === null) return notFound();
  if (issue.locked) return problem(403, "Unable to create comment because issue is locked.");
  const body = request.body.body;
  if (typeof body !== "string") return missing("body");
  const refusal = unacceptable(body);
  if (refusal) return refusal;
  const { comments } = request.repository;
  const id = Math.max(FIRST_ID, ...comments.map(({ payload }) => payload.id)) + 1;
  const now = formatUtc(request.now / 1000);
  const payload: CommentPayload = {
    id,
    node_id: nodeId("IC", id),
    url: `${issue.repository_url}/issues/comments/${id}`,
    html_url: `${issue.html_url}#issuecomment-${id}`,
    issue_url: issue.url,
    user: writer(request),
    body,
    created_at: now,
    updated_at: now,
    author_association: "NONE",
  };
  comments.push({ issue: issue.number, payload });
  issue.comments = commentsOf(request, issue).length;
  return json(payload, 201, { location: payload.url });
}

export function updateComment(request: ApiRequest): Answer {
  const comment = findComment(request);
  if (comment === null) return notFound();
  const body = request.body.body;
  if (typeof body !== "string") return missing("body");
  const refusal = unacceptable(body);
  if (refusal) return refusal;
  comment.body = body;
  comment.updated_at = formatUtc(request.now / 1000);
  return json(comment);
}

function findComment(request: ApiRequest): CommentPayload | null {
  const id = Number(request.parameters.comment_id);
  return request.repository.comments.find(({ payload }) => payload.id === id)?.payload ?? null;
}

function commentsOf(request: ApiRequest, issue: IssuePayload): CommentPayload[] {
  return request.repository.comments
    .filter((comment) => comment.issue === issue.number)
    .map(({ payload }) => payload);
}

function unacceptable(body: string): Answer | null {
  const error = { resource: "IssueComment", code: "unprocessable", field: "data" };
  if (body.trim() === "") return invalid({ ...error, message: "Body cannot be blank" });
  if (body.length <= MAX_TEXT) return null;
  return invalid({ ...error, message: `Body is too long (maximum is ${MAX_TEXT} characters)` });
}
