import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { canonicalText } from "#core/records/text.ts";
import { anArtifact } from "#simulator/builders.ts";
import { archive } from "#simulator/history/telemetry/archive.ts";
import { anExecution } from "../builders.ts";
import { addRun, type HostileItem } from "./item.ts";
import { CHANGES, type Change, changed } from "./leaves.ts";

/**
 * Records by run, and those of no run. A file that is no longer one of records, `state.json` and `repository.json`
 * among them, is another matter: the sync stops and names it, and whoever damaged it decides (`store.test.ts`).
 */
const OF_RUNS = ["analyses", "executions", "events"];
const OF_NO_RUN = ["journal", "alerts"];

/** What a person, a bad merge or a broken disk leaves in any file beside the runs. */
export function hostileKinds(): HostileItem[] {
  const changes = Object.entries(CHANGES);
  return [...OF_RUNS, ...OF_NO_RUN].flatMap((place) =>
    changes.map(
      ([what, change]): HostileItem => ({
        name: `stored ${place}: ${what}`,
        put: putEverything,
        damage: (folder, id) => damage(join(folder, place), change, OF_RUNS.includes(place) ? id : null),
      }),
    ),
  );
}

/** A failed run whose agent told an execution and events. */
const putEverything: NonNullable<HostileItem["put"]> = (truth, id, now) => {
  const run = addRun(truth, id, now);
  const told = { started_at: run.run_started_at ?? now, completed_at: run.updated_at };
  const event = { type: "custom.x", timestamp: run.updated_at, agent_id: "a", attributes: { score: 1 } };
  truth.artifacts.push({
    payload: anArtifact(run, { id: id * 10, name: "agentops-telemetry" }),
    zip: () =>
      archive({
        "agentops-executions.jsonl": `${JSON.stringify(anExecution({ ...told, run_id: id }))}\n`,
        "agentops-events.jsonl": `${JSON.stringify(event)}\n`,
      }),
  });
};

/** @param runId whose records are changed; null: everybody's */
function damage(folder: string, change: Change, runId: number | null): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const file = join(folder, name);
    const stored = JSON.parse(readFileSync(file, "utf8"));
    for (const [list, records] of Object.entries(stored))
      if (Array.isArray(records))
        stored[list] = records.map((record) =>
          runId === null || record.run_id === runId ? changed(record, change) : record,
        );
    writeFileSync(file, canonicalText(stored));
  }
}
