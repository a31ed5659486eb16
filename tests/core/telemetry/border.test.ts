import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { firstFault } from "#core/first-fault.ts";
import { AgentEvent, StoredEvent } from "#core/records/event.ts";
import { type AgentStep, Execution, type ToolCall } from "#core/records/execution.ts";
import { parseShard } from "#core/records/parse-shard.ts";
import { shardTexts } from "#core/records/shard.ts";
import { storedEvent } from "#core/telemetry/as-stored.ts";
import { FileImport } from "#core/telemetry/import-files.ts";
import { BUDGET, ReadingBudget } from "#core/telemetry/reading-budget.ts";
import { LARGEST_EXECUTION, storedBytes, withinUpload } from "#core/telemetry/stored-size.ts";
import { anAgentStep, anExecution, aToolCall, aUsage } from "../../builders.ts";
import { valuesOf } from "../records/values.ts";
import { aContext, imported, jsonl } from "./importing.ts";

const EVENTS = "agentops-x/agentops-events.jsonl";
const EXECUTIONS = "agentops-x/agentops-executions.jsonl";
const DAY = "2026-11-20";
const own = (more: object = {}) => ({
  ...anExecution({ execution_id: "00000000000000e1" }),
  run_id: 1000,
  ...more,
});
const step = (index: number, name: string): AgentStep =>
  anAgentStep({ index, kind: "tool_call", operation: "shell_command", name, duration_ms: 1 });
const tool = (name: string): ToolCall => aToolCall({ name, duration_ms: 1 });
/** As a shard has them, read back. */
const stored = (executions: readonly Execution[]) =>
  [...shardTexts("executions", DAY, executions).values()].flatMap(
    (text) => parseShard({ kind: "executions", shard: DAY, part: 1 }, text, "here").records,
  );

describe("an event that changes on its way in", () => {
  const event = { type: "custom.x", timestamp: "2026-11-20T14:00:00Z" };

  it.each([
    ["a year that UTC takes beyond 9999", { timestamp: "9999-12-31T23:59:59-23:59" }],
    ["a year that UTC takes before 1", { timestamp: "0001-01-01T00:00:00+23:59" }],
    ["year 0", { timestamp: "0000-01-01T00:00:00Z" }],
    [
      "more attributes than a line tells",
      { attributes: Object.fromEntries([...Array(101).keys()].map((n) => [`a${n}`, n])) },
    ],
    ["a wait of ages", { latency_ms: 1e13 }],
    ["a fortune", { cost_usd: 1e300 }],
  ])("with %s is a problem of its own, and the others stay", (_, more) => {
    const { events, problems } = imported({ [EVENTS]: jsonl([{ ...event, ...more }, event]) });
    expect(events).toHaveLength(1);
    expect(problems).toHaveLength(1);
  });

  it.each([
    ["agent_id", "a@b.co ".repeat(28)],
    ["error_message", "a@b.co ".repeat(285)],
  ])("may not outgrow its bound when secrets are taken out of its %s", (field, text) => {
    const { events, problems } = imported({ [EVENTS]: jsonl([{ ...event, [field]: text }]) });
    expect([events.length, problems]).toEqual([1, []]);
    for (const reported of events) StoredEvent.parse(storedEvent(reported, aContext(), "octo-org/fleet"));
    expect(JSON.stringify(events)).not.toContain("a@b.co");
  });

  it("keeps an attribute as long as it may be, and cuts no character in two", () => {
    const value = `a@b.co ${"x".repeat(477)}${"😀".repeat(8)}`;
    const [reported] = imported({ [EVENTS]: jsonl([{ ...event, attributes: { note: value } }]) }).events;
    const kept = String(reported?.attributes?.["note"]);
    expect(kept.length).toBeLessThanOrEqual(500);
    expect(encodeURIComponent(kept)).not.toBe(""); // throws for half a character
  });
});

