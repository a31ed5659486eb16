import * as z from "zod";
import type { Context } from "#core/attempts/context.ts";
import type { InvocationFold } from "#core/attempts/fold.ts";
import { type AgentFold, AgentReport, agentFold } from "#core/documents/agents/agent-report.ts";
import { comparedExecutions } from "#core/documents/agents/compared-executions.ts";
import { Drift } from "#core/documents/agents/drift.ts";
import { HealthDay, healthHistory } from "#core/documents/agents/health-history.ts";
import { Stretch, stretchOf } from "#core/documents/buckets.ts";
import { type ExecutionRow, executionRow } from "#core/documents/executions/execution-row.ts";
import {
  byNewest,
  type ExecutionPages,
  type ListedExecution,
  listed,
} from "#core/documents/executions/executions.ts";
import { ExecutionFigures } from "#core/documents/executions/figures.ts";
import { PERIODS, type PeriodName, periodAt } from "#core/documents/period.ts";
import { uniqueSlugs } from "#core/documents/slug.ts";
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
export type AgentPage = {
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
  first: Utc;
  last: Utc;
  history: InvocationFold<HealthDay[]>;
  newest: ExecutionRow[];
  periods: ReadonlyMap<PeriodName, AgentFold>;
};

/** Everything about agents. `finish` takes which executions have a page. */
export function agentsFold(context: Context) {
  const periods = PERIODS.map((name) => periodAt(name, context.now));
  const { covered } = context.state;
  const isComparable = (from: Utc) => covered !== null && covered.from <= from;
  const all = periods.map((period) => ({
    period,
    compared: comparedExecutions(isComparable(period.previousFrom)),
  }));
  const agents = new Map<string, Agent>();
  const leftOut = new Set<string>();

  function agentOf(name: string, at: Utc): Agent | null {
    const known = agents.get(name);
    if (known !== undefined) return known;
    if (agents.size >= MOST_AGENTS) {
      leftOut.add(name);
      return null;
    }
    const agent: Agent = {
      name,
      first: at,
      last: at,
      history: healthHistory(context.now),
      newest: [],
      periods: new Map(
        periods.map((period) => [period.name, agentFold(period, isComparable(period.previousFrom))]),
      ),
    };
    agents.set(name, agent);
    return agent;
  }

  return {
    add(invocation) {
      const { at } = invocation;
      for (const { period, compared } of all) {
        if (at >= period.from && at < period.to) compared.add(invocation);
        else if (at >= period.previousFrom && at < period.from) compared.addPrevious(invocation);
      }
      const agent = agentOf(invocation.agent, at);
      if (agent === null) return;
      if (at < agent.first) agent.first = at;
      if (at > agent.last) agent.last = at;
      agent.history.add(invocation);
      for (const fold of agent.periods.values()) fold.add(invocation);
      agent.newest.push(executionRow(invocation));
      if (agent.newest.length >= 4 * NEWEST) agent.newest = newest(agent);
    },
    finish(pages: ExecutionPages): AgentDocuments {
      const known = [...agents.values()].sort((a, b) =>
        a.first < b.first ? -1 : a.first > b.first ? 1 : a.name < b.name ? -1 : 1,
      );
      const ids = uniqueSlugs(
        known.map(({ name }, id) => ({ id, text: name })),
        PERIODS,
      );
      const slugs = new Map(known.map(({ name }, id) => [name, ids.get(id) ?? String(id)]));
      const histories = new Map(known.map((agent) => [agent.name, agent.history.finish()]));
      const documents = all.map(({ period, compared }) => {
        const rows = known.map(
          (agent): AgentRow => ({
            agent: agent.name,
            slug: slugs.get(agent.name) ?? "",
            first_seen: agent.first,
            last_seen: agent.last,
            history: histories.get(agent.name) ?? [],
            ...reportOf(agent, period.name),
          }),
        );
        const { current, previous, drift } = compared.finish();
        const document: AgentsDocument = {
          period: stretchOf(period),
          all: current,
          previous,
          drift,
          agents: rows.sort(byExecutions),
          left_out: leftOut.size,
        };
        return [period.name, document] as const;
      });
      const rowsOf = new Map(
        known.map((agent) => [agent.name, newest(agent).map((row) => listed(row, pages))]),
      );
      return {
        periods: Object.fromEntries(documents) as Record<PeriodName, AgentsDocument>,
        pages: documents.flatMap(([, { period, agents: rows }]) =>
          rows.map((agent) => ({ period, agent, newest: rowsOf.get(agent.agent) ?? [] })),
        ),
        slugs,
      };
    },
  } satisfies Pick<InvocationFold<unknown>, "add"> & { finish(pages: ExecutionPages): AgentDocuments };
}

function reportOf(agent: Agent, period: PeriodName): AgentReport {
  const fold = agent.periods.get(period);
  if (fold === undefined) throw new Error(`no figures of ${period}`);
  return fold.finish();
}

function newest({ newest: rows }: Agent): ExecutionRow[] {
  return rows.toSorted(byNewest).slice(0, NEWEST);
}

function byExecutions(a: AgentRow, b: AgentRow): number {
  return b.current.executions - a.current.executions || (a.agent < b.agent ? -1 : a.agent > b.agent ? 1 : 0);
}
