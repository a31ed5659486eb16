import fc from "fast-check";
import { expect, it } from "vitest";
import { attemptReader } from "#core/attempts/attempt.ts";
import { Config } from "#core/config.ts";
import { build } from "#core/documents/build.ts";
import { guardTable } from "#core/documents/guard-table/document.ts";
import { decide } from "#core/guard/decide.ts";
import type { GuardTable } from "#core/guard/guard-table.ts";
import type { RunPage } from "#core/guard/unseen.ts";
import type { Run } from "#core/records/run.ts";
import { addSeconds, type Utc } from "#core/time.ts";
import { anExecution, aRepositoryRecord, aRunRecord, aState, aUsage } from "../../builders.ts";

/**
 * Runs of agents that arrive, ask the guard, and cost what they cost, while syncs come when they come: everything but the
 * clock and GitHub is ours. Re-runs of old runs are among them, also those that no list of GitHub's shows.
 */

const START: Utc = "2026-11-20T00:00:00Z";
const USD = 1_000_000_000;
const DAYS = 1;
const at = (seconds: number) => addSeconds(START, seconds);

type Arrival = {
  kind: "arrival";
  second: number;
  lasts: number;
  cents: number;
  workflow: number;
  /** Which of the runs before is started again; null: a new run. */
  again: number | null;
};
type Sync = { kind: "sync"; second: number };

const arrival = fc.record({
  kind: fc.constant("arrival" as const),
  second: fc.integer({ min: 0, max: 4 * 86_400 }),
  lasts: fc.integer({ min: 1, max: 6 * 3600 }),
  cents: fc.integer({ min: 0, max: 400 }),
  workflow: fc.constantFrom(21, 22),
  again: fc.option(fc.nat(30), { nil: null, freq: 3 }),
});
const sync = fc.record({
  kind: fc.constant("sync" as const),
  second: fc.integer({ min: 0, max: 4 * 86_400 }),
});
const story = fc.record({
  happens: fc.array(fc.oneof({ weight: 4, arbitrary: arrival }, { weight: 1, arbitrary: sync }), {
    minLength: 5,
    maxLength: 40,
  }),
  threshold: fc.constantFrom(1, 3, 10),
});

/** One attempt as it truly was. */
type Truth = {
  id: number;
  attempt: number;
  workflow: number;
  created: number;
  start: number;
  end: number;
  /** Nano-dollars; 0 of one that was stopped. */
  cost: number;
  stopped: boolean;
};

class World {
  readonly truths: Truth[] = [];
  readonly #config;
  #table: GuardTable | null = null;
  #asOf = -1;

