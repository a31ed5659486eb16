import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, expectTypeOf, it, onTestFinished } from "vitest";
import { AgentEvent } from "#core/records/event.ts";
import type { EventFields } from "../../action/src/events/fields.ts";

const LIBRARY = join(import.meta.dirname, "../../action/src/events/track.ts");

/** Runs a program that uses the library, in a process of its own, and gives what it told. */
function run(program: string, environment: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "events-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [script, file] = [join(folder, "program.ts"), join(folder, "deep/events.jsonl")];
  writeFileSync(script, `import * as agentops from ${JSON.stringify(LIBRARY)};\n${program}`);
  const stdout = execFileSync(process.execPath, [script], {
    encoding: "utf8",
    env: { ...process.env, AGENTOPS_EVENTS_FILE: file, ...environment },
  });
  const text = (() => {
    try {
      return readFileSync(file, "utf8");
    } catch {
      return "";
    }
  })();
  const events = text
    .split("\n")
    .filter(Boolean)
    .map((line) => AgentEvent.parse(JSON.parse(line)));
  return { stdout, events };
}

describe("agentops/events", () => {
  it("tells executions, steps, tools and usage, each inside the other", () => {
    const { events, stdout } = run(`
      const answer = await agentops.trackExecution("triage", () =>
        agentops.withContext({ user_id: "octocat", session_id: "s1" }, () =>
          agentops.trackStep("look", async () => {
            await agentops.trackTool("search", async () => 1, { server: "github" });
            agentops.recordUsage({ model: "gpt-5", prompt: 10, completion: 2 });
            return 42;
          }, { kind: "action" })), { prompt_version: "v2" });
      console.log(answer);`);
    expect(stdout).toBe("42\n");
    const [started, tool, usage, step, completed] = events;
    expect(events.map(({ type }) => type)).toEqual([
      "agent.request.started",
      "agent.tool.called",
      "agent.step.completed",
      "agent.step.completed",
      "agent.request.completed",
    ]);
    expect(new Set(events.map(({ trace_id }) => trace_id)).size).toBe(1);
    expect([tool?.parent_span_id, usage?.parent_span_id]).toEqual([step?.span_id, step?.span_id]);
    expect(step?.parent_span_id).toBe(started?.span_id);
    expect(completed).toMatchObject({ span_id: started?.span_id, status: "ok", prompt_version: "v2" });
    expect(tool).toMatchObject({
      agent_id: "triage",
      user_id: "octocat",
      session_id: "s1",
      tool_server: "github",
    });
    expect(usage).toMatchObject({ operation: "llm_request", tokens_prompt: 10, tokens_completion: 2 });
  });

  it("says what is known only while a thing works: of the innermost one", () => {
    const { events } = run(`
      await agentops.trackExecution("triage", async () => {
        await agentops.trackTool("search", async () => {
          agentops.annotate({ input_bytes: 12, output_bytes: 1 });
          await agentops.withContext({ user_id: "octocat" }, async () => agentops.annotate({ output_bytes: 3400 }));
        });
        agentops.recordUsage({ model: "gpt-5", prompt: 50_000, completion: 2, context_window: 200_000 });
        agentops.annotate({ memory_bytes: 9e8, context_share: 0.25 });
      });
      agentops.annotate({ output_bytes: 1 });`);
    expect(events).toMatchObject([
      { type: "agent.request.started" },
      { tool_name: "search", input_bytes: 12, output_bytes: 3400 },
      { model: "gpt-5", context_tokens: 50_000, context_window: 200_000 },
      { type: "agent.request.completed", status: "ok", memory_bytes: 9e8, context_share: 0.25 },
    ]);
    expect(events[3]).not.toHaveProperty("output_bytes");
  });

  it("tells a workflow of several agents, and which round of it each of them was part of", () => {
    const { events } = run(`
      for (const round of [1, 2])
        await agentops.trackWorkflow("review-and-fix", async () => {
          await agentops.trackExecution("reviewer", async () => {});
          await agentops.trackExecution("fixer", async () => { if (round === 2) throw new Error("no fix"); });
        }, { type: "sequential", environment: "ci" }).catch(() => {});
      await agentops.trackExecution("alone", async () => {});`);
    const ends = events.filter(({ type }) => type === "custom.workflow");
    expect(ends).toMatchObject([
      { workflow_id: "review-and-fix", workflow_type: "sequential", status: "ok", environment: "ci" },
      { workflow_id: "review-and-fix", status: "error", error_message: "no fix" },
    ]);
    const roundOf = (agent: string) =>
      events
        .filter((event) => event.agent_id === agent && event.type === "agent.request.completed")
        .map((event) => event.workflow_round);
    const rounds = ends.map((event) => event.workflow_round);
    expect(new Set(rounds).size).toBe(2);
    expect([roundOf("reviewer"), roundOf("fixer"), roundOf("alone")]).toEqual([rounds, rounds, [undefined]]);
  });

  it("lets a function's error through, and tells it", () => {
    const { events, stdout } = run(`
      await agentops.trackTool("deploy", async () => { throw new RangeError("no such region"); })
        .catch((error) => console.log(error instanceof RangeError, error.message));`);
    expect(stdout).toBe("true no such region\n");
    expect(events).toMatchObject([
      {
        type: "agent.tool.failed",
        status: "error",
        error_type: "RangeError",
        error_message: "no such region",
        error_stack: expect.stringMatching(/^RangeError: no such region\n +at /),
      },
    ]);
  });

  it.each([
    ["the file cannot be written", { AGENTOPS_EVENTS_FILE: "/dev/null/events.jsonl" }, "{}"],
    ["attributes refer to themselves", {}, "{ attributes: (() => { const a = {}; a.a = a; return a; })() }"],
  ])("does not disturb the program when %s", (_, environment, details) => {
    const { stdout } = run(
      `console.log(await agentops.trackExecution("a", async () => "done", ${details}));`,
      environment,
    );
    expect(stdout).toBe("done\n");
  });

  it("keeps executions together that happen at the same time", () => {
    const { events } = run(`
      await Promise.all(["a", "b", "c"].map((id) => agentops.trackExecution(id, async () => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        await agentops.trackTool("tool-" + id, async () => {});
      })));`);
    for (const id of ["a", "b", "c"])
      expect(
        new Set(events.filter(({ agent_id }) => agent_id === id).map(({ trace_id }) => trace_id)).size,
      ).toBe(1);
    expect(events.find(({ tool_name }) => tool_name === "tool-b")?.agent_id).toBe("b");
  });

  it("samples whole executions, or none", () => {
    const program = `for (let i = 0; i < 50; i++) await agentops.trackExecution("a", () => agentops.trackStep("s", async () => {}));`;
    expect(run(program, { AGENTOPS_SAMPLE_RATE: "0" }).events).toEqual([]);
    const { events } = run(program, { AGENTOPS_SAMPLE_RATE: "0.5" });
    expect(events.length % 3).toBe(0);
    expect(events.length).toBeLessThan(150);
  });

  it("continues the trace that its parent process hands on", () => {
    const trace = "0af7651916cd43dd8448eb211c80319c";
    const { events } = run(`agentops.emit("custom.deployed", { attributes: { version: 3 } });`, {
      TRACEPARENT: `00-${trace}-b7ad6b7169203331-01`,
    });
    expect(events).toMatchObject([{ type: "custom.deployed", trace_id: trace, attributes: { version: 3 } }]);
  });

  it("logs JSON with the ids of what is tracked", () => {
    const { stdout, events } = run(
      `await agentops.trackExecution("a", async () => agentops.log("warn", "slow\\n::error::x", { ms: 5 }));`,
    );
    expect(stdout.split("\n")).toHaveLength(2);
    expect(JSON.parse(stdout)).toMatchObject({ level: "warn", ms: 5, trace_id: events[0]?.trace_id });
  });

  it("has fields of its own making for exactly what the records' schema takes", () => {
    expectTypeOf<Required<EventFields>>().toEqualTypeOf<Required<Omit<AgentEvent, "type" | "timestamp">>>();
    expectTypeOf<keyof EventFields>().toEqualTypeOf<Exclude<keyof AgentEvent, "type" | "timestamp">>();
  });
});
