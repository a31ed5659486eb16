import type { GitHubIssues } from "#app/effects.ts";
import { everyPage } from "#app/every-page.ts";
import { isSealed, sealed } from "#core/render/comment-seal.ts";
import { type Comment, readComment } from "#core/sync/payload/comment.ts";
import type { RequestFailed } from "#core/sync/request-failed.ts";

/** Whom a job's own token writes as. */
const BOT = "github-actions[bot]";

/**
 * Writes a comment, or replaces the one that was written for the same `topic` before, unless it says the same.
 * Ours is what we are the author of and what carries our seal; everything else is left alone.
 *
 * @returns the comment's address
 */
export async function upsertComment(
  github: GitHubIssues,
  issue: number,
  topic: string,
  markdown: string,
): Promise<string> {
  const body = sealed(issue, topic, markdown);
  const known = await findOurs(github, issue, topic);
  if (known?.body?.trim() === body) return known.html_url;
  const answer =
    known === null ? await github.createComment(issue, body) : await github.updateComment(known.id, body);
  return readComment(answer).value?.html_url ?? "";
}

/**
 * Whether we wrote it: a job's token did, or whoever the token belongs to, such as a person or another app. GitHub
 * is asked for that only when it matters.
 */
export async function isByUs(github: GitHubIssues, user: string | null): Promise<boolean> {
  return user !== null && (user === BOT || user === (await github.viewer()));
}

/** One conversation that is closed to us, which says nothing about the others. */
export function isClosedToUs(error: RequestFailed): boolean {
  return error.failure === "not_found" || /\blocked\b/i.test(error.message);
}

async function findOurs(github: GitHubIssues, issue: number, topic: string): Promise<Comment | null> {
  for await (const { items } of everyPage((next) => github.comments(issue, next)))
    for (const payload of items) {
      const comment = readComment(payload).value;
      if (comment === null || !isSealed(issue, topic, comment.body ?? "")) continue;
      if (await isByUs(github, comment.user)) return comment;
    }
  return null;
}