  constructor(threshold: number) {
    this.#config = Config.parse({
      budgets: [{ id: "all", threshold_usd: threshold, period_days: DAYS, alert_type: "hard_stop" }],
      guard: { circuit: { enabled: false }, "max-unseen": 100 },
    });
  }

  sync(now: number): void {
    const seen = this.truths.filter(({ start }) => start <= now);
    const newest = Math.max(-1, ...seen.map(({ created }) => created));
    const context = {
      ...{ now: at(now), config: this.#config, repository: aRepositoryRecord({ visibility: "public" }) },
      state: aState({ covered: { from: at(-90 * 86_400), to: at(Math.max(0, newest)) } }),
      server: "https://github.com",
    };
    const read = attemptReader(context);
    const attempts = seen.map((truth) => read(runOf(truth, now), factsOf(truth, now)));
    const sources = { context, journal: [], sizes: [], cron: null, buildId: "b" };
    this.#table = build([guardTable], attempts, sources).guardTable;
    this.#asOf = now;
  }

  /** What the run that arrives is told; nothing is known before the first sync. */
  arrive({ second, lasts, cents, workflow, again }: Arrival): Truth | null {
    const former = again === null ? undefined : this.truths.findLast(({ id }) => id === again + 1);
    if (former !== undefined && former.end > second) return null;
    const truth: Truth = {
      id: former?.id ?? Math.max(0, ...this.truths.map(({ id }) => id)) + 1,
      attempt: (former?.attempt ?? 0) + 1,
      workflow: former?.workflow ?? workflow,
      created: former?.created ?? second,
      ...{ start: second, end: second + lasts, cost: (cents * USD) / 100, stopped: false },
    };
    const listed = { ...this.#lists(second), problem: null };
    const own = {
      ...{
        run_id: truth.id,
        run_attempt: truth.attempt,
        workflow_file: fileOf(truth),
        workflow_name: "Claude",
      },
      ...{ event: "issues", branch: "main", actor: "octocat", association: null, agent: null, model: null },
    };
    const asked = { onUnknown: "block" as const, environment: null, breakGlass: "" };
    if (this.#table === null) return null;
    const { allowed } = decide({ table: this.#table }, listed, own, asked, at(second));
    if (!allowed) Object.assign(truth, { stopped: true, cost: 0, end: second + 1 });
    this.truths.push(truth);
    return allowed ? truth : null;
  }

  #lists(now: number): { since: RunPage; running: RunPage } {
    const latest = new Map(this.truths.map((truth) => [truth.id, truth]));
    const runs = [...latest.values()].map((truth) => runOf(truth, now));
    const page = (of: Run[]) => ({ runs: of, total: of.length });
    return {
      since: page(runs.filter(({ created_at }) => created_at >= (this.#table?.as_of ?? ""))),
      running: page(runs.filter(({ status }) => status === "in_progress")),
    };
  }

  /** What was spent in the window before that instant, by runs that had started. */
  spent(now: number): number {
    return sum(this.truths.filter(({ start }) => start <= now && start >= now - DAYS * 86_400));
  }

  /** What runs cost that were in flight then, or ended after the records were written. */
  unseen(now: number): number {
    return sum(this.truths.filter(({ start, end }) => start <= now && end > this.#asOf));
  }
}

const sum = (truths: readonly Truth[]) => truths.reduce((total, { cost }) => total + cost, 0);
const fileOf = ({ workflow }: Truth) => `.github/workflows/claude-${workflow}.yml`;

function runOf(truth: Truth, now: number): Run {
  const isOver = truth.end <= now;
  return aRunRecord({
    ...{ id: truth.id, run_attempt: truth.attempt, workflow_id: truth.workflow, workflow_name: "Claude" },
    ...{ workflow_file: fileOf(truth), created_at: at(truth.created), run_started_at: at(truth.start) },
    updated_at: at(Math.min(truth.end, now)),
    status: isOver ? "completed" : "in_progress",
    conclusion: isOver ? (truth.stopped ? "failure" : "success") : null,
  });
}

function factsOf(truth: Truth, now: number) {
  const guard = {
    ...{ at: at(truth.start), answer: truth.stopped ? ("block" as const) : ("allow" as const), reason: "" },
    ...{ allowed: !truth.stopped, break_glass: null },
  };
  const usage = aUsage({ model: "claude-opus-4-7", reported_cost_usd: truth.cost / USD });
  const execution = anExecution({
    ...{ run_id: truth.id, run_attempt: truth.attempt, agent_name: "claude", usage: [usage], tools: [] },
    ...{ started_at: null, execution_id: (truth.id * 100 + truth.attempt).toString(16).padStart(32, "0") },
  });
  return { reading: null, executions: truth.end <= now && !truth.stopped ? [execution] : [], guard };
}

const inTime = (happens: readonly (Arrival | Sync)[]) => happens.toSorted((a, b) => a.second - b.second);

it("a hard stop is never exceeded by more than what is in flight or ended since the last sync", () => {
  fc.assert(
    fc.property(story, ({ happens, threshold }) => {
      const world = new World(threshold);
      world.sync(0);
      for (const next of inTime(happens)) {
        if (next.kind === "sync") world.sync(next.second);
        else if (world.arrive(next) !== null)
          expect(world.spent(next.second)).toBeLessThanOrEqual(threshold * USD + world.unseen(next.second));
      }
    }),
    { numRuns: 300 },
  );
});

it("is exceeded by one run at most where runs wait for each other, and syncs for them", () => {
  fc.assert(
    fc.property(story, ({ happens, threshold }) => {
      const world = new World(threshold);
      world.sync(0);
      let free = 0;
      for (const next of inTime(happens)) {
        if (next.kind === "sync") continue;
        const second = Math.max(next.second, free);
        const truth = world.arrive({ ...next, second });
        if (truth !== null) {
          expect(world.spent(second) - truth.cost).toBeLessThan(threshold * USD);
          free = truth.end + 1;
          world.sync(free);
        }
      }
    }),
    { numRuns: 200 },
  );
});

it("lets everything start while nothing is spent, and nothing once all is", () => {
  const world = new World(1);
  world.sync(0);
  const one = { kind: "arrival", lasts: 60, workflow: 21, again: null } as const;
  expect(world.arrive({ ...one, second: 10, cents: 150 })).not.toBeNull();
  world.sync(100);
  expect(world.arrive({ ...one, second: 200, cents: 1 })).toBeNull();
  // A day later it has left the window.
  expect(world.arrive({ ...one, second: 10 + 86_400 + 3600, cents: 1 })).not.toBeNull();
});
