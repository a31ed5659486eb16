import { describe, expect, it } from "vitest";
import { aJobRecord, aState, aStepRecord } from "../../builders.ts";
import { concluded, failed, passed } from "./errors/concluded.ts";

function job(name: string, steps: [name: string, conclusion: string][], conclusion: string) {
  const records = steps.map(([step, ended], index) =>
    aStepRecord({ number: index + 1, name: step, conclusion: ended }),
  );
  return aJobRecord({ name, conclusion, steps: records });
}
const BROKEN = [
  job(
    "test (20)",
    [
      ["npm ci", "success"],
      ["npm test", "failure"],
    ],
    "failure",
  ),
];
const FINE = [
  job(
    "test (22)",
    [
      ["npm ci", "success"],
      ["npm test", "success"],
    ],
    "success",
  ),
];
const LOST = [job("deploy", [["Deploy", "cancelled"]], "failure")];

describe("the failure heatmap", () => {
  it("counts failures and executions of each step by day, the variants of a matrix in one row", () => {
    const { heatmap } = concluded([
      passed(1, { jobs: BROKEN, conclusion: "failure" }),
      passed(1, { jobs: FINE }),
      passed(2, { jobs: FINE }),
    ]).operations["7d"];
    expect(heatmap.columns).toHaveLength(8);
    expect(heatmap.columns[6]).toBe("2026-11-19T00:00:00Z");
    expect(heatmap.rows).toHaveLength(1);
    expect(heatmap.rows[0]).toMatchObject({
      workflow: "CI",
      job: "test",
      step: "npm test",
      variants: ["test (20)", "test (22)"],
      failures: 1,
      executions: 3,
    });
    expect(heatmap.rows[0]?.cells.slice(5)).toEqual([
      { failures: 0, executions: 1, few: true },
      { failures: 1, executions: 2, few: true },
      { failures: 0, executions: 0, few: true },
    ]);
  });

  it("has a row for a job that failed while no step of it did", () => {
    const { heatmap } = concluded([passed(1, { jobs: LOST, conclusion: "failure" })]).operations["7d"];
    expect(heatmap.rows).toMatchObject([{ job: "deploy", step: null, failures: 1, executions: 1 }]);
  });

  it("goes by hours in a day, and by weeks in a quarter", () => {
    const { operations } = concluded([passed(0.1, { jobs: BROKEN, conclusion: "failure" })]);
    expect(operations["24h"].heatmap.column_seconds).toBe(3600);
    expect(operations["90d"].heatmap.columns.length).toBeLessThanOrEqual(14);
    for (const { heatmap } of Object.values(operations))
      expect(heatmap.rows[0]?.cells.reduce((sum, cell) => sum + cell.failures, 0)).toBe(1);
  });

  it("keeps the thirty that fail most, and says how many it leaves out", () => {
    const steps = Array.from({ length: 32 }, (_, index): [string, string] => [`step ${index}`, "failure"]);
    const jobs = [job("test", steps, "failure")];
    const often = [job("test", [["step 31", "failure"]], "failure")];
    const { heatmap } = concluded([
      passed(1, { jobs, conclusion: "failure" }),
      passed(1, { jobs: often, conclusion: "failure" }),
    ]).operations["7d"];
    expect(heatmap).toMatchObject({ left_out: 2 });
    expect(heatmap.rows).toHaveLength(30);
    expect(heatmap.rows[0]).toMatchObject({ step: "step 31", failures: 2 });
  });
});

describe("recovery and re-runs", () => {
  it("takes from the end of the first failure to the end of the next success on the default branch", () => {
    const { recovery } = concluded([
      passed(3, { conclusion: "failure", duration_seconds: 60 }),
      passed(2.5, { conclusion: "failure" }),
      passed(2.2, { head_branch: "topic" }),
      passed(2, { duration_seconds: 60 }),
      passed(1, { workflow_id: 12, workflow_name: "Deploy", conclusion: "failure", duration_seconds: 0 }),
      passed(1, { head_branch: "topic", workflow_id: 13, conclusion: "failure" }),
    ]).operations["7d"];
    expect(recovery).toMatchObject([
      { workflow: "Deploy", recoveries: 0, mean_seconds: null, broken_since: "2026-11-19T12:00:00Z" },
      { workflow: "CI", recoveries: 1, mean_seconds: 86_400, longest_seconds: 86_400, broken_since: null },
    ]);
  });

  it("says how many re-runs turned green, and how often anything fails", () => {
    const again = { id: 900, run_attempt: 2 };
    const { reruns, failures, previous_failures } = concluded(
      [
        passed(1, { id: 900, conclusion: "failure" }),
        passed(0.9, again),
        passed(0.5, { id: 901, run_attempt: 3, conclusion: "failure" }),
        passed(0.4, { id: 901, run_attempt: 4, conclusion: "cancelled" }),
        passed(0.3, { workflow_id: 14, conclusion: "failure" }),
        passed(8),
      ],
      { state: aState({ own_workflow_id: 14 }) },
    ).operations["7d"];
    expect(reruns).toEqual({ value: 0.5, part: 1, n: 2, enough: false });
    expect(failures).toMatchObject({ part: 2, n: 3 });
    expect(previous_failures).toEqual({ value: 0, part: 0, n: 1, enough: false });
  });
});

describe("the taxonomy", () => {
  it("goes from domain to category to error to its newest runs", () => {
    const limit = {
      signature: "bbbbbbbbbbbbbbbb",
      category: "rate_limit" as const,
      title: "Too many requests",
    };
    const { taxonomy } = concluded([
      failed(1, { id: 950 }, limit),
      failed(2, { id: 949 }, limit),
      failed(9, {}, limit),
      failed(1, { id: 951 }),
    ]).operations["7d"];
    expect(taxonomy.map(({ domain, attempts, previous }) => [domain, attempts, previous])).toEqual([
      ["provider", 2, 1],
      ["tooling", 1, 0],
    ]);
    expect(taxonomy[0]?.categories).toMatchObject([
      {
        category: "rate_limit",
        attempts: 2,
        signatures: [
          { title: "Too many requests", listed: true, newest: [{ run_id: 950 }, { run_id: 949 }] },
        ],
      },
    ]);
  });
});
