import type { AgentRule } from "#core/config.ts";
import type { Source, Span, YamlEntry, YamlScalar } from "#core/inventory/source.ts";

/** What a workflow file says, as far as rules ask. Unknown is null: the file does not say. */

export type Fields = ReadonlyMap<string, YamlEntry>;

export type Trigger = {
  event: string;
  /** Null: all that the event has. */
  types: readonly string[] | null;
  crons: readonly YamlScalar[];
  at: Span;
};

export type Permissions = {
  /** `read-all` and `write-all`. */
  all: "read" | "write" | null;
  scopes: ReadonlyMap<string, { access: string; at: Span }>;
  at: Span;
};

export type Workflow = {
  source: Source;
  name: string | null;
  /** Compiled by gh-aw: nobody edits it by hand. */
  compiled: boolean;
  triggers: readonly Trigger[];
  concurrency: boolean;
  /** Its own jobs, and those of workflows of this repository that they call. */
  jobs: readonly Job[];
};

export type Job = {
  source: Source;
  /** By which findings are recognised: `triage`, `call / triage`. */
  key: string;
  id: string;
  at: Span;
  condition: YamlScalar | null;
  needs: readonly string[];
  runsOn: readonly string[];
  timeout: string | null;
  /** Its own, else its workflow's, else its caller's; null where nobody names any. */
  permissions: Permissions | null;
  /** Its own over its workflow's. */
  env: Fields;
  environment: string | null;
  concurrency: boolean;
  uses: Uses | null;
  with: Fields;
  secrets: YamlEntry | null;
  steps: readonly Step[];
  outputs: Fields;
  /** The job that called the workflow in which this one stands. */
  caller: Job | null;
};

export type Step = {
  source: Source;
  key: string;
  id: string | null;
  at: Span;
  condition: YamlScalar | null;
  uses: Uses | null;
  run: YamlScalar | null;
  /** Names in lower case, as the runner compares them. */
  with: Fields;
  env: Fields;
  continueOnError: boolean;
  timeout: string | null;
  /** Whether it asks if somebody may write, and whether it fails where they may not. */
  check: "asks" | "stops" | null;
  /** What `inputs.…` stands for in a composite action or a called workflow. */
  inputs: Fields | null;
  agent: Agent | null;
};

/** `owner/repo/path@ref`, `./path` or `docker://…`. */
export type Uses = { text: string; name: string; ref: string | null; at: Span };

/** An agent that a step runs, and what the step lets it do. */
export type Agent = {
  kind: AgentKind;
  /** Where instructions are given: `prompt` and its like, or the command itself. */
  prompts: readonly Part[];
  /** Where it is configured: arguments, settings, tools. */
  settings: readonly Part[];
  model: string | null;
};

/** A text of a workflow, or a part of one. */
export type Part = { node: YamlScalar; from: number; to: number };

export type AgentKind = {
  id: string;
  name: string;
  /** The action's name without its ref, in lower case. */
  action?: RegExp;
  /** Commands of a `run`, by name, and what their arguments must say for an agent to start. */
  command?: { names: RegExp; runs: RegExp };
  prompts: readonly string[];
  settings: readonly string[];
  models: readonly string[];
  /** Whether the action itself refuses people who may not write. */
  checksActor: boolean;
  /** Input that lets people pass who may not write. */
  opensTo?: string;
  /** Whether it can do anything but answer. */
  hasTools: boolean;
  /** Outputs that the model writes; null: all may be. */
  answers: readonly string[] | null;
  /** Whether turns or dollars can be capped; null where we do not know how. */
  capped: RegExp | null;
  /** Why it should no longer be used. */
  outdated?: string;
};

/** What a file cannot say of itself. */
export type Repository = {
  /** The text of a file by its path from the root; null: there is none. */
  read(path: string): string | null;
  /** Agents of the repository's own, as its configuration names them. */
  agents: readonly AgentRule[];
  visibility: "public" | "private" | null;
  /** Names of checks that a branch requires; null: not known. */
  requiredChecks: readonly string[] | null;
};

/** An agent of a workflow, where it stands. */
export type Placed = { workflow: Workflow; job: Job; step: Step; agent: Agent };

export function agentsOf(workflow: Workflow): Placed[] {
  return workflow.jobs.flatMap((job) =>
    job.steps.flatMap((step) => (step.agent === null ? [] : [{ workflow, job, step, agent: step.agent }])),
  );
}

/** Jobs in which an agent runs, with the first of its agents. */
export function agentJobs(workflow: Workflow): Placed[] {
  const jobs = new Set<Job>();
  return agentsOf(workflow).filter(({ job }) => !jobs.has(job) && jobs.add(job));
}

export function scalarOf(fields: Fields, name: string): YamlScalar | null {
  const value = fields.get(name)?.value;
  return value?.kind === "scalar" ? value : null;
}

/** The text of a field; null where there is none or it says nothing. */
export function textOf(fields: Fields, name: string): string | null {
  return scalarOf(fields, name)?.value.trim() || null;
}
