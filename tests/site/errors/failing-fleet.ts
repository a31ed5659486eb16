import type { Store } from "#app/effects.ts";
import type { KnownErrors } from "#core/failures/known-error.ts";
import { signatureOf } from "#core/failures/signature.ts";
import { roleOf } from "#core/outcome.ts";
import type { Finding, StoredAnalysis } from "#core/records/analysis.ts";
import { aFinding, aReading, aRepositoryRecord, aState } from "../../builders.ts";
import { memoryStore } from "../../memory-store.ts";
import { FLEET_WORKFLOWS, fleetRuns, HOSTILE } from "../fleet.ts";

const KINDS: readonly Partial<Finding>[] = [
  {
    category: "test_failure",
    title: "Jest: a test failed",
    rule: "jest/failed-test",
    message: "● adds numbers",
  },
  { category: "rate_limit", title: "The provider limits the rate", message: "429 Too Many Requests" },
  { category: "unknown", title: HOSTILE, message: `error: ${HOSTILE}`, advice: null },
];

function finding(index: number, over: Partial<Finding> = {}): Finding {
  const kind = { ...KINDS[index % KINDS.length], ...over };
  const made = aFinding(kind);
  return { ...made, ...signatureOf(made.category, made.message) };
}

export const HOSTILE_SIGNATURE = finding(2).signature;
export const KNOWN_SIGNATURE = finding(0).signature;

/** The fleet's failures with their readings: most read, one inferred, some still to be read. */
export function failingFleet(): Store {
  const runs = fleetRuns();
  const failed = runs.filter((run) => roleOf(run) === "failure");
  const readings = failed.slice(3).map((run, index): StoredAnalysis => {
    const [job] = run.jobs ?? [];
    const place = { job: job?.name ?? null, job_id: job?.id ?? null, step: "Run agent", step_number: 2 };
    return aReading({
      run_id: run.id,
      run_attempt: run.run_attempt,
      source: index === 4 ? "inferred" : "read",
      findings: [finding(index, place), finding(index + 1, { ...place, rank: 2 })],
    });
  });
  const pending = failed.slice(0, 3).map((run) => ({
    run_id: run.id,
    run_attempt: run.run_attempt,
    day: run.created_at.slice(0, 10),
    workflow_id: run.workflow_id,
    needs: ["reading" as const],
    tries: 0,
  }));
  return memoryStore({
    repository: aRepositoryRecord({ workflows: FLEET_WORKFLOWS }),
    state: aState({ own_workflow_id: 14, pending }),
    runs,
    readings,
  });
}

export const KNOWN: KnownErrors = new Map([
  [
    KNOWN_SIGNATURE,
    {
      title: "The adder overflows",
      cause:
        "See [the issue](https://example.org/1), not [this](javascript:alert(1)) <img src=x onerror=alert(1)>",
      fix: "1. Pin `left-pad`\n2. Run:\n\n```sh\nnpm ci <b>\n```",
    },
  ],
]);
