import { moment, plural } from "#core/format.ts";
import { type Circuit, stateOf } from "#core/guard/circuit.ts";
import type { GuardedWorkflow } from "#core/guard/guard-table.ts";
import type { OwnRun } from "#core/guard/own-run.ts";
import type { Reason } from "#core/guard/reason.ts";
import type { Unseen } from "#core/guard/unseen.ts";
import type { Utc } from "#core/time.ts";

/** What circuits that are not closed say of a run of their workflow. */
export function circuitReasons(
  workflow: GuardedWorkflow | null,
  unseen: readonly Unseen[],
  own: OwnRun,
  now: Utc,
): Reason[] {
  if (workflow === null) return [];
  return workflow.circuits
    .filter(({ agent }) => own.agent === null || own.agent.toLowerCase() === agent.toLowerCase())
    .map((circuit) => reasonOf(circuit, workflow, unseen, now));
}

function reasonOf(circuit: Circuit, { id }: GuardedWorkflow, unseen: readonly Unseen[], now: Utc): Reason {
  const { agent, failures, open_until: until, run_id } = circuit;
  const by = `circuit of ${agent}`;
  const failed = `${plural(failures, "failure")} in a row${run_id === null ? "" : `, the last in run ${run_id}`}`;
  if (stateOf(circuit, now) === "open")
    return {
      by,
      answer: "block",
      text: `open until ${moment(until)}: ${failed}`,
      todo: "mend what fails there; then wait, or set `guard.circuit.reset-at` on the default branch",
    };
  const trial = unseen.find(({ workflow_id, started }) => workflow_id === id && started >= (until ?? ""));
  if (trial !== undefined)
    return {
      by,
      answer: "block",
      text: `half-open, and run ${trial.run_id} tries already: ${failed}`,
      todo: "wait for what becomes of that run, and for the sync after it",
    };
  return {
    by,
    answer: "warn",
    text: `half-open: this run is the one that may try, after ${failed}`,
    todo: "",
  };
}
