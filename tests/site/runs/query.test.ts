import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_QUERY, NONE, parseRunQuery, type RunQuery, SORT_KEYS } from "#core/addresses/run-query.ts";
import { readAttempt } from "#core/attempts/attempt.ts";
import { Config } from "#core/config.ts";
import {
  decodeRunSteps,
  encodeRunSteps,
  type MonthSteps,
  runStepsFold,
} from "#core/documents/run-steps/run-steps.ts";
import { valueAt } from "#core/documents/runs/coded.ts";
import { runIndexFold } from "#core/documents/runs/run-index.ts";
import type { RunTable } from "#core/documents/runs/run-table.ts";
import type { Sources } from "#core/documents/sources/sources.ts";
import { repositoryLinks } from "#core/links.ts";
import { roleOf, stateOf } from "#core/outcome.ts";
import type { StoredAnalysis } from "#core/records/analysis.ts";
import { type Run, runKey, startedAt } from "#core/records/run.ts";
import { activeFilters } from "../../../site/src/runs/active-filters.ts";
import { asCsv, asJson, asMarkdown, exportColumns, exportName } from "../../../site/src/runs/export-runs.ts";
import { orderRows } from "../../../site/src/runs/order.ts";
import { facetValues, selectRuns } from "../../../site/src/runs/select.ts";
import { summarize } from "../../../site/src/runs/summary.ts";
import { anExecution, aRepositoryRecord, aState } from "../../builders.ts";
import { NOW } from "../rendered.ts";
import { manyReadings, manyRuns, RATE_LIMITED } from "./many-runs.ts";

const SOURCES: Sources = {
  context: {
    now: NOW,
    config: Config.parse({}),
    repository: aRepositoryRecord({ workflows: [] }),
    state: aState(),
    server: "https://github.com",
  },
  journal: [],
  sizes: [],
  cron: null,
  buildId: "b",
};

let runs: Run[];
let readings: Map<string, StoredAnalysis>;
let table: RunTable;
let steps: MonthSteps[];

const withSteward = (run: Run) => run.workflow_id === 12 && run.run_number % 3 === 0;
/** In some runs of Claude's workflow a steward works too. */
const reportedBy = (run: Run) =>
  withSteward(run) ? ["claude-code", "steward"].map((agent_id) => anExecution({ agent_id })) : [];

beforeAll(() => {
  runs = manyRuns(600);
  const index = runIndexFold(SOURCES);
  const ran = runStepsFold();
  readings = new Map(
    manyReadings(runs).map((reading) => [`${reading.run_id}/${reading.run_attempt}`, reading]),
  );
  for (const run of runs)
    for (const fold of [index, ran])
      fold.add(
        readAttempt(
          run,
          { reading: readings.get(runKey(run)) ?? null, executions: reportedBy(run) },
          SOURCES.context,
        ),
      );
  table = index.finish();
  steps = table.months.map((month) => decodeRunSteps(table, encodeRunSteps(ran.finish(), table, month)));
});

const query = (search: string): RunQuery => parseRunQuery(search).query;
/** The selected runs by their keys. */
const selected = (search: string): string[] =>
  Array.from(selectRuns(table, query(search), steps).rows, (row) => keyOf(runs[row]));
/** All are of the last 90 days. */
const expected = (test: (run: Run) => boolean) => runs.filter(test).map(keyOf);
const primaryOf = (run: Run) => readings.get(runKey(run))?.findings[0];
const keyOf = (run: Run | undefined) => (run === undefined ? "" : runKey(run));

