import * as z from "zod";
import { uniqueSlugs } from "#core/addresses/slug.ts";
import type { Context } from "#core/attempts/context.ts";
import type { InvocationFold } from "#core/attempts/fold.ts";
import { grouped } from "#core/attempts/grouped.ts";
import type { Invocation } from "#core/attempts/invocation.ts";
import { perPeriod } from "#core/attempts/per-period.ts";
import { PERIODS, type PeriodName } from "#core/attempts/period.ts";
import { type AgentFold, AgentReport, agentFold } from "#core/documents/agents/agent-report.ts";
import { comparedExecutions } from "#core/documents/agents/compared-executions.ts";
import { Drift } from "#core/documents/agents/drift.ts";
import { HealthDay, healthHistory } from "#core/documents/agents/health-history.ts";
import { type ExecutionRow, executionRow } from "#core/documents/executions/execution-row.ts";
import {
  byNewest,
  type ExecutionPages,
  type ListedExecution,
  listed,
} from "#core/documents/executions/executions.ts";
import { ExecutionFigures } from "#core/documents/executions/figures.ts";
import { Stretch, stretchOf } from "#core/documents/figures/buckets.ts";
import { Utc } from "#core/time.ts";

/** An agent in one period. */
export const AgentRow = AgentReport.extend({
  agent: z.string(),
  slug: z.string(),
  first_seen: Utc,
  last_seen: Utc,
  /** The same on the page of every period. */
  history: z.array(HealthDay),
});
export type AgentRow = z.infer<typeof AgentRow>;

/** What agents did in one period, together and each. */
export const AgentsDocument = z.strictObject({
  period: Stretch,
  /** Of all agents together. */
  all: ExecutionFigures,
  previous: ExecutionFigures.nullable(),
  /** Of all together against the stretch before; empty when there is none. */
  drift: z.array(Drift),
  /** Most executions first; those that did nothing in the period last. */
  agents: z.array(AgentRow),
  /** Agents that are counted in `all` and have no row, because their names are too many to be true. */
  left_out: z.number().int(),
});
export type AgentsDocument = z.infer<typeof AgentsDocument>;

/** What the page of one agent shows of one period. */
type AgentPage = {
  period: Stretch;
  agent: AgentRow;
  /** Of any period, the newest first. */
  newest: ListedExecution[];
};

/** Everything about agents, from one reading of every attempt. */
export type AgentDocuments = {
  periods: Record<PeriodName, AgentsDocument>;
  pages: AgentPage[];
  /** Addresses by agent. */
  slugs: ReadonlyMap<string, string>;
};

/** Anybody can make up names in telemetry. */
const MOST_AGENTS = 100;
const NEWEST = 20;

type Agent = {
  name: string;
  first: Utc | null;
  last: Utc | null;
  history: InvocationFold<HealthDay[]>;
  newest: ExecutionRow[];
  periods: ReturnType<typeof perPeriod<Invocation, AgentFold>>;
};

/** Everything about agents. `finish` takes which executions have a page. */
export function agentsFold(context: Context) {
  const all = perPeriod(context, (period) => comparedExecutions(period, context));
  const agents = grouped(
    MOST_AGENTS,
    (name: string): Agent => ({
      name,
      first: null,
      last: null,
      history: healthHistory(context.now),
      newest: [],
      periods: perPeriod(context, (period) => agentFold(period, context)),
    }),
  );

  return {
    add(invocation) {
      const { at } = invocation;
      all.add(invocation);
      const agent = agents.of(invocation.agent);
      if (agent === null) return;
      if (agent.first === null || at < agent.first) agent.first = at;
      if (agent.last === null || at > agent.last) agent.last = at;
      agent.history.add(invocation);
      agent.periods.add(invocation);
      agent.newest.push(executionRow(invocation));
      if (agent.newest.length >= 4 * NEWEST) agent.newest = newest(agent);
    },
    finish(pages: ExecutionPages): AgentDocuments {
      const known = named([...agents.groups.values()], context.now);
      const periods = all.finish((compared, period): AgentsDocument => {
        const { current, previous, drift } = compared.finish();
        return {
          period: stretchOf(period),
          all: current,
          previous,
          drift,
          agents: known.map(({ row, reports }) => ({ ...row, ...reports[period.name] })).sort(byExecutions),
          left_out: agents.leftOut.size,
        };
      });
      const rowsOf = new Map(
        known.map(({ row, newest }) => [row.agent, newest.map((one) => listed(one, pages))]),
      );
      return {
        periods,
        pages: Object.values(periods).flatMap(({ period, agents: rows }) =>
          rows.map((agent) => ({ period, agent, newest: rowsOf.get(agent.agent) ?? [] })),
        ),
        slugs: new Map(known.map(({ row }) => [row.agent, row.slug])),
      };
    },
  } satisfies Pick<InvocationFold<unknown>, "add"> & { finish(pages: ExecutionPages): AgentDocuments };
}

/** Agents in the order they were first seen in, with their addresses; each with what it did. */
function named(agents: readonly Agent[], now: Utc) {
  const ordered = agents
    .map(({ first, last, ...agent }) => ({ ...agent, first: first ?? now, last: last ?? now }))
    .sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : a.name < b.name ? -1 : 1));
  const slugs = uniqueSlugs(
    ordered.map(({ name }, id) => ({ id, text: name })),
    PERIODS,
  );
  return ordered.map((agent, id) => ({
    row: {
      agent: agent.name,
      slug: slugs.get(id) ?? String(id),
      first_seen: agent.first,
      last_seen: agent.last,
      history: agent.history.finish(),
    },
    newest: newest(agent),
    reports: agent.periods.finish((fold) => fold.finish()),
  }));
}

function newest({ newest: rows }: Pick<Agent, "newest">): ExecutionRow[] {
  return rows.toSorted(byNewest).slice(0, NEWEST);
}

function byExecutions(a: AgentRow, b: AgentRow): number {
  return b.current.executions - a.current.executions || (a.agent < b.agent ? -1 : a.agent > b.agent ? 1 : 0);
}
