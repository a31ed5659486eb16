import { aMinimalRepository, aUser, nodeId } from "#simulator/accounts.ts";
import { API, SITE } from "#simulator/addresses.ts";
import type {
  ArtifactPayload,
  JobPayload,
  RepositoryPayload,
  RunPayload,
  SimulatedRepository,
  StepPayload,
  WorkflowPayload,
} from "#simulator/model.ts";

/**
 * Payloads as GitHub sends them, complete and valid, with overrides merged over the top level. Ids and
 * addresses agree with each other: a job's id is its check run's, a run's addresses come from its repository.
 */

const NOON = "2026-11-20T12:00:00Z";
const SHA = "4f2c9d1e8b7a6053c2d1e0f9a8b7c6d5e4f30211";

export function aRepository(overrides: Partial<RepositoryPayload> = {}): RepositoryPayload {
  const fullName = overrides.full_name ?? "octo-org/agent-fleet";
  return {
    ...aMinimalRepository(fullName),
    ...{ git_url: `git://github.com/${fullName}.git`, ssh_url: `git@github.com:${fullName}.git` },
    ...{ clone_url: `${SITE}/${fullName}.git`, svn_url: `${SITE}/${fullName}`, mirror_url: null },
    ...{ created_at: "2024-02-01T09:00:00Z", updated_at: NOON, pushed_at: NOON },
    ...{ homepage: null, language: "TypeScript", size: 4096, license: null, topics: [] },
    ...{ default_branch: "main", visibility: "public", archived: false, disabled: false },
    ...{ has_issues: true, has_projects: true, has_wiki: false, has_pages: false, has_discussions: false },
    ...{ forks: 12, forks_count: 12, stargazers_count: 340, watchers: 340, watchers_count: 340 },
    ...{ open_issues: 21, open_issues_count: 21, network_count: 12, subscribers_count: 9 },
    ...overrides,
  };
}

export function aWorkflow(
  overrides: Partial<WorkflowPayload> = {},
  fullName = "octo-org/agent-fleet",
): WorkflowPayload {
  const id = overrides.id ?? 118_000_001;
  const path = overrides.path ?? ".github/workflows/ci.yml";
  const file = path.split("/").at(-1) ?? path;
  return {
    id,
    node_id: nodeId("W", id),
    name: "CI",
    path,
    state: "active",
    created_at: "2025-06-02T08:00:00.000Z",
    updated_at: "2026-06-02T08:00:00.000Z",
    url: `${API}/repos/${fullName}/actions/workflows/${id}`,
    html_url: `${SITE}/${fullName}/blob/main/${path}`,
    badge_url: `${SITE}/${fullName}/workflows/${encodeURIComponent(file)}/badge.svg`,
    ...overrides,
  };
}

/** A completed, successful push run of ten minutes. The latest attempt's addresses. */
export function aRun(overrides: Partial<RunPayload> = {}): RunPayload {
  const repository = overrides.repository ?? aMinimalRepository();
  const id = overrides.id ?? 36_000_000_001;
  const attempt = overrides.run_attempt ?? 1;
  const workflow = overrides.workflow_id ?? 118_000_001;
  const suite = overrides.check_suite_id ?? id + 14_000_000_000;
  const sha = overrides.head_sha ?? SHA;
  const created = overrides.created_at ?? NOON;
  const base = `${API}/repos/${repository.full_name}`;
  const url = `${base}/actions/runs/${id}`;
  return {
    id,
    name: "CI",
    node_id: nodeId("WFR", id),
    head_branch: "main",
    head_sha: sha,
    path: ".github/workflows/ci.yml",
    display_title: "Keep the agents fed",
    run_number: 1,
    event: "push",
    status: "completed",
    conclusion: "success",
    workflow_id: workflow,
    check_suite_id: suite,
    check_suite_node_id: nodeId("CS", suite),
    url,
    html_url: `${SITE}/${repository.full_name}/actions/runs/${id}`,
    pull_requests: [],
    created_at: created,
    updated_at: created,
    actor: aUser("mona"),
    run_attempt: attempt,
    referenced_workflows: [],
    run_started_at: created,
    triggering_actor: aUser("mona"),
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${base}/check-suites/${suite}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: attempt > 1 ? `${url}/attempts/${attempt - 1}` : null,
    workflow_url: `${base}/actions/workflows/${workflow}`,
    head_commit: {
      id: sha,
      tree_id: sha.split("").reverse().join(""),
      message: "Keep the agents fed",
      timestamp: created,
      author: { name: "Mona Lisa", email: "mona@users.noreply.github.com" },
      committer: { name: "GitHub", email: "noreply@github.com" },
    },
    repository,
    head_repository: repository,
    ...overrides,
  };
}

