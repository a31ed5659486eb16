import * as z from "zod";
import { grouped } from "#core/attempts/grouped.ts";
import type { Invocation } from "#core/attempts/invocation.ts";
import { type Money, moneyOf, tokensOf, weakest } from "#core/attempts/usage.ts";
import { type ExecutionRow, executionRow } from "#core/documents/executions/execution-row.ts";
import type { ExecutionPages } from "#core/documents/executions/executions.ts";
import { isDecided } from "#core/documents/executions/figures.ts";
import { entry } from "#core/entry.ts";
import { Nano } from "#core/pricing/money.ts";
import type { AgentWorkflow as Told } from "#core/records/agent-workflow.ts";
import { Category } from "#core/records/category.ts";
import { ExecutionStatus } from "#core/records/execution-status.ts";
import { distribution, plus } from "#core/statistics/distribution.ts";
import { Rate, rate } from "#core/statistics/rate.ts";
import { epoch, Utc } from "#core/time.ts";

const Count = z.number().int();

/** One round of a workflow of several agents: what they did together. Names are text of strangers. */
const Round = z.strictObject({
  workflow: z.string(),
  /** How its agents work together, in the program's word. */
  type: z.string().nullable(),
  run_id: Count,
  run_attempt: Count,
  run_number: Count,
  started_at: Utc,
  /** As the program told it; null where it told no end. */
  status: ExecutionStatus.nullable(),
  error_type: Category.nullable(),
  error_message: z.string().nullable(),
  /** As told, else from the first beginning to the last end that are known. */
  seconds: z.number().nullable(),
  /** As the program calls them, in the order in which they began; `page`: the execution has one of its own. */
  agents: z.array(z.strictObject({ agent: z.string(), execution_id: z.string(), page: z.boolean() })),
  /** Of all of them; null where none tells. */
  tokens_total: Count.nullable(),
  tokens_approximate: z.boolean(),
  cost_nano_usd: Nano.nullable(),
  cost_complete: z.boolean(),
  cost_source: z.enum(["reported", "priced", "estimated", "logged", "unknown"]),
  tool_calls: Count,
  tool_failures: Count,
  model_calls: Count.nullable(),
});
export type AgentRound = z.infer<typeof Round>;

/** All rounds of one. */
const Workflow = z.strictObject({
  workflow: z.string(),
  /** Of its newest round that tells it. */
  type: z.string().nullable(),
  /** Every agent that worked in any round. */
  agents: z.array(z.string()),
  rounds: Count,
  /** Rounds that succeeded, of those that succeeded, failed or timed out. */
  success: Rate,
  /** Of rounds whose length is known. */
  median_seconds: z.number().nullable(),
  tokens_total: Count.nullable(),
  cost_nano_usd: Nano.nullable(),
  /** Rounds whose cost is wholly known. */
  cost_known: Rate,
  tool_calls: Count,
  last_at: Utc,
});
export type AgentWorkflowRow = z.infer<typeof Workflow>;

export const AgentWorkflowsDocument = z.strictObject({
  /** The one that ran last first. */
  workflows: z.array(Workflow),
  /** Newest first. */
  rounds: z.array(Round),
  /** Older rounds, which are in the sums and have no row, and names beyond what is believed. */
  left_out: Count,
});
export type AgentWorkflowsDocument = z.infer<typeof AgentWorkflowsDocument>;

const MOST_WORKFLOWS = 200;
const MOST_ROUNDS = 500;

type Open = { workflow: Told; invocations: Invocation[] };

/** What several agents did together, by what the program calls it; `finish` takes which executions have a page. */
export function agentWorkflowsFold() {
  const workflows = grouped(MOST_WORKFLOWS, () => new Map<string, Open>());
  return {
    add(invocation: Invocation): void {
      const { execution } = invocation;
      if (execution === null || execution.agent_workflow === null) return;
      const workflow = execution.agent_workflow;
      const { run_id, run_attempt, trace_id } = execution;
      const key = JSON.stringify([run_id, run_attempt, workflow.round ?? trace_id]);
      const rounds = workflows.of(workflow.id);
      if (rounds !== null)
        entry(rounds, key, () => ({ workflow, invocations: [] })).invocations.push(invocation);
    },
    finish(pages: ExecutionPages): AgentWorkflowsDocument {
      const rounds = [...workflows.groups.values()].map((open) =>
        [...open.values()].map((one) => roundOf(one, pages)).sort(byNewest),
      );
      const all = rounds.flat().sort(byNewest);
      return {
        workflows: rounds.flatMap(workflowOf).sort((a, b) => (a.last_at < b.last_at ? 1 : -1)),
        rounds: all.slice(0, MOST_ROUNDS),
        left_out: Math.max(0, all.length - MOST_ROUNDS) + workflows.leftOut.size,
      };
    },
  };
}

