import type { MinimalRepositoryPayload, UserPayload } from "#simulator/model.ts";

/** Where GitHub's payloads point: the API and the website. */
export const API = "https://api.github.com";
export const SITE = "https://github.com";

type Addresses = Extract<keyof MinimalRepositoryPayload, `${string}_url` | "url">;

/** The part of a repository's API address behind `/repos/{owner}/{name}`, as GitHub writes its templates. */
const REPOSITORY = {
  url: "",
  archive_url: "/{archive_format}{/ref}",
  assignees_url: "/assignees{/user}",
  blobs_url: "/git/blobs{/sha}",
  branches_url: "/branches{/branch}",
  collaborators_url: "/collaborators{/collaborator}",
  comments_url: "/comments{/number}",
  commits_url: "/commits{/sha}",
  compare_url: "/compare/{base}...{head}",
  contents_url: "/contents/{+path}",
  contributors_url: "/contributors",
  deployments_url: "/deployments",
  downloads_url: "/downloads",
  events_url: "/events",
  forks_url: "/forks",
  git_commits_url: "/git/commits{/sha}",
  git_refs_url: "/git/refs{/sha}",
  git_tags_url: "/git/tags{/sha}",
  hooks_url: "/hooks",
  issue_comment_url: "/issues/comments{/number}",
  issue_events_url: "/issues/events{/number}",
  issues_url: "/issues{/number}",
  keys_url: "/keys{/key_id}",
  labels_url: "/labels{/name}",
  languages_url: "/languages",
  merges_url: "/merges",
  milestones_url: "/milestones{/number}",
  notifications_url: "/notifications{?since,all,participating}",
  pulls_url: "/pulls{/number}",
  releases_url: "/releases{/id}",
  stargazers_url: "/stargazers",
  statuses_url: "/statuses/{sha}",
  subscribers_url: "/subscribers",
  subscription_url: "/subscription",
  tags_url: "/tags",
  teams_url: "/teams",
  trees_url: "/git/trees{/sha}",
} as const satisfies Partial<Record<Addresses, string>>;

export type RepositoryAddresses = Record<keyof typeof REPOSITORY | "html_url", string>;

export function repositoryAddresses(fullName: string): RepositoryAddresses {
  const entries = Object.entries(REPOSITORY).map(([key, path]) => [key, `${API}/repos/${fullName}${path}`]);
  return { ...Object.fromEntries(entries), html_url: `${SITE}/${fullName}` };
}

const USER = {
  url: "",
  followers_url: "/followers",
  following_url: "/following{/other_user}",
  gists_url: "/gists{/gist_id}",
  starred_url: "/starred{/owner}{/repo}",
  subscriptions_url: "/subscriptions",
  organizations_url: "/orgs",
  repos_url: "/repos",
  events_url: "/events{/privacy}",
  received_events_url: "/received_events",
} as const satisfies Partial<Record<keyof UserPayload, string>>;

type UserAddresses = Record<keyof typeof USER | "html_url", string>;

/** A GitHub App acts as `name[bot]` and lives at `/apps/name`. */
export function userAddresses(login: string): UserAddresses {
  const base = `${API}/users/${encodeURIComponent(login)}`;
  const entries = Object.entries(USER).map(([key, path]) => [key, `${base}${path}`]);
  const app = /^(.+)\[bot\]$/.exec(login)?.[1];
  return { ...Object.fromEntries(entries), html_url: `${SITE}/${app ? `apps/${app}` : login}` };
}
