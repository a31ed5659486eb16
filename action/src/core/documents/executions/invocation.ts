import { attribute } from "#core/agents/attribution.ts";
import { executingAgent } from "#core/agents/executing-agent.ts";
import { endedAs, settled } from "#core/documents/executions/settled.ts";
import { type Context, type Facts, startedAt } from "#core/documents/fold.ts";
import { type ExternalCost, executionCost, type UsageCost } from "#core/pricing/cost.ts";
import type { Execution, ExecutionStatus } from "#core/records/execution.ts";
import type { Run } from "#core/records/run.ts";
import type { Utc } from "#core/time.ts";

/**
 * One invocation of an agent, with what it cost: what every page about agents is folded over. An agent that ran and
 * told nothing is one too, without an execution: it is counted, and its figures are unknown.
 *
 * Who groups by model passes on the rows of that model alone: `{ ...invocation, usage: rows }`.
 */
export type Invocation = {
  run: Run;
  /** As recorded, but ended where its run is over. Null: the agent ran and told nothing. */
  execution: Execution | null;
  agent: string;
  /** When it counts: at the start of its attempt, as on every page about runs and costs. */
  at: Utc;
  /** When it itself started, as far as is known. */
  startedAt: Utc;
  /** Null: not known. */
  status: ExecutionStatus | null;
  /** Seconds. */
  duration: number | null;
  /** One for each model and price tier; empty: no usage is told. */
  usage: readonly UsageCost[];
  /** Paid services that its tools called. */
  external: readonly ExternalCost[];
};

/** The invocations of one attempt, in the order of its records. */
export function invocationsOf(run: Run, facts: Facts, context: Context): readonly Invocation[] {
  if (last?.run !== run || last.facts !== facts || last.context !== context)
    last = { run, facts, context, invocations: invocations(run, facts, context) };
  return last.invocations;
}

/** What the agents of a fork's run told, priced like any other, to be shown and never counted. */
export function foreignInvocations(run: Run, facts: Facts, context: Context): readonly Invocation[] {
  const { foreign = [] } = facts;
  const isShown = foreign.length > 0 && context.config.telemetry.forks !== "ignore";
  return isShown ? invocations(run, { ...facts, executions: foreign }, context) : [];
}

/** Every fold asks for those of the same attempt in turn, and prices take longer to look up than to add up. */
let last: { run: Run; facts: Facts; context: Context; invocations: readonly Invocation[] } | null = null;

function invocations(run: Run, facts: Facts, context: Context): Invocation[] {
  const attribution = attribute(run, context.config.agents);
  const at = startedAt(run);
  if (facts.executions.length === 0) {
    if (attribution?.part !== "execution" || !agentRan(run, context)) return [];
    const told = { execution: null, usage: [], external: [] };
    const own = { agent: attribution.agent, at, startedAt: at, status: endedAs(run.conclusion) };
    return [{ run, ...told, ...own, duration: null }];
  }
  return facts.executions.map((told) => {
    const execution = settled(told, run);
    const { rows, external } = executionCost(execution, at, context.config.prices);
    return {
      run,
      execution,
      agent: executingAgent(execution, attribution),
      at,
      startedAt: execution.started_at ?? at,
      status: execution.status,
      duration: execution.duration_ms === null ? null : execution.duration_ms / 1000,
      usage: rows,
      external,
    };
  });
}

/**
 * Skipped runs and those that wait for an approval started no agent; one that works has not told yet. What a fork's
 * workflow calls itself says nothing.
 */
export function agentRan(run: Run, { config }: Pick<Context, "config">): boolean {
  if (run.from_fork && config.telemetry.forks !== "admit") return false;
  if (run.status !== "completed" || run.conclusion === "skipped" || run.conclusion === "action_required")
    return false;
  return run.jobs === null || run.jobs.some((job) => job.duration_seconds !== null);
}

/** Whether another invocation started it: its time is part of that one's, its tokens are its own. */
export function isChild({ execution }: Pick<Invocation, "execution">): boolean {
  return execution !== null && execution.parent_execution_id !== null;
}
