import { type Attribution, attribute } from "#core/agents/attribution.ts";
import { chargedTo, startedBy } from "#core/attempts/charged-to.ts";
import type { Context } from "#core/attempts/context.ts";
import { type Facts, NO_FACTS } from "#core/attempts/facts.ts";
import { type Invocation, readInvocations } from "#core/attempts/invocation.ts";
import { type Line, ledgerBase } from "#core/attempts/ledger.ts";
import { minuteLines } from "#core/attempts/minute-lines.ts";
import { newestReading } from "#core/attempts/newest-reading.ts";
import { type TeamOf, teamMatcher } from "#core/attempts/team-of.ts";
import { type Role, roleOf } from "#core/outcome.ts";
import type { Finding, StoredAnalysis } from "#core/records/analysis.ts";
import type { Execution } from "#core/records/execution.ts";
import type { GuardVerdict } from "#core/records/guard-verdict.ts";
import { type Job, ownJobs, type Run, startedAt } from "#core/records/run.ts";
import type { Utc } from "#core/time.ts";

/** One attempt of a run, read once for everything that asks: whose it is, when, what it did, what it cost. */
export type Attempt = {
  run: Run;
  /** When it counts: at its own start. */
  at: Utc;
  /** AgentOps' own sync: shown, and kept out of statistics, or it would report itself. */
  own: boolean;
  role: Role;
  /** The jobs that it executed itself; empty too where they are not known (`run.jobs` is null). */
  jobs: readonly Job[];
  /** Which agent it belongs to, by its run or, where that names none that worked in it, by its telemetry. */
  attribution: Attribution | null;
  /** Every agent that worked in it, as its telemetry names them; where none told, the one that it belongs to. */
  agents: readonly string[];
  /** Whom it is counted to (`chargedTo`); an invocation has its own. */
  user: string | null;
  /** Whose it is where no agent ran; an invocation has its own. */
  team: string | null;
  /** What agents did in it, in the order of its records. */
  invocations: readonly Invocation[];
  /** What agents of a fork's run told, read like any other, to be shown and never counted. */
  foreign: readonly Invocation[];
  /** Executions that a fork's run told, shown or not. */
  foreignReported: number;
  /** Every piece of what it cost: those of its invocations, then its minutes. The only place where money is made. */
  lines: readonly Line[];
  /** As recorded: of the invocations, and of foreign ones as far as those are shown. */
  executions: readonly Execution[];
  reading: StoredAnalysis | null;
  /** Why it failed: the primary one of its reading. */
  finding: Finding | null;
  /** What our guard decided before its agent started; null: none is known to have been asked. */
  guard: GuardVerdict | null;
};

/** Reads attempts in the light of the configuration, which is compiled once for all of them. */
export function attemptReader(context: Context): (run: Run, facts?: Facts) => Attempt {
  const teamOf = teamMatcher(context);
  return (run, facts = NO_FACTS) => read(run, facts, context, teamOf);
}

export function readAttempt(run: Run, facts: Facts, context: Context): Attempt {
  return attemptReader(context)(run, facts);
}

function read(run: Run, facts: Facts, context: Context, teamOf: TeamOf): Attempt {
  const { reading, guard = null } = facts;
  const [executions, foreign] = [newestReading(facts.executions), newestReading(facts.foreign ?? [])];
  const byRun = attribute(run, context.config.agents);
  const own = run.workflow_id === context.state.own_workflow_id;
  const user = chargedTo(run, own, context);
  const of = { run, attribution: byRun, user, context, teamOf };
  const invocations = readInvocations(executions, { ...of, stopped: guard?.allowed === false });
  const shown = foreign.length > 0 && context.config.telemetry.forks !== "ignore" ? foreign : [];
  const attribution = whose(byRun, invocations);
  const team = own ? null : teamOf({ user: startedBy(run), agent: attribution?.agent ?? null, run });
  const base = ledgerBase(run, attribution, { user, team });
  return {
    run,
    at: startedAt(run),
    own,
    role: roleOf(run),
    jobs: ownJobs(run),
    attribution,
    agents: agentsOf(attribution, invocations),
    user,
    team,
    invocations,
    foreign: shown.length === 0 ? [] : readInvocations(shown, { ...of, stopped: false }),
    foreignReported: foreign.length,
    lines: [
      ...invocations.flatMap(({ lines }) => lines),
      ...minuteLines(run, base, context, agentsByJob(invocations)),
    ],
    executions: [...executions, ...shown],
    reading,
    finding: reading?.findings[0] ?? null,
    guard,
  };
}

/** Who worked in it: as its workflow says and its own telemetry does not deny; else who caused it. */
function whose(byRun: Attribution | null, invocations: readonly Invocation[]): Attribution | null {
  const [first] = invocations;
  if (first === undefined) return byRun;
  if (byRun?.part === "execution" && invocations.some(({ agent }) => agent === byRun.agent)) return byRun;
  return { agent: first.agent, part: "execution", evidence: `telemetry of ${first.agent}` };
}

/** The one that it belongs to comes first. */
function agentsOf(attribution: Attribution | null, invocations: readonly Invocation[]): string[] {
  const first = attribution === null ? [] : [attribution.agent];
  return [...new Set([...first, ...invocations.map(({ agent }) => agent)])];
}

/** Jobs in which one agent alone worked, whose minutes are that agent's. */
function agentsByJob(invocations: readonly Invocation[]): ReadonlyMap<number, string> {
  const agents = new Map<number, string | null>();
  for (const { execution, agent } of invocations) {
    if (execution === null || execution.job_id === null) continue;
    const known = agents.get(execution.job_id);
    agents.set(execution.job_id, known === undefined || known === agent ? agent : null);
  }
  return new Map([...agents].flatMap(([job, agent]) => (agent === null ? [] : [[job, agent]])));
}
