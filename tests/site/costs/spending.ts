import type { Store } from "#app/effects.ts";
import type { Execution } from "#core/records/execution.ts";
import type { Run } from "#core/records/run.ts";
import { aJournalEntry, anExecution, aRepositoryRecord, aState, aUsage } from "../../builders.ts";
import { memoryStore } from "../../memory-store.ts";
import { FLEET_WORKFLOWS, fleetRuns, HOSTILE } from "../fleet.ts";

/** Every way to tell, or not to tell, what tokens cost; a model named by a stranger among them. */
const TELLING = [
  aUsage({
    prompt: 240_000,
    cache_read: 180_000,
    cache_write_5m: 20_000,
    completion: 9000,
    reported_cost_usd: null,
  }),
  aUsage({ reported_cost_usd: 0.4213 }),
  aUsage({ provider: "github", model: "claude-sonnet-5", reported_cost_usd: null, reported_ai_credits: 31 }),
  aUsage({ model: HOSTILE, prompt: 50_000, completion: 2000, reported_cost_usd: null }),
  aUsage({ provider: "openai", model: "gpt-5", cache_read: null, reasoning: 400, reported_cost_usd: null }),
];

/** The fleet in a private repository whose agents told what they used, but for every sixth. */
export function spendingStore(): Store {
  const runs = fleetRuns();
  const executions = runs.filter(({ workflow_id }) => workflow_id === 12).flatMap(executionOf);
  const records = {
    repository: aRepositoryRecord({ workflows: FLEET_WORKFLOWS, visibility: "private" }),
    state: aState({ own_workflow_id: 14 }),
    journal: [aJournalEntry()],
    runs,
  };
  return memoryStore({ ...records, executions });
}

function executionOf(run: Run, index: number): Execution[] {
  const usage = TELLING[index % 6];
  if (usage === undefined) return [];
  const actions = index % 4 === 0 ? [{ type: "noop", count: 1 }] : [{ type: "add_comment", count: 1 }];
  const execution_id = `${run.id.toString(16)}${run.run_attempt}`.padStart(16, "0");
  return [
    anExecution({ execution_id, run_id: run.id, run_attempt: run.run_attempt, usage: [usage], actions }),
  ];
}
