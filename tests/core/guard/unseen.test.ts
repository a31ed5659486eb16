import { expect, it } from "vitest";
import { Config } from "#core/config.ts";
import { build } from "#core/documents/build.ts";
import { guardTable } from "#core/documents/guard-table/document.ts";
import { headrooms } from "#core/guard/budget-check.ts";
import { unseenAttempts } from "#core/guard/unseen.ts";
import { addSeconds } from "#core/time.ts";
import { aRepositoryRecord, aRunRecord, aState } from "../../builders.ts";

const NOW = "2026-11-20T12:00:00Z";
const BUDGET = {
  ...{ id: "mona", scope: "user:mona", threshold_usd: 10, period: "month" },
  ...{ alert_type: "hard_stop", "assume-usd": 2 },
};
const OWN = {
  ...{ run_id: 1, run_attempt: 1, workflow_file: ".github/workflows/a.yml", workflow_name: "A" },
  ...{ event: "issues", branch: "main", actor: "mona", association: null, agent: null, model: null },
};

it.each([
  ["a run that she started", { event: "push" }, 1],
  ["a scheduled run of a workflow that she edited last, which is counted to its schedule", {}, 0],
  ["a scheduled run that she started again", { run_attempt: 2 }, 1],
])("holds against somebody's budget %s: %#", (_, run, held) => {
  const context = {
    ...{ now: NOW, config: Config.parse({ budgets: [BUDGET] }), server: "https://github.com" },
    repository: aRepositoryRecord({ visibility: "public" }),
    state: aState({ covered: { from: "2026-08-20T00:00:00Z", to: addSeconds(NOW, -3600) } }),
  };
  const table = build([guardTable], [], {
    ...{ context, journal: [], sizes: [], cron: null, buildId: "b" },
  }).guardTable;
  if (table === null) throw new Error("no table");
  const created_at = addSeconds(NOW, -60);
  const running = aRunRecord({
    ...{ id: 7, event: "schedule", actor: "mona", triggering_actor: "mona", workflow_id: 77 },
    ...{ status: "in_progress", conclusion: null, created_at, run_started_at: created_at, ...run },
  });
  const page = { runs: [running], total: 1 };
  const unseen = unseenAttempts(table, { since: null, running: page, problem: null }, OWN);
  expect(headrooms(table, unseen, OWN, NOW)).toMatchObject([{ reserved_n: held }]);
});
