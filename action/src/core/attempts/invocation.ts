import type { Attribution } from "#core/agents/attribution.ts";
import { executingAgent } from "#core/agents/executing-agent.ts";
import { startedBy, userOf } from "#core/attempts/charged-to.ts";
import type { Context } from "#core/attempts/context.ts";
import { executionLines, type Line, ledgerBase, silentLine } from "#core/attempts/ledger.ts";
import { endedAs, settled } from "#core/attempts/settled.ts";
import type { TeamOf } from "#core/attempts/team-of.ts";
import type { UsageCost } from "#core/pricing/cost.ts";
import type { Execution } from "#core/records/execution.ts";
import type { ExecutionStatus } from "#core/records/execution-status.ts";
import { jobTimes } from "#core/records/job-time.ts";
import { type Run, startedAt } from "#core/records/run.ts";
import type { Utc } from "#core/time.ts";

/**
 * One invocation of an agent, with its lines of the ledger: what every page about agents is folded over. An agent that
 * ran and told nothing is one too, without an execution: it is counted, and its figures are unknown.
 *
 * Who groups by model passes on the lines of that model alone: `{ ...invocation, lines }`.
 */
export type Invocation = {
  run: Run;
  /** As recorded, but ended where its run is over. Null: the agent ran and told nothing. */
  execution: Execution | null;
  agent: string;
  /** Whom it is counted to: whom its telemetry names, else as its attempt. */
  user: string | null;
  team: string | null;
  /** When it counts: at the start of its attempt, as on every page about runs and costs. */
  at: Utc;
  /** When it itself started, as far as is known. */
  startedAt: Utc;
  /** Null: not known. */
  status: ExecutionStatus | null;
  /** Seconds. */
  duration: number | null;
  /** Its tokens, by model and price tier, and the paid services that its tools called. */
  lines: readonly Line[];
};

/** What invocations are read in the light of; `attribution` as the run alone tells it. */
type Light = {
  run: Run;
  attribution: Attribution | null;
  /** Whom the attempt is counted to. */
  user: string | null;
  context: Context;
  teamOf: TeamOf;
  /** Whether our guard let no agent start: then none ran, and none can have cost anything. */
  stopped: boolean;
};

/** The invocations of one attempt, in the order of its records. */
export function readInvocations(executions: readonly Execution[], light: Light): Invocation[] {
  if (executions.length === 0) return silent(light);
  const { run, attribution, context, teamOf } = light;
  const at = startedAt(run);
  return executions.map((reported) => {
    const execution = settled(reported, run);
    const agent = executingAgent(execution, attribution);
    const user = userOf(execution, run, light.user, context);
    const doer = user === light.user ? startedBy(run) : user;
    const team = execution.team ?? teamOf({ user: doer, agent, run });
    return {
      run,
      execution,
      agent,
      user,
      team,
      at,
      startedAt: execution.started_at ?? at,
      status: execution.status,
      duration: execution.duration_ms === null ? null : execution.duration_ms / 1000,
      lines: executionLines(
        execution,
        { ...ledgerBase(run, attribution, { user, team }), agent },
        context.config.prices,
      ),
    };
  });
}

/** An agent that ran and told nothing. */
function silent({ run, attribution, user, context, teamOf, stopped }: Light): Invocation[] {
  if (attribution?.part !== "execution" || stopped || !agentRan(run, context)) return [];
  const { agent } = attribution;
  const at = startedAt(run);
  const team = teamOf({ user: startedBy(run), agent, run });
  return [
    {
      run,
      execution: null,
      agent,
      user,
      team,
      at,
      startedAt: at,
      status: endedAs(run.conclusion),
      duration: null,
      lines: [silentLine(ledgerBase(run, attribution, { user, team }))],
    },
  ];
}

/**
 * Skipped runs and those that wait for an approval started no agent; one that works has not told yet. What a fork's
 * workflow calls itself says nothing.
 */
function agentRan(run: Run, { config }: Context): boolean {
  if (run.from_fork && config.telemetry.forks !== "admit") return false;
  if (run.status !== "completed" || run.conclusion === "skipped" || run.conclusion === "action_required")
    return false;
  const jobs = jobTimes(run);
  return jobs === null || jobs.some((job) => job.duration_seconds !== null);
}

/** What its tokens are, row by row of its usage; empty: no usage is told. */
export function usageOf({ lines }: Pick<Invocation, "lines">): UsageCost[] {
  return lines.flatMap(({ usage }) => usage ?? []);
}

/** Whether another invocation started it: its time is part of that one's, its tokens are its own. */
export function isChild({ execution }: Pick<Invocation, "execution">): boolean {
  return execution !== null && execution.parent_execution_id !== null;
}
