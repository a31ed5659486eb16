import type { GitHubIssues } from "#app/effects.ts";
import { readComment } from "#core/sync/payload/comment.ts";

/** Whom a job's own token writes as. */
const BOT = "github-actions[bot]";

/**
 * Writes a comment, or replaces the one that was written for the same `topic` before: it ends with our hidden
 * marker and its author is our bot. A marker anywhere else, or in somebody else's comment, is text.
 *
 * @returns the comment's address
 */
export async function upsertComment(
  github: GitHubIssues,
  issue: number,
  topic: string,
  markdown: string,
): Promise<string> {
  const marker = `<!-- agentops:${topic} -->`;
  const body = `${markdown}\n${marker}`;
  const known = await findOurs(github, issue, marker);
  const answer =
    known === null ? await github.createComment(issue, body) : await github.updateComment(known, body);
  return readComment(answer).value?.html_url ?? "";
}

async function findOurs(github: GitHubIssues, issue: number, marker: string): Promise<number | null> {
  let next: string | null = null;
  do {
    const page = await github.comments(issue, next);
    for (const payload of page.items) {
      const comment = readComment(payload).value;
      if (comment?.user === BOT && comment.body?.trimEnd().endsWith(marker)) return comment.id;
    }
    next = page.next;
  } while (next !== null);
  return null;
}
