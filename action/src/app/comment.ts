import type { GitHubIssues } from "#app/effects.ts";
import { type Comment, readComment } from "#core/sync/payload/comment.ts";

/** Whom a job's own token writes as. */
const BOT = "github-actions[bot]";

/**
 * Writes a comment, or replaces the one that was written for the same `topic` before, unless it says the same: it ends with our hidden
 * marker and we are its author. A marker anywhere else, or in somebody else's comment, is text.
 *
 * @returns the comment's address
 */
export async function upsertComment(
  github: GitHubIssues,
  issue: number,
  topic: string,
  markdown: string,
): Promise<string> {
  const marker = markerOf(topic);
  const body = `${markdown}\n${marker}`;
  const known = await findOurs(github, issue, marker);
  if (known?.body === body) return known.html_url;
  const answer =
    known === null ? await github.createComment(issue, body) : await github.updateComment(known.id, body);
  return readComment(answer).value?.html_url ?? "";
}

/** Invisible, at the very end of what we write. */
export function markerOf(topic: string): string {
  return `<!-- agentops:${topic} -->`;
}

/**
 * Whether a text that ends with our marker is ours: a job's token wrote it, or whoever the token belongs to, such
 * as a person or another app. GitHub is asked for that only when it matters.
 */
export async function isOurs(
  github: GitHubIssues,
  { user, body }: { user: string | null; body: string | null },
  marker: string,
): Promise<boolean> {
  if (user === null || !body?.trimEnd().endsWith(marker)) return false;
  return user === BOT || user === (await github.viewer());
}

async function findOurs(github: GitHubIssues, issue: number, marker: string): Promise<Comment | null> {
  let next: string | null = null;
  do {
    const page = await github.comments(issue, next);
    for (const payload of page.items) {
      const comment = readComment(payload).value;
      if (comment !== null && (await isOurs(github, comment, marker))) return comment;
    }
    next = page.next;
  } while (next !== null);
  return null;
}
