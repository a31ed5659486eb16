import { expect, it } from "vitest";
import { attemptReader } from "#core/attempts/attempt.ts";
import { Config } from "#core/config.ts";
import { build } from "#core/documents/build.ts";
import { guardTable } from "#core/documents/guard-table/document.ts";
import { GuardTable, MOST_TABLE_BYTES } from "#core/guard/guard-table.ts";
import { parseTable } from "#core/guard/parse-table.ts";
import { canonicalText } from "#core/records/text.ts";
import { addSeconds } from "#core/time.ts";
import { anExecution, aRepositoryRecord, aRunRecord, aState, aUsage } from "../../builders.ts";

const NOW = "2026-11-20T12:00:00Z";
const long = (text: string) => text.padEnd(290, "x");

/** As much of everything as may be: budgets, workflows with long names, runs in flight, runs that succeeded. */
function extreme(budgets: number, policies: number): GuardTable {
  const config = Config.parse({
    budgets: Array.from({ length: budgets }, (_, index) => ({
      id: `budget-${index}`,
      scope: `workflow: *${"?".repeat(280)}*`.slice(0, 12).concat("*"),
      threshold_usd: 1000,
      alert_type: "hard_stop",
      ...(index % 2 === 0 && { period_days: 30 }),
    })),
    policies: Array.from({ length: policies }, (_, index) => ({
      id: `policy-${index}`,
      mode: "enforce",
      require: { models: Array.from({ length: 100 }, (__, model) => long(`model-${model}`)) },
    })),
  });
  const context = {
    ...{
      now: NOW,
      config,
      repository: aRepositoryRecord({ visibility: "public" }),
      server: "https://github.com",
    },
    state: aState({ covered: { from: "2026-08-20T00:00:00Z", to: addSeconds(NOW, -60) } }),
  };
  const read = attemptReader(context);
  const attempts = Array.from({ length: 4000 }, (_, index) => {
    const workflow = index % 900;
    const created_at = addSeconds(NOW, -3600 * (1 + (index % 600)));
    const running = index % 20 === 0;
    const run = aRunRecord({
      ...{
        id: index + 1,
        workflow_id: 1000 + workflow,
        event: "push",
        head_sha: String(index).padStart(40, "0"),
      },
      ...{ workflow_name: long(`Claude ${workflow}`), workflow_file: long(`.github/workflows/${workflow}`) },
      ...{ created_at, run_started_at: created_at, updated_at: created_at },
      ...(running ? { status: "in_progress", conclusion: null } : {}),
    });
    const usage = [aUsage({ reported_cost_usd: 1 + workflow })];
    const execution = anExecution({
      ...{ run_id: run.id, agent_name: `claude-${workflow}`, usage, tools: [], started_at: null },
      execution_id: index.toString(16).padStart(32, "0"),
    });
    return read(run, { reading: null, executions: running ? [] : [execution] });
  });
  const sources = { context, journal: [], sizes: [], cron: null, buildId: "b" };
  const table = build([guardTable], attempts, sources).guardTable;
  if (table === null) throw new Error("no table");
  return table;
}

it.each([
  [0, 0],
  [200, 0],
  [200, 200],
])(
  "fits into its file with %i budgets and %i policies, and says so where something had to go",
  (budgets, policies) => {
    const table = extreme(budgets, policies);
    const text = canonicalText(GuardTable.parse(table));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MOST_TABLE_BYTES);
    expect(parseTable(text, table.repository).problem).toBeNull();
    expect(table.budgets).toHaveLength(budgets);
    if (policies > 0) expect(table.incomplete).toContain("policies");
    // What is not listed by itself is held to cost as much as the dearest that is not.
    for (const { reserve, reserve_rest } of table.budgets)
      expect(reserve_rest ?? Math.max(...reserve.map(([, amount]) => amount))).toBeGreaterThan(0);
  },
);
