import { isByUs } from "#app/announce/comment.ts";
import type { GitHubIssues } from "#app/effects.ts";
import { everyPage } from "#app/every-page.ts";
import { opening } from "#core/render/comment-seal.ts";
import { type Issue, readIssue } from "#core/sync/payload/comment.ts";

/** By it our issues are found again. */
const LABEL = "agentops";

/**
 * The issues that we opened, each known by its topic. People may write into such an issue, so its end alone counts, and
 * who wrote it.
 */
export class OwnIssues {
  readonly #github: GitHubIssues;
  readonly #labelled: readonly Issue[];

  private constructor(github: GitHubIssues, labelled: readonly Issue[]) {
    this.#github = github;
    this.#labelled = labelled;
  }

  static async open(github: GitHubIssues): Promise<OwnIssues> {
    const issues: Issue[] = [];
    for await (const { items } of everyPage((next) => github.issues(LABEL, next)))
      issues.push(...items.flatMap((payload) => readIssue(payload).value ?? []));
    return new OwnIssues(github, issues.filter(({ isPull }) => !isPull).reverse());
  }

  /** The oldest of a topic; null: there is none. */
  async find(topic: string): Promise<Issue | null> {
    const marker = opening(topic);
    for (const issue of this.#labelled)
      if (issue.body?.trimEnd().endsWith(marker) && (await isByUs(this.#github, issue.user))) return issue;
    return null;
  }

  /** @returns its number; null where GitHub's answer does not say */
  async create(
    topic: string,
    title: string,
    markdown: string,
    more: Partial<Extra> = {},
  ): Promise<number | null> {
    const answer = await this.#github.createIssue({
      title,
      body: ownBody(topic, markdown),
      labels: [LABEL, ...(more.labels ?? [])],
      ...(more.assignees && { assignees: more.assignees }),
    });
    return readIssue(answer).value?.number ?? null;
  }
}

type Extra = { labels: string[]; assignees: string[] };

/** An issue's text with the mark by which it is found. */
export function ownBody(topic: string, markdown: string): string {
  return `${markdown}\n\n${opening(topic)}`;
}
