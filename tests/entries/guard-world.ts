import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addSeconds, HOUR_SECONDS } from "#core/time.ts";
import { systemClock } from "#io/clock.ts";
import { aJob, anArtifact, aRun, aStep, aWorkflow, emptyRepository } from "#simulator/builders.ts";
import { archive, type Files, jsonl } from "#simulator/history/telemetry/archive.ts";
import type { RunPayload, SimulatedRepository } from "#simulator/model.ts";
import { type Simulator, startSimulator } from "#simulator/server.ts";
import { aRemote, git, type Remote, write } from "../io/remote.ts";
import { type Job, runJob } from "./job.ts";

/** A repository whose agents cost a dollar each time, and whose runs ask the guard. */

const OWN_RUN = 36_999_999_999;
const FIRST_RUN = 36_000_000_000;

export type GuardWorld = {
  truth: SimulatedRepository;
  simulator: Simulator;
  remote: Remote;
  /** A run of a workflow in the past, as GitHub has it; its agent costs a dollar. */
  ran(
    file: string,
    hoursAgo: number,
    overrides?: Partial<RunPayload>,
    files?: Record<string, Files>,
  ): RunPayload;
  /** What each question cost, whole processes with their start, in the order in which they were asked. */
  measured: Measured[];
  sync(): Promise<Job>;
  /** The guard, in a run of that workflow. */
  guard(file: string, asking?: Asking): Promise<Job>;
  close(): Promise<void>;
};

/** Requests of REST, and milliseconds of a process from its start to its end. */
type Measured = { decision: string; allowed: string; rest: number; ms: number };

type Asking = {
  inputs?: Record<string, string>;
  env?: Record<string, string>;
  simulator?: Simulator;
  workspace?: string;
};

export const path = (file: string) => `.github/workflows/${file}`;

/** @param files of the default branch, besides its configuration */
export async function aGuardWorld(
  configuration: string,
  files: Readonly<Record<string, string>> = {},
): Promise<GuardWorld> {
  const folder = mkdtempSync(join(tmpdir(), "agentops-guard-"));
  const remote = aRemote(folder);
  const clone = remote.clone();
  write(clone, ".github/agentops.yml", configuration);
  for (const [file, text] of Object.entries(files)) write(clone, file, text);
  git(clone, "add", "-A");
  git(clone, "commit", "--quiet", "-m", "Configure");
  git(clone, "push", "--quiet", "origin", "HEAD:main");
  const truth = emptyRepository(undefined, { bare: remote.bare });
  const simulator = await startSimulator({ repositories: [truth] });
  const now = systemClock.now();
  const workflows = new Map<string, number>();
  const measured: Measured[] = [];

  function workflowOf(file: string): number {
    const known = workflows.get(file);
    if (known !== undefined) return known;
    const workflow = aWorkflow({
      id: 118_000_001 + workflows.size,
      path: path(file),
      name: file.split(".")[0] ?? file,
    });
    workflows.set(file, workflow.id);
    truth.workflows.push(workflow);
    return workflow.id;
  }

  function ran(
    file: string,
    hoursAgo: number,
    overrides: Partial<RunPayload> = {},
    files?: Record<string, Files>,
  ) {
    const created_at = addSeconds(now, -Math.round(hoursAgo * HOUR_SECONDS));
    const updated_at = addSeconds(created_at, 300);
    const id = FIRST_RUN + truth.runs.length;
    const run = aRun({
      ...{ id, run_number: truth.runs.length + 1, name: file.split(".")[0] ?? file, path: path(file) },
      ...{ workflow_id: workflowOf(file), created_at, run_started_at: created_at, updated_at },
      ...overrides,
    });
    const times = { created_at, started_at: created_at, completed_at: updated_at };
    const steps = [
      aStep({ number: 1, name: "Run the agent", started_at: created_at, completed_at: updated_at }),
    ];
    const job = aJob(run, { id: id + 60_000_000_000, name: "agent", steps, ...times });
    truth.runs.push({ attempts: [{ run, jobs: run.status === "completed" ? [job] : [] }] });
    const told =
      run.status === "completed" && run.conclusion !== "skipped" ? (files ?? aDollar(created_at)) : {};
    for (const [name, content] of Object.entries(told))
      truth.artifacts.push({
        payload: anArtifact(run, {
          id: id + truth.artifacts.length,
          name,
          created_at: addSeconds(created_at, 200),
        }),
        zip: () => archive(content),
      });
    return run;
  }

  return {
    ...{ truth, simulator, remote, ran },
    sync: () => runJob({ simulator, remote, inputs: { "dashboard-dir": "none" } }),
    measured,
    async guard(file, { inputs = {}, env = {}, simulator: other = simulator, workspace } = {}) {
      const [from, before] = [performance.now(), other.transcript.length];
      const job = await runJob({
        simulator: other,
        remote: null,
        inputs: { command: "guard", ...inputs },
        ...(workspace !== undefined && { workspace }),
        env: {
          GITHUB_WORKFLOW: file.split(".")[0] ?? file,
          GITHUB_WORKFLOW_REF: `octo-org/agent-fleet/${path(file)}@refs/heads/main`,
          GITHUB_RUN_ID: String(OWN_RUN),
          GITHUB_RUN_ATTEMPT: "1",
          GITHUB_EVENT_NAME: "issues",
          GITHUB_ACTOR: "octocat",
          ...env,
        },
      });
      const { decision = "", allowed = "" } = job.outputs;
      const requests = other.transcript.slice(before).map(({ path: of }) => of.split("?")[0] ?? "");
      const ms = Math.round(performance.now() - from);
      measured.push({ decision, allowed, rest: requests.filter((of) => of !== "/graphql").length, ms });
      return job;
    },
    async close() {
      await simulator.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What one execution left that cost a dollar. */
function aDollar(at: string): Record<string, Files> {
  const event = {
    ...{ type: "agent.step.completed", timestamp: at, trace_id: "t", agent_id: "sorter" },
    ...{ operation: "llm_request", model: "claude-haiku-4-5", provider: "anthropic" },
    ...{ tokens_prompt: 1000, tokens_completion: 100, cost_usd: 1 },
  };
  return { "agentops-telemetry": { "agentops-events.jsonl": jsonl([event]) } };
}
