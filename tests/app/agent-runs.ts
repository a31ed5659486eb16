import { Config } from "#core/config.ts";
import { addSeconds } from "#core/time.ts";
import { aJob, anArtifact, aRun, aStep, emptyRepository } from "#simulator/builders.ts";
import { archive, type Files, jsonl } from "#simulator/history/telemetry/archive.ts";
import type { SimulatedRepository } from "#simulator/model.ts";
import { NOW } from "./sync-world.ts";

export const TELEMETRY = Config.parse({});

export type AgentRun = {
  id: number;
  artifacts?: Record<string, Files>;
  log?: readonly string[];
  file?: string;
  expired?: boolean;
};

/** Runs of one agent, an hour apart; an artifact's id is ten times its run's, and on. */
export function agentRuns(...runs: AgentRun[]): SimulatedRepository {
  const repository = emptyRepository();
  for (const run of runs) add(repository, run);
  return repository;
}

function add(
  repository: SimulatedRepository,
  { id, artifacts = {}, log, file, expired = false }: AgentRun,
): void {
  const created_at = addSeconds(NOW, -3600 * (200 - id));
  const updated_at = addSeconds(created_at, 600);
  const path = file ?? ".github/workflows/claude.yml";
  const run = aRun({ id, path, created_at, run_started_at: created_at, updated_at });
  const times = { created_at, started_at: created_at, completed_at: updated_at };
  const job = aJob(run, {
    id: id * 10,
    name: "agent",
    steps: [aStep({ number: 1, name: "Run Claude" })],
    ...times,
  });
  repository.runs.push({ attempts: [{ run, jobs: [job] }] });
  repository.logs.set(
    job.id,
    (log ?? ["nothing of interest"]).map((line) => `2026-11-20T11:00:00.0000001Z ${line}\n`).join(""),
  );
  Object.entries(artifacts).forEach(([name, files], index) => {
    const payload = anArtifact(run, { id: id * 10 + index, name, expired, created_at: updated_at });
    repository.artifacts.push({ payload, zip: () => archive(files) });
  });
}

/** An artifact by which one execution is told. */
export function reported(user_id = "octocat"): Record<string, Files> {
  return {
    "agentops-events": {
      "agentops-events.jsonl": jsonl([
        {
          type: "agent.step.completed",
          timestamp: "2026-11-20T09:00:00Z",
          trace_id: "t",
          agent_id: "bot",
          user_id,
          operation: "llm_request",
          model: "gpt-5",
          tokens_prompt: 10,
          tokens_completion: 2,
        },
      ]),
    },
  };
}
