import type { CauseName } from "#simulator/history/causes.ts";
import type { Story } from "#simulator/history/story.ts";

/** What a workflow's file would make GitHub do: its jobs, their steps, how long they take and how they fail. */
export type StepPlan = {
  name: string;
  /** Typical seconds. */
  seconds: number;
  /** Typical seconds since the commit that slowed the step down. */
  slowed?: number;
  /** Since when the job has it; always when absent. */
  since?: (story: Story) => number;
  /** The action cleans up after the job, in a step of its own. */
  post?: boolean;
};

export type JobPlan = {
  name: string;
  steps: readonly StepPlan[];
  labels?: readonly string[];
  /** Jobs that must have succeeded. */
  needs?: readonly string[];
  /** Runs although a needed job failed. */
  always?: boolean;
  /** Skipped for other events. */
  events?: readonly string[];
  /** Waits for a reviewer before it starts. */
  environment?: string;
  /** Jobs of one matrix are cancelled together when one fails. */
  matrix?: boolean;
};

export type Mishap = {
  job: string;
  step: string;
  cause: CauseName;
  /** Since when it can happen; always when absent. */
  since?: (story: Story) => number;
};

export type Blueprint = {
  id: number;
  name: string;
  path: string;
  text: string;
  jobs: readonly JobPlan[];
  /** The share of runs that succeed at that time. */
  success: (at: number, story: Story) => number;
  /** How the others fail; listed more than once where more frequent. */
  mishaps: readonly Mishap[];
  /** Reusable workflows called, as run payloads show them. */
  calls?: readonly { path: string; sha: string; ref: string }[];
  /** Names of what each completed run uploads, with its typical size in bytes and days of retention. */
  artifacts?: readonly {
    name: string;
    bytes: number;
    days: number;
    when: "always" | "success" | "failure";
    /** Uploaded only then, as the workflow changed. */
    during?: (at: number, story: Story) => boolean;
  }[];
  /** Seconds that a runner takes to be there, when not GitHub's own. */
  queue?: number;
};

export const CHECKOUT: StepPlan = { name: "Run actions/checkout@v6", seconds: 2, post: true };
export const NODE: StepPlan = { name: "Run actions/setup-node@v6", seconds: 5, post: true };
export const INSTALL: StepPlan = { name: "Install dependencies", seconds: 24 };
