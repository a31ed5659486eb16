import { attribute } from "#core/agents/attribution.ts";
import type { AgentRule } from "#core/config.ts";
import { roleOf } from "#core/outcome.ts";
import type { Run } from "#core/records/run.ts";

/** Which runs get their jobs and steps fetched. */
export type DetailPolicy = {
  jobs: "true" | "agents" | "false";
  /** The configuration's agents, for `agents`. */
  agents: readonly AgentRule[];
  /** How many runs of a workflow, newest first, keep jobs and steps; null: all. */
  fullDetailRuns: number | null;
  /** How many more keep a row; null: all the others. */
  summaryRuns: number | null;
};

/** What becomes of an ended run: everything, a row without jobs, or (`dropped`) a line in the ledger. */
export type Fate = "full" | "jobs_disabled" | "sampled" | "dropped";

/** @param rank how many newer runs of its workflow there are */
export function fateOf(run: Run, rank: number, policy: DetailPolicy): Fate {
  const { fullDetailRuns, summaryRuns } = policy;
  if (fullDetailRuns !== null && rank >= fullDetailRuns)
    return summaryRuns !== null && rank >= fullDetailRuns + summaryRuns ? "dropped" : "sampled";
  if (policy.jobs === "false") return "jobs_disabled";
  if (policy.jobs === "true" || roleOf(run) === "failure") return "full";
  return isAgentRun(run, policy.agents) ? "full" : "jobs_disabled";
}

/** Agents' runs are what this product is about: their jobs come first. */
export function isAgentRun(run: Run, agents: readonly AgentRule[]): boolean {
  return attribute(run, agents) !== null;
}

/** Ranks runs within their workflows, newest first; every run is added once. */
export class Ranking {
  readonly #byWorkflow = new Map<number, Map<number, string>>();

  add(run: Pick<Run, "id" | "workflow_id" | "created_at">): void {
    const runs = this.#byWorkflow.get(run.workflow_id) ?? new Map<number, string>();
    this.#byWorkflow.set(run.workflow_id, runs.set(run.id, run.created_at));
  }

  rankOf(run: Pick<Run, "id" | "workflow_id" | "created_at">): number {
    let newer = 0;
    for (const [id, created] of this.#byWorkflow.get(run.workflow_id) ?? [])
      if (created > run.created_at || (created === run.created_at && id > run.id)) newer += 1;
    return newer;
  }
}
