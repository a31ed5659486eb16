import { aUser, nodeId } from "#simulator/accounts.ts";
import { aRepository } from "#simulator/builders.ts";
import type { IssuePayload, PullPayload, RepositoryPayload } from "#simulator/model.ts";

const NOON = "2026-11-20T12:00:00Z";
const SHA = "4f2c9d1e8b7a6053c2d1e0f9a8b7c6d5e4f30211";

/** An open pull request of a branch of the repository itself; give `head` for a fork's. */
export function aPull(
  overrides: Partial<PullPayload> = {},
  repository: RepositoryPayload = aRepository(),
): PullPayload {
  const number = overrides.number ?? 101;
  const url = `${repository.url}/pulls/${number}`;
  const issue = `${repository.url}/issues/${number}`;
  const html = `${repository.html_url}/pull/${number}`;
  const side = { user: aUser(repository.owner.login), repo: headRepository(repository) };
  const sha = overrides.head?.sha ?? SHA;
  const statuses = `${repository.url}/statuses/${sha}`;
  const id = overrides.id ?? 2_900_000_000 + number;
  return {
    id,
    node_id: nodeId("PR", id),
    url,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issue,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${repository.url}/pulls/comments{/number}`,
    comments_url: `${issue}/comments`,
    statuses_url: statuses,
    number,
    state: "open",
    locked: false,
    title: "Keep the agents fed",
    user: aUser("mona"),
    body: null,
    labels: [],
    milestone: null,
    created_at: NOON,
    updated_at: NOON,
    closed_at: null,
    merged_at: null,
    merge_commit_sha: null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    head: { label: `${repository.owner.login}:feature`, ref: "feature", sha, ...side },
    base: { label: `${repository.owner.login}:main`, ref: "main", sha: SHA, ...side },
    _links: {
      self: { href: url },
      html: { href: html },
      issue: { href: issue },
      comments: { href: `${issue}/comments` },
      review_comments: { href: `${url}/comments` },
      review_comment: { href: `${repository.url}/pulls/comments{/number}` },
      commits: { href: `${url}/commits` },
      statuses: { href: statuses },
    },
    author_association: "MEMBER",
    auto_merge: null,
    draft: false,
    ...overrides,
  };
}

export function anIssue(
  overrides: Partial<IssuePayload> = {},
  repository: RepositoryPayload = aRepository(),
): IssuePayload {
  const number = overrides.number ?? 123;
  const id = overrides.id ?? 3_600_000_000 + number;
  const url = `${repository.url}/issues/${number}`;
  return {
    id,
    node_id: nodeId("I", id),
    url,
    repository_url: repository.url,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: `${repository.html_url}/issues/${number}`,
    number,
    state: "open",
    state_reason: null,
    title: "An agent lost its way",
    body: null,
    user: aUser("mona"),
    labels: [],
    assignee: null,
    assignees: [],
    milestone: null,
    locked: false,
    comments: 0,
    closed_at: null,
    created_at: NOON,
    updated_at: NOON,
    author_association: "MEMBER",
    ...overrides,
  };
}

/** Pull requests carry the repository without the secrets and rules of its own page. */
function headRepository(repository: RepositoryPayload): PullPayload["head"]["repo"] {
  const { temp_clone_token: _, ...shown } = repository;
  return { ...shown, has_downloads: true };
}