describe("selecting runs", () => {
  it("counts an attempt when it started, as every figure does", () => {
    expect(selected("?p=24h")).toEqual(expected((run) => startedAt(run) >= "2026-11-19T12:00:00Z"));
    expect(selected("?from=2026-11-01&to=2026-11-02")).toEqual(
      expected((run) => startedAt(run).startsWith("2026-11-01")),
    );
  });

  it.each<[string, (run: Run) => boolean]>([
    ["?p=90d&status=failure,timed_out", (run) => ["failure", "timed_out"].includes(stateOf(run))],
    ["?p=90d&category=rate_limit", (run) => primaryOf(run)?.category === "rate_limit"],
    ["?p=90d&category=!(none),!unknown", (run) => primaryOf(run) !== undefined],
    [`?p=90d&signature=${RATE_LIMITED}`, (run) => primaryOf(run)?.signature === RATE_LIMITED],
    [`?p=90d&q=${RATE_LIMITED}`, (run) => primaryOf(run)?.signature === RATE_LIMITED],
    ["?p=90d&status=!success", (run) => stateOf(run) !== "success"],
    [
      "?p=90d&wf=ci,claude&branch=main",
      (run) => [11, 12].includes(run.workflow_id) && run.head_branch === "main",
    ],
    ["?p=90d&actor=(none)", (run) => run.actor === null],
    ["?p=90d&agent=Claude", (run) => run.workflow_id === 12],
    ["?p=90d&agent=steward", withSteward],
    ["?p=90d&agent=Claude,!steward", (run) => run.workflow_id === 12 && !withSteward(run)],
    ["?p=90d&q=steward", withSteward],
    ["?p=90d&attempt=rerun", (run) => run.run_attempt > 1],
    [
      "?p=90d&min=60&max=600",
      (run) => run.duration_seconds !== null && run.duration_seconds >= 60 && run.duration_seconds <= 600,
    ],
    ["?p=90d&job=test", (run) => run.workflow_id === 11 && stateOf(run) !== "skipped"],
    [
      "?p=90d&step=Run+agent&result=failed",
      (run) => ["failure", "timed_out"].includes(stateOf(run)) && run.workflow_id !== 11,
    ],
    [
      "?p=90d&job=test+(24)&slower=900",
      (run) => (run.jobs ?? []).some((job) => job.name === "test (24)" && (job.duration_seconds ?? 0) > 900),
    ],
    ["?p=90d&q=parser+octocat", (run) => run.display_title === "Fix the parser" && run.actor === "octocat"],
    ["?p=90d&q=PARSER", (run) => run.display_title === "Fix the parser"],
    [
      "?p=90d&q=%23150",
      (run) => run.run_number === 150 || (run.pull_requests ?? []).some(({ number }) => number === 150),
    ],
  ])("understands %s", (search, test) => {
    const found = selected(search);
    expect(found).toEqual(expected(test));
    expect(found.length).toBeGreaterThan(0);
  });

  it("finds a run by its id and by the beginning of its commit", () => {
    const [run] = runs;
    expect(selected(`?p=90d&q=${run?.id}`)).toEqual([keyOf(run)]);
    expect(selected(`?p=90d&q=${run?.head_sha.slice(0, 8)}`)).toContain(keyOf(run));
    expect(selected(`?p=90d&q=${run?.head_sha}`)).toContain(keyOf(run));
  });

  it("counts each value of a facet among what the other filters let through", () => {
    const search = "?p=90d&status=failure&wf=ci&q=parser";
    const { counts } = selectRuns(table, query(search), steps);
    const count = (facet: "status" | "wf", value: string) =>
      counts[facet][facetValues(table, facet).indexOf(value)];
    expect(count("status", "success")).toBe(selected("?p=90d&status=success&wf=ci&q=parser").length);
    expect(count("status", "failure")).toBe(selected(search).length);
    expect(count("wf", "claude")).toBe(selected("?p=90d&status=failure&wf=claude&q=parser").length);
    const agents = selectRuns(table, query("?p=90d&wf=claude"), steps).counts.agent;
    const places = ["Claude", "steward"].map((name) => facetValues(table, "agent").indexOf(name));
    expect(places.map((place) => agents[place])).toEqual([
      selected("?p=90d&wf=claude").length,
      selected("?p=90d&agent=steward").length,
    ]);
  });

  it("never shows a run that a naive reading of two facets would not", () => {
    const facets = {
      status: stateOf,
      event: (run: Run) => run.event,
      branch: (run: Run) => run.head_branch ?? NONE,
    };
    const name = fc.constantFrom(...(Object.keys(facets) as (keyof typeof facets)[]));
    const value = fc.constantFrom(
      "success",
      "failure",
      "push",
      "schedule",
      "main",
      "agent/issue-3",
      NONE,
      "nonsense",
    );
    const choice = fc.record({
      include: fc.uniqueArray(value, { maxLength: 2 }),
      exclude: fc.uniqueArray(value, { maxLength: 2 }),
    });
    fc.assert(
      fc.property(name, choice, name, choice, (a, ofA, b, ofB) => {
        const chosen = { ...DEFAULT_QUERY.facets, [a]: ofA, [b]: ofB };
        const passes = (run: Run) =>
          (Object.keys(facets) as (keyof typeof facets)[]).every((facet) => {
            const { include, exclude } = chosen[facet];
            const own = facets[facet](run);
            return (include.length === 0 || include.includes(own)) && !exclude.includes(own);
          });
        const { rows } = selectRuns(table, { ...DEFAULT_QUERY, period: "90d", facets: chosen }, steps);
        expect(Array.from(rows, (row) => keyOf(runs[row]))).toEqual(expected(passes));
      }),
    );
  });
});

