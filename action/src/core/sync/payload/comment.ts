import * as z from "zod";
import { Body, Id, Login, type Reading, read } from "#core/sync/payload/tolerant.ts";

/** The part of GitHub's `issue-comment` that we need. */
const Payload = z.object({ id: Id, html_url: z.string(), body: Body, user: Login });
export type Comment = z.infer<typeof Payload>;

export function readComment(payload: unknown): Reading<Comment> {
  return read(Payload, payload);
}

/** The part of GitHub's `issue` that we need; GitHub lists pull requests as issues, too. */
const IssuePayload = z
  .object({
    number: Id,
    body: Body,
    user: Login,
    state: z.string().catch("open"),
    pull_request: z.unknown().optional(),
  })
  .transform(({ pull_request, ...issue }) => ({ ...issue, isPull: pull_request != null }));
export type Issue = z.infer<typeof IssuePayload>;

export function readIssue(payload: unknown): Reading<Issue> {
  return read(IssuePayload, payload);
}

const Viewer = z.object({ data: z.object({ viewer: z.object({ login: z.string().min(1) }) }) });

/** GraphQL's `viewer { login }`; null when it did not say. */
export function readViewer(payload: unknown): string | null {
  return Viewer.safeParse(payload).data?.data.viewer.login ?? null;
}
