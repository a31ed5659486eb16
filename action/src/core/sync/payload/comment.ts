import * as z from "zod";
import { Id, Login, type Reading, read, Text } from "#core/sync/payload/tolerant.ts";

/** The part of GitHub's `issue-comment` that we need. */
const Payload = z.object({ id: Id, html_url: z.string(), body: Text, user: Login });
export type Comment = z.infer<typeof Payload>;

export function readComment(payload: unknown): Reading<Comment> {
  return read(Payload, payload);
}
