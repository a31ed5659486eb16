import * as z from "zod";
import type { InvocationFold } from "#core/attempts/fold.ts";
import { moneyOf, tokensOf } from "#core/attempts/usage.ts";
import { isToolFailure } from "#core/documents/executions/execution-row.ts";
import { entry } from "#core/entry.ts";
import { Nano } from "#core/pricing/money.ts";
import { workflowName } from "#core/records/run.ts";
import { plus } from "#core/statistics/distribution.ts";
import { Rate, rate } from "#core/statistics/rate.ts";

const Count = z.number().int();

const Used = z.strictObject({
  /** Null: not told. */
  name: z.string().nullable(),
  executions: Count,
  tokens: Count.nullable(),
  cost_nano_usd: Nano.nullable(),
});
type Used = z.infer<typeof Used>;

/** What a set of executions worked with and for; at most 20 of each, most executions first. Text of strangers. */
export const UsedBy = z.strictObject({
  models: z.array(Used),
  users: z.array(Used),
  workflows: z.array(Used.extend({ workflow_id: Count })),
  tools: z.array(
    z.strictObject({
      name: z.string(),
      /** The MCP server; null for the agent's own tools. */
      server: z.string().nullable(),
      calls: Count,
      failures: Rate,
      /** Mean milliseconds of the calls that tell. */
      mean_ms: z.number().nullable(),
    }),
  ),
  /** Different tools that were called. */
  tools_total: Count,
});
export type UsedBy = z.infer<typeof UsedBy>;

const MOST = 20;
type Tool = { name: string; server: string | null; calls: number; failed: number; ms: number; timed: number };

/** Folds the invocations of one agent. */
export function usedBy(): InvocationFold<UsedBy> {
  const models = new Map<string, Used>();
  const users = new Map<string, Used>();
  const workflows = new Map<number, Used & { workflow_id: number }>();
  const tools = new Map<string, Tool>();
  return {
    add(invocation) {
      const { run, execution, lines, user } = invocation;
      const used = lines.filter(({ usage }) => usage !== null);
      for (const model of new Set(used.map(({ item }) => item)))
        count(
          models,
          `=${model ?? ""}`,
          { name: model },
          { lines: used.filter(({ item }) => item === model) },
        );
      count(users, `=${user ?? ""}`, { name: user }, invocation);
      const name = workflowName(run);
      count(workflows, run.workflow_id, { name, workflow_id: run.workflow_id }, invocation);
      for (const { name: tool, server, calls, status, duration_ms } of execution?.tools ?? []) {
        const key = JSON.stringify([server, tool]);
        const sums = entry(tools, key, () => ({ name: tool, server, calls: 0, failed: 0, ms: 0, timed: 0 }));
        sums.calls += calls;
        if (isToolFailure(status)) sums.failed += calls;
        if (duration_ms === null) continue;
        sums.ms += duration_ms * calls;
        sums.timed += calls;
      }
    },
    finish: () => ({
      models: ranked(models),
      users: ranked(users),
      workflows: ranked(workflows),
      tools: [...tools.values()]
        .sort((a, b) => b.calls - a.calls || (a.name < b.name ? -1 : 1))
        .slice(0, MOST)
        .map(({ name, server, calls, failed, ms, timed }) => ({
          name,
          server,
          calls,
          failures: rate(failed, calls),
          mean_ms: timed === 0 ? null : ms / timed,
        })),
      tools_total: tools.size,
    }),
  };
}

function count<Key, Row extends Used>(
  rows: Map<Key, Row>,
  key: Key,
  named: Omit<Row, "executions" | "tokens" | "cost_nano_usd">,
  invocation: Parameters<typeof moneyOf>[0],
): void {
  const row = entry(rows, key, () => ({ ...named, executions: 0, tokens: null, cost_nano_usd: null }) as Row);
  row.executions += 1;
  row.tokens = plus(row.tokens, tokensOf(invocation).total);
  row.cost_nano_usd = plus(row.cost_nano_usd, moneyOf(invocation).nano_usd);
}

function ranked<Row extends Used>(rows: ReadonlyMap<unknown, Row>): Row[] {
  return [...rows.values()]
    .sort((a, b) => b.executions - a.executions || ((a.name ?? "") < (b.name ?? "") ? -1 : 1))
    .slice(0, MOST);
}