describe("numbers that mean nothing", () => {
  it("are unknown in what an agent's own file tells, which is kept and says so", () => {
    const result = {
      ...{ type: "result", subtype: "success", session_id: "s", duration_ms: 9e11, num_turns: 9e11 },
      total_cost_usd: 9e11,
    };
    const { executions } = imported({ "a/claude-execution-output.json": jsonl([result]) });
    expect(executions).toMatchObject([{ duration_ms: null, turns: null }]);
    expect(executions[0]?.truncated.join()).toContain("Not believed: ");
  });

  it("never let a work begin or end years away from its run", () => {
    const times = { started_at: "0001-01-01T00:00:00Z", completed_at: "9999-12-31T23:59:59Z" };
    const { executions } = imported({ [EXECUTIONS]: jsonl([own(times)]) });
    expect(executions).toMatchObject([{ started_at: null, completed_at: null }]);
  });

  it("that were stored before are unknown when they are read, and the file is not damaged", () => {
    const bad = own({ duration_ms: 1e13, usage: [aUsage({ reported_cost_usd: 1e300 })] });
    const records = stored([bad, own({ execution_id: "00000000000000e2" })]);
    expect(records).toMatchObject([
      { duration_ms: null, usage: [{ reported_cost_usd: null, prompt: 12_000 }] },
      { duration_ms: 120_000 },
    ]);
  });
});

