import { describe, expect, it } from "vitest";
import { containedDocuments } from "#app/contained-documents.ts";
import { type Attempt, readAttempt } from "#core/attempts/attempt.ts";
import type { Facts } from "#core/attempts/facts.ts";
import type { Raw } from "#core/attempts/pieces.ts";
import { build, inOrder } from "#core/documents/build.ts";
import { CATALOGUE, type DocumentName, type Documents } from "#core/documents/catalogue.ts";
import { NO_EVENTS } from "#core/documents/events/reported-events.ts";
import type { AnyRow, Making } from "#core/documents/row/row.ts";
import type { Sources } from "#core/documents/sources/sources.ts";
import type { Run } from "#core/records/run.ts";
import { addSeconds, DAY_SECONDS } from "#core/time.ts";
import { anEvent, anExecution, aPullRecord, aReading, aRunRecord } from "../builders.ts";
import { aContext, NOW } from "../core/documents/contexts.ts";

const SOURCES: Sources = {
  context: aContext(),
  journal: [],
  sizes: [],
  cron: null,
  buildId: "b1",
};

const idOf = (n: number) => `sha-${n}`;
const HISTORY: Raw[] = Array.from({ length: 40 }, (_, n) => ({
  run: aRunRecord({
    id: n + 1,
    created_at: addSeconds(NOW, -Math.round((1 + n / 4) * DAY_SECONDS)),
    conclusion: n % 3 === 0 ? "failure" : "success",
    workflow_file: ".github/workflows/claude.yml",
  }),
  facts: {
    reading: n % 3 === 0 ? aReading({ run_id: n + 1 }) : null,
    executions: [1, 2].map((part) => anExecution({ execution_id: idOf(10 * n + part), run_id: n + 1 })),
  },
}));

type Fold = Making<unknown, unknown>;

const ROWS = inOrder(CATALOGUE);

/** The catalogue, one row of which makes its document so. */
function changed(
  rows: readonly AnyRow[],
  name: DocumentName,
  change: (fold: (sources: Sources) => Fold) => (sources: Sources) => Fold,
): readonly AnyRow[] {
  return rows.map((row) =>
    row.name === name ? { ...row, fold: change(row.fold as (sources: Sources) => Fold) } : row,
  );
}

/** A fold of the house that breaks where it is told to, as a fault of ours would. */
function breaking(
  name: DocumentName,
  where: { add?: (run: Run, facts: Facts) => boolean; finish?: (seen: readonly Raw[]) => boolean },
): readonly AnyRow[] {
  return changed(ROWS, name, (start) => (sources) => {
    const fold = start(sources);
    const seen: Raw[] = [];
    return {
      add(attempt: Attempt) {
        const { run, reading, executions } = attempt;
        if (where.add?.(run, { reading, executions })) throw new RangeError("Map maximum size exceeded");
        seen.push({ run, facts: { reading, executions } });
        fold.add(attempt);
      },
      finish(made) {
        if (where.finish?.(seen)) throw new TypeError("o.toLowerCase is not a function");
        return fold.finish(made);
      },
    };
  });
}

async function contained(rows: readonly AnyRow[], history = HISTORY, sources = SOURCES) {
  let passes = 0;
  async function* attempts() {
    passes += 1;
    yield* history;
  }
  const documents = (await containedDocuments(rows, sources, attempts)) as Documents;
  return { documents, passes, leftOut: documents.health.left_out };
}

function whole(history: readonly Raw[], sources = SOURCES) {
  const attempts = history.map(({ run, facts }) => readAttempt(run, facts, sources.context));
  return build(CATALOGUE, attempts, sources);
}

const holds = (id: string) => (_: Run, facts: Facts) =>
  facts.executions.some(({ execution_id }) => execution_id === id);

