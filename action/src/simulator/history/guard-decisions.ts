import { verdictEvent } from "#core/records/guard-verdict.ts";
import { GUARD_ARTIFACT, GUARD_FILE } from "#core/telemetry/guard-file.ts";
import { anArtifact } from "#simulator/builders.ts";
import { archive } from "#simulator/history/telemetry/archive.ts";
import type { SimulatedAttempt, SimulatedRepository } from "#simulator/model.ts";

/** One run in so many is warned: the budget is nearly spent. */
const WARNED = 6;

/** What each guard step of an attempt left of its decision, while it ran. */
export function guardUploads(
  { run, jobs }: SimulatedAttempt,
  nextId: () => number,
): SimulatedRepository["artifacts"] {
  const steps = jobs.flatMap((job) => job.steps ?? []);
  return steps
    .filter(({ name, conclusion }) => name === "AgentOps guard" && conclusion !== "skipped")
    .flatMap(({ started_at, completed_at, conclusion }) => {
      if (!started_at || !completed_at) return [];
      const stopped = conclusion === "failure";
      const answer = stopped ? "block" : run.id % WARNED === 0 ? "warn" : "allow";
      const spent = { block: "$0.11", warn: "$0.09", allow: "$0.04" }[answer];
      const reason = `budget triage: ${spent} spent of $0.10`;
      const verdict = { at: started_at, answer, allowed: !stopped, reason, break_glass: null } as const;
      const file = {
        guard: 1,
        run_id: run.id,
        run_attempt: run.run_attempt ?? 1,
        event: verdictEvent(verdict, {}),
      };
      const id = nextId();
      const name = `${GUARD_ARTIFACT}-${id.toString(16).padStart(8, "0").slice(-8)}`;
      const payload = anArtifact(run, { id, name, size_in_bytes: 420, created_at: completed_at });
      return [{ payload, zip: () => archive({ [GUARD_FILE]: `${JSON.stringify(file)}\n` }) }];
    });
}
