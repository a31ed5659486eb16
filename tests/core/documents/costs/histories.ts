import fc from "fast-check";
import type { Context } from "#core/attempts/context.ts";
import type { Facts } from "#core/attempts/facts.ts";
import { Config } from "#core/config.ts";
import type { Execution } from "#core/records/execution.ts";
import type { Run } from "#core/records/run.ts";
import { addSeconds } from "#core/time.ts";
import { aJobRecord, anExecution, aRepositoryRecord, aRunRecord, aState, aUsage } from "../../../builders.ts";

export const NOW = "2026-11-20T12:00:00Z";
export const USD = 1_000_000_000;

export type Attempt = { run: Run; executions: Execution[] };

export function contextWith(config: object = {}, visibility = "private"): Context {
  return {
    now: NOW,
    config: Config.parse(config),
    repository: aRepositoryRecord({ visibility }),
    state: aState(),
    server: "https://github.com",
  };
}

export const facts = (executions: readonly Execution[]): Facts => ({ reading: null, executions });
export const AGENT = {
  workflow_file: ".github/workflows/claude.yml",
  workflow_name: "Claude",
  workflow_id: 12,
};
const free = { reported_cost_usd: null, cache_read: 0, cache_write_5m: null, cache_write_1h: null };
/** 10,000 in at $3 and 1,000 out at $15 per million: $0.045. */
export const priced = aUsage({ ...free, prompt: 10_000, completion: 1000 });
const models = ["claude-sonnet-4-5", "gemini-2.5-pro", "house-model", "claude-opus-4-7-fast"];
const usage = fc
  .record({
    model: fc.constantFrom(...models),
    prompt: fc.option(fc.integer({ min: 0, max: 1e6 })),
    completion: fc.option(fc.integer({ min: 0, max: 1e5 })),
    cache_read: fc.option(fc.integer({ min: 0, max: 1e5 })),
    reported_cost_usd: fc.option(fc.double({ min: 0, max: 10, noNaN: true })),
    reported_ai_credits: fc.option(fc.double({ min: 0, max: 10, noNaN: true })),
  })
  .map((row) => aUsage({ ...free, ...row }));
const attempt = fc
  .record({
    age: fc.integer({ min: 60, max: 100 * 86_400 }),
    run_attempt: fc.integer({ min: 1, max: 3 }),
    conclusion: fc.constantFrom("success", "failure", "cancelled", "skipped"),
    agent: fc.boolean(),
    jobs: fc.option(
      fc.array(
        fc.record({
          seconds: fc.option(fc.nat(4000)),
          label: fc.constantFrom("ubuntu-latest", "macos-14", "depot-2", "self-hosted"),
        }),
        { maxLength: 4 },
      ),
    ),
    usages: fc.array(fc.array(usage, { maxLength: 3 }), { maxLength: 2 }),
    event: fc.constantFrom("push", "schedule"),
    actor: fc.constantFrom("mona", "hubot", null),
  })
  .map(({ age, agent, jobs, usages, ...rest }) => ({ age, agent, jobs, usages, ...rest }));

export const history = fc.array(attempt, { maxLength: 25 }).map((rows) =>
  rows.map(({ age, agent, jobs, usages, actor, ...rest }, index): Attempt => {
    const created_at = addSeconds(NOW, -age);
    const run = aRunRecord({
      ...rest,
      ...(agent ? AGENT : {}),
      id: 1000 + index,
      created_at,
      actor,
      triggering_actor: actor,
      pull_requests: index % 3 === 0 ? [{ number: 1 + (index % 2), source: "run" }] : [],
      jobs:
        jobs?.map(({ seconds, label }, job) =>
          aJobRecord({
            id: index * 10 + job,
            created_at,
            run_attempt: rest.run_attempt,
            duration_seconds: seconds,
            labels: [label],
          }),
        ) ?? null,
    });
    const executions = usages.map((rows, at) =>
      anExecution({ execution_id: (index * 10 + at).toString(16).padStart(16, "0"), usage: rows }),
    );
    return { run, executions };
  }),
);
