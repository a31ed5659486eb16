import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAttempt } from "#core/attempts/attempt.ts";
import { NO_FACTS } from "#core/attempts/facts.ts";
import { Config } from "#core/config.ts";
import { decodeRunSteps, encodeRunSteps, runStepsFold } from "#core/documents/run-steps/run-steps.ts";
import { valueAt } from "#core/documents/runs/coded.ts";
import { runIndexFold } from "#core/documents/runs/run-index.ts";
import { decodeRunIndex, encodeRunIndex, type RunIndexFile } from "#core/documents/runs/run-index-file.ts";
import { isLatest, numberAt, type RunTable, runPath } from "#core/documents/runs/run-table.ts";
import { addRunTexts, encodeRunTexts } from "#core/documents/runs/run-texts.ts";
import type { Sources } from "#core/documents/sources/sources.ts";
import { roleOf, stateOf } from "#core/outcome.ts";
import type { StoredAnalysis } from "#core/records/analysis.ts";
import type { Run } from "#core/records/run.ts";
import { formatUtc } from "#core/time.ts";
import {
  aFinding,
  aJobRecord,
  aReading,
  aRepositoryRecord,
  aRunRecord,
  aState,
  aStepRecord,
} from "../../builders.ts";

/** Its failures have no pages that a row could lead to. */
const OWN_WORKFLOW = 13;

const SOURCES: Sources = {
  context: {
    now: "2026-11-20T12:00:00Z",
    config: Config.parse({}),
    repository: aRepositoryRecord(),
    state: aState({ own_workflow_id: OWN_WORKFLOW }),
    server: "https://github.com",
  },
  journal: [],
  sizes: [],
  cron: null,
  buildId: "build-1",
};

/** Of every other run. */
function readingOf(run: Run): StoredAnalysis | null {
  if (run.id % 2 === 0) return null;
  return aReading({ findings: run.id % 3 === 0 ? [] : [aFinding({ category: "network" })] });
}

function tableOf(runs: readonly Run[], mostRows?: number): RunTable {
  const fold = runIndexFold(SOURCES, mostRows);
  for (const run of runs)
    fold.add(readAttempt(run, { reading: readingOf(run), executions: [] }, SOURCES.context));
  return fold.finish();
}

/** As a browser gets it: through JSON, with the texts of every month. */
function received(table: RunTable): RunTable {
  const over = <T>(value: T): T => JSON.parse(JSON.stringify(value));
  const decoded = decodeRunIndex(over(encodeRunIndex(table)));
  for (const month of table.months) addRunTexts(decoded, over(encodeRunTexts(table, month)));
  return decoded;
}

function rowOf(table: RunTable, row: number) {
  const state = valueAt(table.state, row);
  return {
    id: table.id[row],
    run_number: table.number[row],
    run_attempt: table.attempt[row],
    created_at: formatUtc(table.created[row] ?? 0),
    run_started_at: formatUtc(table.started[row] ?? 0),
    duration_seconds: numberAt(table.duration, row),
    state: state && stateOf(state),
    event: valueAt(table.event, row),
    head_branch: valueAt(table.branch, row),
    actor: valueAt(table.actor, row),
    pulls: valueAt(table.pulls, row),
    category: valueAt(table.category, row),
    signature: valueAt(table.signature, row),
    display_title: valueAt(table.title, row),
    sha: valueAt(table.sha, row),
  };
}

function expected(run: Run): ReturnType<typeof rowOf> {
  const reading = readingOf(run);
  const primary = reading?.findings[0];
  return {
    id: run.id,
    run_number: run.run_number,
    run_attempt: run.run_attempt,
    created_at: run.created_at,
    run_started_at: run.run_started_at ?? run.created_at,
    duration_seconds: run.duration_seconds,
    state: stateOf(run),
    event: run.event,
    head_branch: run.head_branch,
    actor: run.actor ?? run.triggering_actor,
    pulls: run.pull_requests?.map(({ number }) => number) ?? null,
    category: primary?.category ?? (reading && roleOf(run) === "failure" ? "unknown" : null),
    signature: run.workflow_id === OWN_WORKFLOW ? null : (primary?.signature ?? null),
    display_title: run.display_title,
    sha: run.head_sha.slice(0, 12),
  };
}

const text = fc.string({ maxLength: 20, unit: "grapheme" });
const moment = fc.integer({ min: 1_700_000_000, max: 1_790_000_000 });
const runs = fc
  .array(
    fc.record({
      id: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
      run_number: fc.nat(100_000),
      run_attempt: fc.integer({ min: 1, max: 60 }),
      workflow_id: fc.constantFrom(11, 12, 13),
      created: moment,
      wait: fc.option(fc.integer({ min: 0, max: 30 * 86_400 }), { nil: null }),
      status: fc.option(text, { nil: null }),
      conclusion: fc.oneof(fc.constant("failure"), fc.option(text, { nil: null })),
      event: text,
      head_branch: fc.option(text, { nil: null }),
      actor: fc.option(text, { nil: null }),
      triggering_actor: fc.constant(null),
      duration_seconds: fc.option(fc.nat(10_000_000), { nil: null }),
      display_title: fc.option(text, { nil: null }),
      head_sha: fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 40, maxLength: 40 }),
      pulls: fc.option(fc.array(fc.integer({ min: 1, max: 9999 }), { maxLength: 3 }), { nil: null }),
    }),
    { maxLength: 40 },
  )
  .map((list) =>
    list
      .sort((a, b) => a.created - b.created)
      .map(({ created, wait, pulls, ...run }) =>
        aRunRecord({
          ...run,
          created_at: formatUtc(created),
          run_started_at: wait === null ? null : formatUtc(created + wait),
          pull_requests: pulls?.map((number) => ({ number, source: "run" as const })) ?? null,
        }),
      ),
  );