describe("ordering runs", () => {
  it.each(SORT_KEYS)("by %s keeps every run once, unknown ones last, and equal ones newest first", (key) => {
    const { rows } = selectRuns(table, query("?p=90d"), steps);
    for (const descending of [true, false]) {
      const ordered = orderRows(table, rows, { key, descending });
      expect([...ordered].sort((a, b) => a - b)).toEqual([...rows]);
      if (key === "duration") {
        const durations = Array.from(ordered, (row) => runs[row]?.duration_seconds ?? null);
        const known = durations.filter((seconds) => seconds !== null);
        expect(durations.slice(known.length).every((seconds) => seconds === null)).toBe(true);
        expect(known).toEqual(known.toSorted((a, b) => (descending ? b - a : a - b)));
      }
      if (key === "status") {
        const [first = 0, second = 0] = ordered;
        expect(valueAt(table.state, first)).toEqual(valueAt(table.state, second));
        expect(first).toBeGreaterThan(second);
      }
    }
  });
});

describe("the figures of the selected runs", () => {
  it("are of attempts that succeeded or failed, and tie to the rows", () => {
    const { rows, from, to } = selectRuns(table, query("?p=30d&wf=ci"), steps);
    const summary = summarize(table, rows, from, to);
    const decided = Array.from(rows, (row) => runs[row]).filter(
      (run): run is Run => run !== undefined && ["success", "failure"].includes(roleOf(run)),
    );
    expect(summary.succeeded + summary.failed).toBe(decided.length);
    expect(summary.duration.max).toBe(Math.max(...decided.map((run) => run.duration_seconds ?? 0)));
    const { failed, other } = summary.histogram;
    expect([...failed, ...other].reduce((sum, value) => sum + value)).toBe(rows.length);
    expect(failed.length).toBeLessThanOrEqual(61);
  });

  it("survive an empty selection and a stretch of no length", () => {
    expect(summarize(table, new Int32Array(), 1_700_000_000, 1_700_000_000).duration.n).toBe(0);
  });
});

describe("exporting runs", () => {
  const github = repositoryLinks("https://github.com", "octo-org/agent-fleet");

  it("makes formulas harmless in CSV and keeps numbers numbers", () => {
    const text = asCsv(exportColumns(table, github), selectRuns(table, query("?p=90d&q=hyperlink"), []).rows);
    const [heading, line] = text.split("\r\n");
    expect(heading).toMatch(/^run_id,run_attempt,created_at,/);
    expect(line).toMatch(/^36\d{9},1,2026-\d\d-\d\dT/);
    expect(line).toContain(`"'=HYPERLINK(""https://evil.example"",""click"")"`);
  });

  it("says unknown as empty and null", () => {
    const rows = selectRuns(table, query("?p=90d&status=in_progress"), []).rows;
    const [object] = JSON.parse(asJson(exportColumns(table, github), rows));
    expect(object).toMatchObject({ conclusion: null, duration_seconds: null, status: "in_progress" });
  });

  it("gives runs no address that were on a developer's machine", () => {
    const { rows } = selectRuns(table, query("?p=90d&status=in_progress"), []);
    const [object] = JSON.parse(asJson(exportColumns(table, null), rows));
    expect(object.html_url).toBeNull();
    expect(asCsv(exportColumns(table, null), rows)).not.toContain("github.com");
  });

  it("keeps strangers' text inert in Markdown", () => {
    const text = asMarkdown(
      exportColumns(table, github),
      selectRuns(table, query("?p=90d&q=onerror"), []).rows,
    );
    expect(text).not.toContain("<img");
    expect(
      new Set(
        text
          .trim()
          .split("\n")
          .map((line) => line.split(/(?<!\\)\|/).length),
      ).size,
    ).toBe(1);
  });

  it("names the file by its filters and its data", () => {
    const wanted = query("?wf=ci&status=!success&q=../../etc");
    expect(exportName(table, wanted, 1_794_571_200, 1_795_176_000)).toBe(
      "agentops_runs_2026-11-13_2026-11-20_wf-ci-status-21success-q-..-..-etc_as-of-20261120T1200Z".replace(
        "21",
        "",
      ),
    );
  });
});

describe("the active filters", () => {
  it("each leave the query without them, and mark what no run has", () => {
    const filters = activeFilters(
      table,
      query("?status=failure,nope&branch=!main&job=test&result=failed&min=5&q=x"),
    );
    expect(filters.map(({ label, value, unknown }) => [label, value, unknown])).toEqual([
      ["Search", "x", false],
      ["Branch not", "main", false],
      ["Status", "Failed", false],
      ["Status", "nope", true],
      ["Job", "test", false],
      ["Job", "failed", false],
      ["Duration", "at least 5 s", false],
    ]);
    expect(filters[2]?.without.facets.status.include).toEqual(["nope"]);
  });
});