function byNewest(a: AgentRound, b: AgentRound): number {
  if (a.started_at !== b.started_at) return a.started_at > b.started_at ? -1 : 1;
  return b.run_id - a.run_id || (a.workflow < b.workflow ? -1 : 1);
}

function roundOf({ workflow, invocations }: Open, pages: ExecutionPages): AgentRound {
  const inOrder = invocations.toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
  const rows = inOrder.map(executionRow);
  const [first] = rows as [ExecutionRow, ...ExecutionRow[]];
  const money = sum(inOrder.map(moneyOf));
  return {
    workflow: workflow.id,
    type: workflow.type,
    ...{ run_id: first.run_id, run_attempt: first.run_attempt, run_number: first.run_number },
    started_at: workflow.started_at ?? first.started_at,
    status: workflow.status,
    error_type: workflow.error_type,
    error_message: workflow.error_message,
    seconds: workflow.duration_ms === null ? span(inOrder) : workflow.duration_ms / 1000,
    agents: inOrder.flatMap(({ execution }) =>
      execution === null
        ? []
        : [
            {
              agent: execution.agent_name ?? execution.agent_id,
              execution_id: execution.execution_id,
              page: pages.has(execution.execution_id),
            },
          ],
    ),
    tokens_total: inOrder.reduce<number | null>((all, one) => plus(all, tokensOf(one).total), null),
    tokens_approximate: rows.some((row) => row.tokens_approximate),
    ...money,
    tool_calls: rows.reduce((all, row) => all + (row.tool_calls ?? 0), 0),
    tool_failures: rows.reduce((all, row) => all + (row.tool_failures ?? 0), 0),
    model_calls: inOrder.reduce<number | null>(
      (all, { execution }) => plus(all, execution?.model_calls ?? null),
      null,
    ),
  };
}

function sum(all: readonly Money[]): Pick<AgentRound, "cost_nano_usd" | "cost_complete" | "cost_source"> {
  return {
    cost_nano_usd: all.reduce<number | null>((cost, one) => plus(cost, one.nano_usd), null),
    cost_complete: all.every(({ complete }) => complete),
    cost_source: weakest(all.map(({ source }) => source)),
  };
}

/** Seconds from the first beginning to the last end; null where no end is known. */
function span(invocations: readonly Invocation[]): number | null {
  const ends = invocations.flatMap(({ execution, startedAt, duration }) => {
    const end = execution?.completed_at ?? null;
    if (end !== null) return [epoch(end)];
    return duration === null ? [] : [epoch(startedAt) + duration];
  });
  if (ends.length === 0) return null;
  const first = Math.min(...invocations.map(({ startedAt }) => epoch(startedAt)));
  return Math.max(0, Math.max(...ends) - first);
}

/** @param rounds newest first */
function workflowOf(rounds: readonly AgentRound[]): AgentWorkflowRow[] {
  const [newest] = rounds;
  if (newest === undefined) return [];
  const decided = rounds.filter(({ status }) => isDecided(status));
  const add = (of: (round: AgentRound) => number | null) =>
    rounds.reduce<number | null>((all, round) => plus(all, of(round)), null);
  return [
    {
      workflow: newest.workflow,
      type: rounds.find(({ type }) => type !== null)?.type ?? null,
      agents: [...new Set(rounds.flatMap(({ agents }) => agents.map(({ agent }) => agent)))].sort(),
      rounds: rounds.length,
      success: rate(decided.filter(({ status }) => status === "success").length, decided.length),
      median_seconds: distribution(rounds.flatMap(({ seconds }) => seconds ?? [])).p50,
      tokens_total: add((round) => round.tokens_total),
      cost_nano_usd: add((round) => round.cost_nano_usd),
      cost_known: rate(rounds.filter(({ cost_complete }) => cost_complete).length, rounds.length),
      tool_calls: add((round) => round.tool_calls) ?? 0,
      last_at: newest.started_at,
    },
  ];
}