describe("the run index", () => {
  it("gives a browser the runs it was made from, whatever they contain", () => {
    fc.assert(
      fc.property(runs, (list) => {
        const table = received(tableOf(list));
        expect(list.map((_, row) => rowOf(table, row))).toEqual(list.map(expected));
      }),
    );
  });

  it("leaves out the oldest attempts beyond its limit and says how many", () => {
    const list = [1, 2, 3, 4, 5].map((id) => aRunRecord({ id, created_at: `2026-11-0${id}T00:00:00Z` }));
    const table = received(tableOf(list, 2));
    expect(table).toMatchObject({ omitted: 3, rows: 2 });
    expect([...table.id]).toEqual([4, 5]);
    expect(table.months).toEqual([{ month: "2026-11", first: 0, rows: 2 }]);
  });

  it("knows what an attempt cost only when it knows all of it", () => {
    const silent = { workflow_file: ".github/workflows/claude.yml", workflow_name: "Claude" };
    const large = aJobRecord({ labels: ["macos-latest-xlarge"], duration_seconds: 110 });
    const table = received(
      tableOf([
        aRunRecord({ id: 1 }),
        aRunRecord({ id: 2, ...silent }),
        aRunRecord({ id: 3, jobs: null, detail: "pending" }),
        aRunRecord({ id: 4, jobs: [{ ...large, id: 6000 }] }),
      ]),
    );
    const costs = [0, 1, 2, 3].map((row) => numberAt(table.cost, row));
    expect(costs.slice(0, 3)).toEqual([0, null, null]);
    expect(costs[3]).toBeGreaterThan(0);
  });

  it("waits, in its queue, for the runner of the first job of the attempt that began", () => {
    const again = { run_attempt: 2, created_at: "2026-11-20T11:00:30Z" };
    const carried = aJobRecord({ started_at: "2026-11-20T10:00:01Z" });
    const own = aJobRecord({ ...again, started_at: "2026-11-20T11:01:10Z", queued_seconds: 40 });
    const skipped = aJobRecord({ ...again, started_at: "2026-11-20T11:00:00Z", conclusion: "skipped" });
    const run = { run_attempt: 2, run_started_at: "2026-11-20T11:00:00Z" };
    const table = tableOf([
      aRunRecord({ ...run, jobs: [carried, skipped, own] }),
      aRunRecord({ ...run, jobs: [skipped] }),
      aRunRecord({ ...run, jobs: null }),
    ]);
    expect([0, 1, 2].map((row) => numberAt(table.queue, row))).toEqual([40, null, null]);
  });

  it("gives the run's own address to its latest attempt", () => {
    const table = tableOf([
      aRunRecord({ id: 7 }),
      aRunRecord({ id: 7, run_attempt: 2 }),
      aRunRecord({ id: 8 }),
    ]);
    expect([0, 1, 2].map((row) => [runPath(table, row), isLatest(table, row)])).toEqual([
      ["runs/7/attempts/1/", false],
      ["runs/7/", true],
      ["runs/8/", true],
    ]);
  });

  it("refuses a file of another version, and one whose columns do not fit together", () => {
    const file = encodeRunIndex(tableOf([aRunRecord()]));
    expect(() => decodeRunIndex({ ...file, version: 1 } as unknown as RunIndexFile)).toThrow(/version 1/);
    expect(() => decodeRunIndex({ ...file, rows: 2 })).toThrow(/damaged: id has 1 of 2/);
  });

  it("refuses texts of another build, because rows may have moved", () => {
    const table = tableOf([aRunRecord()]);
    const texts = encodeRunTexts({ ...table, buildId: "build-2" }, { month: "2026-11", first: 0, rows: 1 });
    expect(() => addRunTexts(decodeRunIndex(encodeRunIndex(table)), texts)).toThrow(/build-2/);
  });
});

describe("the steps of the run index", () => {
  it("list what began in each attempt, by month, and tell unknown jobs from none", () => {
    const list = [
      aRunRecord({ created_at: "2026-10-30T00:00:00Z" }),
      aRunRecord({ jobs: null }),
      aRunRecord({ jobs: [] }),
      aRunRecord({
        run_attempt: 2,
        jobs: [
          aJobRecord({ name: "carried over", run_attempt: 1 }),
          aJobRecord({ name: "skipped", run_attempt: 2, conclusion: "skipped" }),
          aJobRecord({
            name: "test",
            run_attempt: 2,
            conclusion: "failure",
            steps: [
              aStepRecord({ name: "Set up", duration_seconds: null }),
              aStepRecord({ name: "Run", conclusion: "failure", duration_seconds: 9 }),
              aStepRecord({ name: "Upload", conclusion: "skipped" }),
            ],
          }),
        ],
      }),
    ];
    const fold = runStepsFold();
    for (const run of list) fold.add(readAttempt(run, NO_FACTS, SOURCES.context));
    const table = tableOf(list);
    const november = encodeRunSteps(fold.finish(), table, { month: "2026-11", first: 1, rows: 3 });
    expect(november).toMatchObject({
      entries: [null, 0, 3],
      names: [
        ["test", null],
        ["test", "Set up"],
        ["test", "Run"],
      ],
      columns: { name: [0, 1, 2], failed: [1, 0, 1], seconds: [110, null, 9] },
    });
    const steps = decodeRunSteps(table, november);
    expect({ ...steps, starts: [...steps.starts], file: null }).toEqual({
      first: 1,
      starts: [0, 0, 0, 3],
      known: [false, true, true],
      file: null,
    });
  });
});
