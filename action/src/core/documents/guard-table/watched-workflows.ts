import type { Attempt } from "#core/attempts/attempt.ts";
import { grouped } from "#core/attempts/grouped.ts";
import type { GuardConfig } from "#core/config/guard.ts";
import { type VersionComparison, versionsFold } from "#core/documents/product/versions.ts";
import { entry } from "#core/entry.ts";
import { type Circuit, circuitOf, type Trial, trialOf } from "#core/guard/circuit.ts";
import type { GuardedWorkflow } from "#core/guard/guard-table.ts";
import type { AgentRow } from "#core/inventory/agent-row.ts";
import { declaredFor } from "#core/policies/declared.ts";
import { type Run, workflowName } from "#core/records/run.ts";

/** Anybody who may push can make up workflows and agents. */
const MOST_WORKFLOWS = 1000;
const MOST_AGENTS = 5;
const MOST_TRIALS = 2000;

type Watched = { run: Run | null; hasEnded: boolean; trials: Map<string, Trial[]> };

/**
 * What the guard knows of each workflow: its agents, those that keep failing, and which model does better.
 *
 * @param rows agents where workflow files run them
 */
export function watchedWorkflows(settings: GuardConfig["circuit"], rows: readonly AgentRow[]) {
  const workflows = grouped(
    MOST_WORKFLOWS,
    (_: number): Watched => ({ run: null, hasEnded: false, trials: new Map() }),
  );
  const versions = versionsFold();
  return {
    add(attempt: Attempt): void {
      const { run, invocations } = attempt;
      const watched = workflows.of(run.workflow_id);
      if (watched === null) return;
      if (watched.run === null || run.created_at >= watched.run.created_at) watched.run = run;
      watched.hasEnded ||= run.status === "completed";
      const trial = trialOf(attempt);
      for (const agent of new Set(invocations.map((each) => each.agent))) {
        if (watched.trials.size >= MOST_AGENTS && !watched.trials.has(agent)) continue;
        const trials = entry(watched.trials, agent, () => []);
        if (trial !== null) trials.push(trial);
        if (trials.length > MOST_TRIALS) trials.shift();
      }
      for (const invocation of invocations) versions.add(invocation);
    },
    /** Every workflow that is known: of one whose first run goes on, nothing is. */
    finish(): GuardedWorkflow[] {
      const models = versions.finish().filter(({ dimension }) => dimension === "model");
      return [...workflows.groups].flatMap(([id, { run, hasEnded, trials }]) => {
        if (run === null || !hasEnded) return [];
        const agents = [...trials.keys()].map((agent) => agent.slice(0, 200));
        const circuits = settings.enabled
          ? [...trials].map(([agent, of]) => circuitOf(agent, of, settings))
          : [];
        return [
          {
            id,
            file: run.workflow_file?.slice(0, 300) ?? null,
            name: run.workflow_name?.slice(0, 300) ?? null,
            agents,
            declared: declaredFor(rows, run.workflow_file, agents.length === 1 ? (agents[0] ?? null) : null),
            circuits: circuits.filter(({ open_until }: Circuit) => open_until !== null),
            ...advised(models.filter(({ workflow }) => workflow === workflowName(run))),
          },
        ];
      });
    },
  };
}

/** Only what is beyond chance is advice. */
function advised(
  comparisons: readonly VersionComparison[],
): Pick<GuardedWorkflow, "suggested_model" | "escalate_model"> {
  const [compared] = comparisons;
  if (compared === undefined) return { suggested_model: null, escalate_model: null };
  const { before, after, metrics } = compared;
  const { cost_nano_usd: cost, success } = metrics;
  const cheaper = success.verdict !== "no change beyond chance" ? null : cost.verdict;
  const model = (side: typeof before | null) => side?.version.slice(0, 300) ?? null;
  return {
    suggested_model: model(cheaper === "worse" ? before : cheaper === "better" ? after : null),
    escalate_model: model(success.verdict === "worse" ? before : success.verdict === "better" ? after : null),
  };
}