/** A completed, successful job of the run's attempt, with three steps. Its id is its check run's. */
export function aJob(run: RunPayload = aRun(), overrides: Partial<JobPayload> = {}): JobPayload {
  const id = overrides.id ?? run.id + 68_000_000_000;
  const attempt = overrides.run_attempt ?? run.run_attempt ?? 1;
  const base = run.repository.url;
  const started = run.run_started_at ?? run.created_at;
  return {
    id,
    run_id: run.id,
    workflow_name: run.name ?? null,
    head_branch: run.head_branch,
    run_url: run.url,
    run_attempt: attempt,
    node_id: nodeId("CR", id),
    head_sha: run.head_sha,
    url: `${base}/actions/jobs/${id}`,
    html_url: `${run.html_url}/job/${id}`,
    status: "completed",
    conclusion: "success",
    created_at: started,
    started_at: started,
    completed_at: run.updated_at,
    name: "build",
    steps: [
      aStep({ number: 1, name: "Set up job", started_at: started, completed_at: started }),
      aStep({ number: 2, name: "Run npm test", started_at: started, completed_at: run.updated_at }),
      aStep({ number: 3, name: "Complete job", started_at: run.updated_at, completed_at: run.updated_at }),
    ],
    check_run_url: `${base}/check-runs/${id}`,
    labels: ["ubuntu-latest"],
    runner_id: 1_000_042,
    runner_name: "GitHub Actions 1000042",
    runner_group_id: 0,
    runner_group_name: "GitHub Actions",
    ...overrides,
  };
}

export function aStep(overrides: Partial<StepPayload> = {}): StepPayload {
  return {
    name: "Run npm test",
    status: "completed",
    conclusion: "success",
    number: 2,
    started_at: NOON,
    completed_at: NOON,
    ...overrides,
  };
}

export function anArtifact(
  run: RunPayload = aRun(),
  overrides: Partial<ArtifactPayload> = {},
): ArtifactPayload {
  const id = overrides.id ?? 7_000_000_001;
  const url = `${run.repository.url}/actions/artifacts/${id}`;
  return {
    id,
    node_id: nodeId("MA", id),
    name: "coverage",
    size_in_bytes: 12_345,
    url,
    archive_download_url: `${url}/zip`,
    expired: false,
    digest: `sha256:${run.head_sha.padEnd(64, "0")}`,
    created_at: run.updated_at,
    updated_at: run.updated_at,
    expires_at: new Date(Date.parse(run.updated_at) + 90 * 86_400_000).toISOString().replace(".000Z", "Z"),
    workflow_run: {
      id: run.id,
      repository_id: run.repository.id,
      ...(run.head_repository && { head_repository_id: run.head_repository.id }),
      ...(run.head_branch !== null && { head_branch: run.head_branch }),
      head_sha: run.head_sha,
    },
    ...overrides,
  };
}

/** A repository without a single run: what a new user's looks like. */
export function emptyRepository(
  fullName = "octo-org/agent-fleet",
  overrides: Partial<SimulatedRepository> = {},
): SimulatedRepository {
  return {
    repository: aRepository({ full_name: fullName }),
    workflows: [],
    files: new Map(),
    runs: [],
    artifacts: [],
    pulls: new Map(),
    receptions: new Map(),
    approvals: new Map(),
    annotations: new Map(),
    logs: new Map(),
    archives: new Map(),
    issues: [],
    comments: [],
    pages: null,
    collaborators: new Map(),
    ...overrides,
  };
}
