import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAttempt } from "#core/attempts/attempt.ts";
import { Config } from "#core/config.ts";
import { type AgentStep, Execution } from "#core/records/execution.ts";
import { eventsByAge, executionsByAge, readingsByAge, runsByAge } from "#core/records/retention.ts";
import type { Job, Step } from "#core/records/run.ts";
import type { TokenUsage } from "#core/records/token-usage.ts";
import {
  aFinding,
  aJobRecord,
  anAgentStep,
  anEvent,
  anExecution,
  aReading,
  aRepositoryRecord,
  aRunRecord,
  aState,
  aStepRecord,
  aToolCall,
  aUsage,
} from "../../builders.ts";

const config = Config.parse({
  prices: {
    external: [{ host: "search.example", per_call: 0.01 }],
    runners: [{ label: "big-*", per_minute: 0.5 }],
  },
});

const anyJob: fc.Arbitrary<Job> = fc
  .record({
    id: fc.integer({ min: 1, max: 3 }),
    run_attempt: fc.constantFrom(1, 2),
    status: fc.constantFrom("completed", "in_progress"),
    conclusion: fc.constantFrom("success", "failure", "cancelled", "skipped", null),
    started_at: fc.constantFrom("2026-11-20T10:00:05Z", null),
    duration_seconds: fc.option(fc.integer({ min: 0, max: 4000 })),
    labels: fc.constantFrom<string[]>(["ubuntu-latest"], ["macos-latest"], ["self-hosted"], ["big-one"], []),
    runner_name: fc.constantFrom("GitHub Actions 1", null),
    steps: fc.constantFrom<Step[]>([], [aStepRecord()]),
  })
  .map((job) => aJobRecord(job));

const anyCall = fc
  .record({
    name: fc.constantFrom("Bash", "Read"),
    status: fc.constantFrom("success" as const, "failure" as const),
    calls: fc.integer({ min: 1, max: 3 }),
    duration_ms: fc.option(fc.integer({ min: 0, max: 900 })),
    input_hash: fc.constantFrom("a1", null),
    error: fc.constantFrom("exit 1", null),
    input: fc.constantFrom("rm -rf build", null),
    external: fc.constantFrom({ host: "search.example", status_code: 200, duration_ms: 90 }, null),
  })
  .map(aToolCall);

const anyExecution = fc
  .record({
    job_id: fc.constantFrom(1, 2, null),
    trust: fc.constantFrom("own" as const, "log" as const),
    status: fc.constantFrom("success" as const, "failure" as const, "in_progress" as const),
    steps: fc.constantFrom<AgentStep[]>([], [anAgentStep({ content: "I think" })]),
    tools: fc.array(anyCall, { maxLength: 6 }),
    usage: fc.constantFrom<TokenUsage[]>(
      [],
      [aUsage()],
      [aUsage({ reported_cost_usd: null }), aUsage({ model: "o9" })],
    ),
    query_preview: fc.constantFrom("fix it", null),
    error_message: fc.constantFrom("it broke", null),
  })
  .map((over) => Execution.parse(anExecution({ run_id: 1000, ...over })));

const calls = (executions: readonly Execution[]) => {
  const counts = new Map<string, number>();
  for (const { tools } of executions)
    for (const { name, status, external, ...tool } of tools) {
      const key = `${name} ${status} ${external?.host}`;
      counts.set(key, (counts.get(key) ?? 0) + tool.calls);
    }
  return counts;
};

describe("details that go by age", () => {
  it("change no line of the ledger, no status and no count", () => {
    const context = {
      config,
      state: aState(),
      repository: aRepositoryRecord({ visibility: "private" }),
      now: "2027-12-31T00:00:00Z",
    };
    fc.assert(
      fc.property(
        fc.uniqueArray(anyJob, { selector: ({ id }) => id, maxLength: 3 }),
        fc.array(anyExecution, { maxLength: 2 }),
        fc.constantFrom("Claude Code", "CI"),
        (jobs, executions, workflow_name) => {
          const run = aRunRecord({ id: 1000, jobs, workflow_name });
          const facts = { reading: null, executions };
          const before = readAttempt(run, facts, context as never);
          const later = { reading: null, executions: executions.map(executionsByAge.without) };
          const after = readAttempt(runsByAge.without(run), later, context as never);
          const prices = ({ usage, ...line }: (typeof before.lines)[number]) => ({
            ...line,
            usage: usage?.usage,
          });
          expect(after.lines.map(prices)).toEqual(before.lines.map(prices));
          const told = ({ status, duration, agent }: (typeof before.invocations)[number]) => [
            status,
            duration,
            agent,
          ];
          expect(after.invocations.map(told)).toEqual(before.invocations.map(told));
          expect(calls(later.executions)).toEqual(calls(executions));
        },
      ),
    );
  });

  it("leave nothing that anybody said", () => {
    const execution = executionsByAge.without(
      anExecution({
        query_preview: "SECRET",
        response_preview: "SECRET",
        error_message: "SECRET",
        steps: [anAgentStep({ content: "SECRET" })],
        tools: [aToolCall({ input: "SECRET", output: "SECRET", error: "SECRET" })],
      }),
    );
    const event = eventsByAge.without(
      anEvent({ content: "SECRET", input: "SECRET", output: "SECRET", error_message: "SECRET" }),
    );
    const reading = readingsByAge.without(
      aReading({
        findings: [
          aFinding({ message: "SECRET", pattern: "SECRET", excerpt: [{ line: 1, text: "SECRET" }] }),
        ],
      }),
    );
    expect(JSON.stringify([execution, event, reading])).not.toContain("SECRET");
    expect(execution.truncated.at(-1)).toContain("retention.telemetry-days");
    expect(reading.findings[0]).toMatchObject({
      category: aFinding().category,
      signature: aFinding().signature,
    });
    expect(event.attributes).toEqual({ version: 3 });
  });
});