describe("anything that a schema allows, and more", () => {
  const run = (files: Record<string, string>) => {
    const { executions, events, problems } = imported(files);
    for (const execution of stored(executions)) Execution.parse(execution);
    for (const event of events) StoredEvent.parse(storedEvent(event, aContext(), "o/r"));
    return executions.length + events.length + problems.length;
  };

  it("goes from an event's line into the records, or is a problem", () => {
    fc.assert(
      fc.property(fc.array(valuesOf(AgentEvent), { minLength: 1, maxLength: 5 }), (reported) => {
        expect(run({ [EVENTS]: `{"type": "custom.x"}\n${jsonl(reported)}` })).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });

  it("goes from an execution's line into the records, or is a problem", () => {
    fc.assert(
      fc.property(fc.array(valuesOf(Execution), { minLength: 1, maxLength: 3 }), (reported) => {
        const lines = reported.map((one) => ({ ...(one as object), run_id: 1000, run_attempt: 1 }));
        expect(run({ [EXECUTIONS]: jsonl(lines) })).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  });
});

describe("a broken line", () => {
  /** Looks at a value's fields, and faults that zod explains: what a line costs beyond its parsing. */
  function operations(schema: z.ZodType, value: unknown): number {
    let count = 0;
    const watched = (target: unknown): unknown =>
      typeof target !== "object" || target === null
        ? target
        : new Proxy(target, {
            get: (from, key) => {
              count += 1;
              return watched(Reflect.get(from, key));
            },
          });
    z.config({
      customError: () => {
        count += 1;
        return undefined;
      },
    });
    firstFault(schema, watched(value));
    z.config({ customError: undefined });
    return count;
  }

  const good = own({
    steps: [...Array(500).keys()].map((index) => step(index, "bash")),
    tools: Array(500).fill(tool("bash")),
  });

  it.each<[string, object]>([
    ["another thing", { a: 1 }],
    ["an empty thing", {}],
    ["wrong in every field", Object.fromEntries(Object.keys(good).map((key) => [key, Symbol]))],
    ["of empty steps", { ...good, steps: Array(500).fill({}) }],
    ["of a million steps", { ...good, steps: Array(1_000_000).fill(1) }],
    [
      "wrong in its last step",
      { ...good, steps: good.steps.with(-1, { ...step(499, "x"), duration_ms: -1 }) },
    ],
  ])("costs no more than a good one: %s", (_, broken) => {
    expect(firstFault(Execution, broken)).not.toBeNull();
    expect(operations(Execution, broken)).toBeLessThanOrEqual(1.2 * operations(Execution, good));
  });

  it("is explained a few times, and its file given up after some hundred", () => {
    const { executions, problems } = imported({
      [EXECUTIONS]: `${jsonl([own()])}${'{"a":1}\n'.repeat(100_000)}`,
      "agentops-y/agentops-executions.jsonl": jsonl([own({ execution_id: "00000000000000e2" })]),
    });
    expect(executions).toHaveLength(2);
    expect(problems.length).toBeLessThan(30);
    expect(problems.map(({ message }) => message)).toContain(
      `Given up after ${BUDGET.broken} lines that could not be used.`,
    );
  });

  it("that makes an importer throw leaves the rest of its file", () => {
    const time = "2026-11-20T14:00:00Z";
    const call = (more: object) => ({ type: "agent.tool.called", timestamp: time, agent_id: "a", ...more });
    const far = call({ timestamp: "0001-01-01T00:00:00Z", latency_ms: 1e9 });
    const { executions } = imported({ [EVENTS]: jsonl([far, call({ tool_name: "t" })]) });
    expect(executions).toMatchObject([{ tools: [{}, { name: "t" }] }]);
  });
});

describe("the budget of an artifact", () => {
  const limits = { characters: 1000, items: 10, broken: 3, seconds: 60 };

  it("ends with what it unpacks to, its lines, its broken lines or its time", () => {
    let now = 0;
    const spent = (work: (budget: ReadingBudget) => void) => {
      const budget = new ReadingBudget(() => now, limits);
      work(budget);
      return budget.spent;
    };
    expect(spent((budget) => budget.read(1000))).toBeNull();
    expect(spent((budget) => budget.read(1001))).toContain("1000 characters");
    expect(spent((budget) => Array.from({ length: 10 }, () => budget.item()))).toBeNull();
    expect(spent((budget) => Array.from({ length: 11 }, () => budget.item()))).toContain("10 lines");
    expect(spent((budget) => Array.from({ length: 3 }, () => budget.broken()))).toContain("3 lines");
    expect(
      spent((budget) => {
        now += 61;
        budget.read(1);
      }),
    ).toContain("60 seconds");
  });

  it("is each artifact's own", () => {
    const importing = new FileImport(aContext());
    const sink = importing.file(EXECUTIONS);
    sink.push('{"a":1}\n'.repeat(1000));
    sink.push("x");
    expect(importing.isSpent()).toBe(true);
    importing.file("agentops-y/agentops-executions.jsonl");
    expect(importing.isSpent()).toBe(false);
  });
});

describe("what is stored of an artifact", () => {
  const wide = "n".repeat(200);
  const large = (id: number) =>
    own({
      execution_id: id.toString(16).padStart(16, "0"),
      steps: [...Array(500).keys()].map((index) => step(index, wide)),
      tools: Array(500).fill({ ...tool(wide), server: wide, error: wide }),
    });

  it("is bounded for one execution, keeps how it began and ended, and says what went", () => {
    const [execution] = imported({ [EXECUTIONS]: jsonl([large(1)]) }).executions;
    expect(storedBytes(execution ?? {})).toBeLessThanOrEqual(LARGEST_EXECUTION);
    const indexes = execution?.steps.map(({ index }) => index) ?? [];
    expect([indexes[0], indexes.at(-1)]).toEqual([0, 499]);
    expect(execution?.truncated.join()).toMatch(/Left out, for its size: (?:\d+ steps, )?\d+ calls of tools/);
  });

  it("is bounded even where every text is made of the widest characters", () => {
    const name = "\ud800".repeat(200);
    const decision = { policy_id: name, tool: name, result: "block", count: 1, reason: name };
    const reported = own({
      ...{
        steps: [...Array(500).keys()].map((index) => step(index, name)),
        tools: Array(500).fill(tool(name)),
      },
      ...{ tools_loaded: Array(300).fill(name), decisions: Array(200).fill(decision) },
      usage: Array(50).fill(aUsage({ provider: name, model: name, tier: name })),
    });
    const [execution] = imported({ [EXECUTIONS]: jsonl([reported]) }).executions;
    expect(storedBytes(execution ?? {})).toBeLessThanOrEqual(LARGEST_EXECUTION);
  });

  it("is at most ten times what was uploaded, with room for some long works", () => {
    const reported = imported({ [EXECUTIONS]: jsonl([...Array(12).keys()].map((n) => large(n + 1))) });
    expect(reported.executions).toHaveLength(12);
    for (const uploaded of [1000, 300_000]) {
      const kept = withinUpload(reported, uploaded);
      const bytes = kept.executions.reduce((sum, execution) => sum + storedBytes(execution), 0);
      expect(bytes).toBeLessThanOrEqual(Math.max(10 * uploaded, 2 * LARGEST_EXECUTION));
      expect(kept.executions).toHaveLength(12);
    }
  });

  it("counts what fits not even shortened", () => {
    const executions = [...Array(1000).keys()].map((n) =>
      anExecution({ execution_id: n.toString(16).padStart(16, "0"), error_message: "e".repeat(500) }),
    );
    const kept = withinUpload({ executions, events: [], problems: [] }, 1000);
    expect(kept.executions.length).toBeGreaterThan(300);
    expect(kept.problems).toEqual([
      {
        ...{ file: "artifacts", line: null },
        message: expect.stringContaining(`Left out: ${1000 - kept.executions.length} executions`),
      },
    ]);
  });
});
