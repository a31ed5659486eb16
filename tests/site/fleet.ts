import type { Store } from "#app/effects.ts";
import type { Run } from "#core/records/run.ts";
import { addSeconds, DAY_SECONDS } from "#core/time.ts";
import {
  aJobRecord,
  aJournalEntry,
  aRepositoryRecord,
  aRunRecord,
  aState,
  aStepRecord,
} from "../builders.ts";
import { memoryStore } from "../memory-store.ts";
import { NOW } from "./rendered.ts";

/** Everything a stranger can write, trying to become markup. */
export const HOSTILE = `"><img src=x onerror=alert(1)>{{7*7}}='/__BASE__/' </script><script>alert(2)</script> \u202Eevil`;

export const FLEET_WORKFLOWS = [
  { id: 11, name: "CI", path: ".github/workflows/ci.yml", state: "active" },
  { id: 12, name: "Claude issue agent", path: ".github/workflows/claude.yml", state: "active" },
  { id: 13, name: HOSTILE, path: ".github/workflows/../../7d.yml", state: "disabled_manually" },
  { id: 14, name: "AgentOps data sync", path: ".github/workflows/agentops-data-sync.yml", state: "active" },
];

/** A small history with every outcome, a collapse, a retry storm, a hostile workflow and our own sync. */
export function fleetRuns(): Run[] {
  const runs: Run[] = [];
  for (let index = 0; index < 160; index += 1) {
    const workflow = FLEET_WORKFLOWS[index % 4];
    if (workflow === undefined) continue;
    const created_at = addSeconds(NOW, -Math.round((index / 160) * 20 * DAY_SECONDS) - 600);
    const fails = workflow.id === 12 ? index < 56 && index % 3 !== 0 : index % 11 === 0;
    const conclusion =
      index % 23 === 0 ? "cancelled" : index % 29 === 0 ? "timed_out" : fails ? "failure" : "success";
    runs.push(
      aRunRecord({
        id: 2000 + index,
        run_number: index,
        workflow_id: workflow.id,
        workflow_name: workflow.name,
        workflow_file: workflow.path,
        created_at,
        conclusion,
        event: index % 5 === 0 ? "schedule" : "push",
        head_sha: index.toString(16).padStart(40, "a"),
        duration_seconds: 60 + ((index * 37) % 400),
        display_title: workflow.id === 13 ? HOSTILE : `Change ${index}`,
        head_branch: workflow.id === 13 ? HOSTILE : "main",
        actor: index % 17 === 0 ? null : "mona",
        jobs: [aJob(index, created_at, conclusion)],
      }),
    );
  }
  const tried = {
    id: 3000,
    workflow_id: 12,
    workflow_name: "Claude issue agent",
    created_at: "2026-11-20T08:00:00Z",
  };
  for (let attempt = 1; attempt <= 4; attempt += 1)
    runs.push(
      aRunRecord({
        ...tried,
        run_attempt: attempt,
        run_started_at: addSeconds(tried.created_at, attempt * 600),
        conclusion: attempt < 4 ? "failure" : "success",
        jobs: [],
      }),
    );
  runs.push(
    aRunRecord({
      id: 3001,
      created_at: "2026-11-18T08:00:00Z",
      status: "in_progress",
      conclusion: null,
      duration_seconds: null,
      detail: "pending",
      jobs: null,
    }),
  );
  return runs;
}

export function fleetStore(): Store {
  return memoryStore({
    repository: aRepositoryRecord({ workflows: FLEET_WORKFLOWS }),
    state: aState({ own_workflow_id: 14 }),
    journal: [aJournalEntry()],
    runs: fleetRuns(),
  });
}

function aJob(index: number, created_at: string, conclusion: string) {
  const name = index % 4 === 2 ? HOSTILE : "test";
  return aJobRecord({
    id: 50_000 + index,
    name,
    created_at,
    conclusion,
    queued_seconds: index % 40,
    approval_seconds: 0,
    steps: [
      aStepRecord({ number: 1, name: "Set up job", duration_seconds: 2 }),
      aStepRecord({
        number: 2,
        name: index % 4 === 2 ? HOSTILE : "Run agent",
        conclusion,
        duration_seconds: 30 + (index % 50),
      }),
    ],
  });
}
