import { describe, expect, it } from "vitest";
import { readAttempt } from "#core/attempts/attempt.ts";
import { NO_FACTS } from "#core/attempts/facts.ts";
import { Config } from "#core/config.ts";
import { outcomesFold } from "#core/documents/outcomes/outcomes.ts";
import type { Pull } from "#core/records/pull.ts";
import type { Run } from "#core/records/run.ts";
import { addSeconds, DAY_SECONDS } from "#core/time.ts";
import { aJobRecord, type anExecution, aPullRecord, aRunRecord } from "../../../builders.ts";
import { aContext, NOW } from "../contexts.ts";

const OPEN = { state: "open", merged_at: null, closed_at: null } as const;
const CLOSED = { state: "closed", merged_at: null } as const;
const daysAgo = (days: number) => addSeconds(NOW, -days * DAY_SECONDS);
/** $0.10 a minute. */
const context = aContext({
  config: Config.parse({ prices: { runners: [{ label: "ubuntu-latest", per_minute: 0.1 }] } }),
});

type Work = { run: Run; executions?: ReturnType<typeof anExecution>[] };

function outcomes(pulls: Pull[], ...work: Work[]) {
  const fold = outcomesFold(context, pulls);
  for (const { run, executions = [] } of work)
    fold.add(readAttempt(run, { ...NO_FACTS, executions }, context));
  return fold.finish();
}

/** One billed minute on these pull requests. */
function aRunOn(numbers: readonly number[], over: Partial<Run> = {}): Run {
  const jobs = [aJobRecord({ duration_seconds: 50 })];
  const pull_requests = numbers.map((number) => ({ number, source: "run" as const }));
  return aRunRecord({ event: "pull_request", pull_requests, jobs, ...over });
}

describe("what became of agents' pull requests", () => {
  it("is counted by how they ended, and completion is of those that are decided", () => {
    const { all } = outcomes([
      aPullRecord({ number: 1 }),
      aPullRecord({ number: 2, created_at: daysAgo(20), merged_at: daysAgo(19) }),
      aPullRecord({ number: 3, reverted_by: 9 }),
      aPullRecord({ number: 4, ...CLOSED }),
      aPullRecord({ number: 5, ...OPEN, updated_at: daysAgo(2) }),
      aPullRecord({ number: 6, ...OPEN, created_at: daysAgo(40), updated_at: daysAgo(15) }),
      aPullRecord({ number: 7, created_at: daysAgo(100) }),
    ]);
    expect(all).toMatchObject({ opened: 6, merged: 2, reverted: 1, closed: 1, open: 1, abandoned: 1 });
    expect(all.completion).toMatchObject({ value: 0.4, part: 2, n: 5, enough: true });
    expect(all.completion.low).toBeCloseTo(0.118, 3);
    expect(all.completion.high).toBeCloseTo(0.769, 3);
    expect(all.time_to_merge).toMatchObject({ n: 3, p50: 7200, max: DAY_SECONDS });
    expect(all.reviews).toEqual({ approved: 6, changes_requested: 0, commented: 12 });
  });

  it("belongs to the agent that opened it, and to those that worked on it", () => {
    const codex = aRunOn([1, 2], {
      id: 1,
      workflow_file: ".github/workflows/codex.yml",
      workflow_name: "Codex",
    });
    const { agents, newest } = outcomes(
      [aPullRecord({ number: 1 }), aPullRecord({ number: 2, author: "mona", head_branch: "mona/x" })],
      { run: codex },
      { run: aRunOn([1], { id: 2, actor: "claude[bot]" }) },
    );
    expect(agents.map(({ agent, part, opened }) => [agent, part, opened])).toEqual([
      ["Claude", "author", 1],
      ["Codex", "helper", 2],
    ]);
    expect(newest).toMatchObject([
      { number: 2, author_agent: null, helpers: ["Codex"] },
      { number: 1, author_agent: "Claude", helpers: ["Codex"] },
    ]);
  });

  it("takes a fork's branch for nobody's", () => {
    const fork = aPullRecord({ author: "stranger", head_repository: "stranger/agent-fleet" });
    expect(outcomes([fork]).agents).toEqual([]);
  });

  it("costs what all its attempts cost, paid for by what was merged", () => {
    const { all, agents } = outcomes(
      [aPullRecord({ number: 1 }), aPullRecord({ number: 2, ...CLOSED }), aPullRecord({ number: 3 })],
      { run: aRunOn([1], { id: 1 }) },
      { run: aRunOn([2, 3], { id: 2 }) },
      { run: aRunOn([1], { id: 3, jobs: null }) },
      { run: aRunOn([77], { id: 4 }) },
    );
    expect(all.cost).toEqual({
      nano_usd: 200_000_000,
      each_merged_nano_usd: 100_000_000,
      coverage: { value: 2 / 3, part: 2, n: 3, enough: false },
    });
    expect(agents[0]?.cost).toEqual(all.cost);
  });

  it("costs an unknown amount where nothing is known of it", () => {
    expect(outcomes([aPullRecord()]).all.cost).toEqual({
      nano_usd: null,
      each_merged_nano_usd: null,
      coverage: { value: null, part: 0, n: 0, enough: false },
    });
  });
});