describe("documents of records that break them", () => {
  it("are made in one pass, and as before, when nothing breaks", async () => {
    const { documents, passes } = await contained(ROWS);
    expect(passes).toBe(1);
    const { runRelations: _, ...all } = whole(HISTORY);
    expect(documents).toMatchObject(all);
  });

  it("do without the execution that one of them breaks on, and name it; all others have it", async () => {
    const { documents, passes, leftOut } = await contained(breaking("models", { add: holds(idOf(42)) }));
    expect(leftOut).toEqual([
      { document: "models", kind: "execution", key: "sha-42", reason: "Map maximum size exceeded" },
    ]);
    expect(passes).toBe(2);
    const without = HISTORY.map(({ run, facts }) => ({
      run,
      facts: {
        ...facts,
        executions: facts.executions.filter(({ execution_id }) => execution_id !== "sha-42"),
      },
    }));
    expect(documents.models).toEqual(whole(without).models);
    const others = { ...whole(HISTORY) };
    for (const { name } of CATALOGUE)
      if (!["models", "health", "recommendations", "runRelations"].includes(name))
        expect(documents[name as "costs"]).toEqual(others[name as "costs"]);
  });

  it("blame a reading, or the run where it breaks alone or only with all of its records", async () => {
    const reading = await contained(
      breaking("errors", { add: (run, facts) => run.id === 4 && facts.reading !== null }),
    );
    expect(reading.leftOut).toMatchObject([{ document: "errors", kind: "analysis", key: "4/1" }]);
    const run = await contained(breaking("steps", { add: ({ id }) => id === 7 }));
    expect(run.leftOut).toMatchObject([{ document: "steps", kind: "run", key: "7/1" }]);
    const both = await contained(
      breaking("tools", { add: (run, { executions }) => run.id === 9 && executions.length === 2 }),
    );
    expect(both.leftOut).toMatchObject([{ document: "tools", kind: "run", key: "9/1" }]);
  });

  it("find the record that only the end breaks on, among all of them", async () => {
    const { documents, leftOut, passes } = await contained(
      breaking("costs", { finish: (seen) => seen.some(({ run, facts }) => holds(idOf(301))(run, facts)) }),
    );
    expect(leftOut).toMatchObject([{ document: "costs", kind: "execution", key: "sha-301" }]);
    expect(documents.costs.periods["90d"].attempts).toBe(40);
    expect(passes).toBeLessThan(8);
  });

  it("find several, in the middle and at the end", async () => {
    const { leftOut } = await contained(
      breaking("users", {
        add: ({ id }) => id === 3 || id === 20,
        finish: (seen) => seen.some(({ run }) => run.id === 11),
      }),
    );
    expect(leftOut.map(({ key }) => key).sort()).toEqual(["11/1", "20/1", "3/1"]);
  });

  it("are of nothing where no single record is to blame, and still end", async () => {
    const { documents, leftOut } = await contained(
      breaking("product", { finish: (seen) => seen.length > 30 }),
    );
    expect(leftOut).toMatchObject([{ document: "product", kind: "run", key: "all" }]);
    expect(documents.product.executions).toBe(0);
    expect(documents.costs.periods["90d"].attempts).toBe(40);
  });

  it("end within a few passes, whatever breaks on everything", async () => {
    const { leftOut, passes, documents } = await contained(breaking("workflows", { add: () => true }));
    expect(passes).toBeLessThan(8);
    expect(leftOut.filter(({ document }) => document === "workflows")).toHaveLength(40);
    expect(documents.workflows["90d"].workflows[0]?.current.attempts ?? 0).toBe(0);
  });

  it("do without an event or a pull request that they break on", async () => {
    const events = ["a", "b", "c"].map((event_id) =>
      anEvent({ event_id, type: "custom.deployed", timestamp: addSeconds(NOW, -3600) }),
    );
    const pulls = [4, 5].map((number) => aPullRecord({ number }));
    const sources: Sources = {
      ...SOURCES,
      pulls,
      events: { ...NO_EVENTS, custom: { list: events, left_out: 0 } },
    };
    const withoutB = changed(ROWS, "events", (start) => (given) => {
      if (given.events?.custom.list.some(({ event_id }) => event_id === "b")) throw new Error("b");
      return start(given);
    });
    const rows = changed(withoutB, "outcomes", (start) => (given) => {
      const fold = start(given);
      return {
        ...fold,
        finish(made) {
          if (given.pulls?.some(({ number }) => number === 5)) throw new Error("5");
          return fold.finish(made);
        },
      };
    });
    const { documents, leftOut } = await contained(rows, HISTORY, sources);
    expect(leftOut).toMatchObject([
      { document: "events", kind: "event", key: "b" },
      { document: "outcomes", kind: "pull", key: "5" },
    ]);
    expect(documents.events.events.map(({ event_id }) => event_id).sort()).toEqual(["a", "c"]);
  });

  it("hold a duration of 317 years without filling memory minute by minute", async () => {
    const [first, ...rest] = HISTORY;
    if (first === undefined) throw new Error("no history");
    const long = anExecution({ execution_id: "long", run_id: 1, steps: [], duration_ms: 1e13 });
    const history = [{ ...first, facts: { ...first.facts, executions: [long] } }, ...rest];
    const { leftOut, documents } = await contained(ROWS, history);
    expect(leftOut).toEqual([]);
    expect(documents.models["90d"].models[0]?.figures.executions).toBeGreaterThan(70);
  });
});
