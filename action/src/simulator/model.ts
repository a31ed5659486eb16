import type { components } from "@octokit/openapi-types";

/** GitHub's payloads after `JSON.parse`: its 64-bit ids are safe integers, never a bigint. */
type Json<T> = T extends bigint ? never : T extends object ? { [Key in keyof T]: Json<T[Key]> } : T;
type Schemas = { [Name in keyof components["schemas"]]: Json<components["schemas"][Name]> };

export type UserPayload = Schemas["simple-user"];
export type MinimalRepositoryPayload = Schemas["minimal-repository"];
/** Wider than the published schema: deleted people and forks leave null behind. */
export type RunPayload = Omit<Schemas["workflow-run"], "actor" | "triggering_actor" | "head_repository"> & {
  actor?: UserPayload | null;
  triggering_actor?: UserPayload | null;
  head_repository: MinimalRepositoryPayload | null;
};
export type JobPayload = Schemas["job"];
export type StepPayload = NonNullable<JobPayload["steps"]>[number];
export type ArtifactPayload = Schemas["artifact"];
export type WorkflowPayload = Schemas["workflow"];
export type ApprovalPayload = Schemas["environment-approvals"];
export type AnnotationPayload = Schemas["check-annotation"];
export type PullPayload = Schemas["pull-request-simple"];
export type RepositoryPayload = Schemas["full-repository"];
type PagePayload = Schemas["page"];
export type IssuePayload = Schemas["issue"];
export type CommentPayload = Schemas["issue-comment"];

/** One attempt of a run: GitHub's objects as they stood when that attempt ended (or stand now). */
export type SimulatedAttempt = {
  run: RunPayload;
  jobs: JobPayload[];
};

/** How a pull request was received, and its size. */
export type Reception = {
  additions: number;
  deletions: number;
  changed_files: number;
  approved: number;
  changes_requested: number;
  commented: number;
  up: number;
  down: number;
};

/**
 * The truth that the simulated GitHub serves. Plain mutable data: a test changes it between two syncs (a run
 * completes, a re-run starts, artifacts expire) and the server answers accordingly.
 *
 * Attempts are stored ascending; the last one is what `GET …/runs/{id}` shows.
 */
export type SimulatedRepository = {
  repository: RepositoryPayload;
  /** What it was called before; requests for these are led to where it is. */
  formerNames?: string[];
  workflows: WorkflowPayload[];
  /** Text of the workflow files by path, for `GET …/contents/{path}`. */
  files: Map<string, string>;
  /** The bare git repository in which commits by the API land; absent: none can be made. */
  bare?: string;
  /** What stood in them before, oldest first, each in commits until then. */
  formerFiles?: Map<string, { until: string; text: string }[]>;
  /** Any order; the server lists by `created_at`, newest first. */
  runs: { attempts: SimulatedAttempt[] }[];
  artifacts: { payload: ArtifactPayload; zip?: () => Buffer }[];
  /** By commit SHA, for `GET …/commits/{sha}/pulls`. */
  pulls: Map<string, PullPayload[]>;
  /** By number of the pull request, for GraphQL; absent: none. */
  receptions: Map<number, Reception>;
  /** Who may change what: rules by branch, the newest commit by path, reviews by pull request; absent: nothing. */
  changes?: {
    rules: Map<string, object[]>;
    commits: Map<string, object>;
    reviews: Map<number, object[]>;
  };
  /** By run id. */
  approvals: Map<number, ApprovalPayload[]>;
  /** By job (= check run) id. */
  annotations: Map<number, AnnotationPayload[]>;
  /**
   * Log text of a job as the runner writes it, by job id; a job without one gets a plausible log made from its
   * steps. A run's archive is zipped from its jobs' logs.
   */
  logs: Map<number, string>;
  /** Log archives as recorded, by run id, served instead of a zipped one. */
  archives: Map<number, Buffer>;
  issues: IssuePayload[];
  comments: { issue: number; payload: CommentPayload }[];
  /** Null: the repository has no Pages site. */
  pages: PagePayload | null;
  /** By login, for `GET …/collaborators/{login}/permission`: `admin`, `write`, `read`, `none`. */
  collaborators: Map<string, string>;
};
