import { calcPrice } from "@pydantic/genai-prices";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { AgentEvent } from "#core/records/event.ts";
import { seededHistory } from "#simulator/history/seeded.ts";
import { telemetryFiles } from "./telemetry-files.ts";

const NOW = "2026-11-20T14:05:00Z";
const truth = seededHistory({ now: NOW });
const files = telemetryFiles(truth);
const ending = (end: string) => files.filter(({ entry }) => entry.endsWith(end));
const lines = (text: string): unknown[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

const Usage = z.object({
  input_tokens: z.number(),
  cache_read_input_tokens: z.number(),
  cache_creation_input_tokens: z.number(),
});
const Block = z.object({
  type: z.string(),
  name: z.string().optional(),
  input: z.unknown().optional(),
  is_error: z.boolean().optional(),
  content: z.unknown().optional(),
});
const Message = z.object({
  type: z.string(),
  subtype: z.string().optional(),
  model: z.string().optional(),
  tools: z.array(z.string()).optional(),
  message: z
    .object({
      id: z.string().optional(),
      model: z.string().optional(),
      usage: Usage.optional(),
      content: z.array(Block),
    })
    .optional(),
});
const Result = z.object({
  type: z.literal("result"),
  session_id: z.string(),
  is_error: z.boolean(),
  num_turns: z.number(),
  total_cost_usd: z.number(),
  permission_denials: z.array(z.unknown()),
  modelUsage: z.record(
    z.string(),
    z.object({
      inputTokens: z.number(),
      outputTokens: z.number(),
      cacheReadInputTokens: z.number(),
      cacheCreationInputTokens: z.number(),
      costUSD: z.number(),
    }),
  ),
});
const claude = ending("claude-execution-output.json").map(({ payload, text, runId }) => {
  const messages: unknown[] = JSON.parse(text);
  return {
    at: payload.created_at ?? "",
    runId,
    messages: messages.map((message) => Message.parse(message)),
    result: Result.parse(messages.at(-1)),
  };
});
const blocks = claude.flatMap(({ at, messages }) =>
  messages.flatMap(({ message }) => (message?.content ?? []).map((block) => ({ at, ...block }))),
);
const daysAgo = (at: string) => (Date.parse(NOW) - Date.parse(at)) / 86_400_000;

const TokenCount = z.object({
  payload: z.object({
    type: z.literal("token_count"),
    info: z.object({ last_token_usage: z.looseObject({}) }),
  }),
});
const codex = ending(".jsonl").filter(({ entry }) => entry.includes("rollout-"));
const codexCounts = codex.flatMap(({ text }) =>
  lines(text).filter((line) => TokenCount.safeParse(line).success),
);

const TokenLine = z.object({
  timestamp: z.string(),
  model: z.string(),
  input_tokens: z.number(),
  output_tokens: z.number(),
  cache_read_tokens: z.number(),
  cache_write_tokens: z.number(),
  ai_credits_this_response: z.number(),
});
const firewall = ending("api-proxy-logs/token-usage.jsonl");
const requests = firewall.flatMap(({ text }) => lines(text).map((line) => TokenLine.parse(line)));

const steward = ending("events.jsonl")
  .filter(({ payload }) => payload.name === "agentops-events")
  .map(({ text }) => lines(text).map((line) => AgentEvent.parse(line)));
const events = steward.flat();

const gemini = ending("stdout.log").filter(({ text }) => text !== "");

describe("the telemetry of the seeded history", () => {
  it("tells of 250 executions, 750 parts of usage and 1,000 steps", () => {
    const copilot = ending("events.jsonl").filter(({ payload }) => payload.name === "agent");
    expect(claude.length + codex.length + gemini.length + steward.length + copilot.length).toBeGreaterThan(
      450,
    );
    const models = claude.flatMap(({ result }) => Object.keys(result.modelUsage));
    const steps = events.filter(({ type }) => type === "agent.step.completed");
    expect(models.length).toBeGreaterThan(300);
    expect(codexCounts.length).toBeGreaterThan(600);
    expect(requests.length).toBeGreaterThan(200);
    expect(steps.length).toBeGreaterThan(250);
    expect(blocks.length).toBeGreaterThan(5000);
  });

  it("is the same every time it is asked for", () => {
    const again = seededHistory({ now: NOW }).artifacts;
    for (const [index, { payload, zip }] of truth.artifacts.entries())
      if (zip && index % 25 === 0) {
        const bytes = zip();
        expect(bytes.equals(zip()), payload.name).toBe(true);
        expect(again[index]?.zip?.().equals(bytes), payload.name).toBe(true);
      }
  });

  it("is small: a few kilobytes an artifact", () => {
    const sizes = truth.artifacts.flatMap(({ payload, zip }) =>
      zip && !payload.expired ? zip().length : [],
    );
    expect(sizes.length).toBeLessThan(1000);
    expect(Math.max(...sizes)).toBeLessThan(30_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000_000);
  });

  it("is JSON, line by line where its name says so", () => {
    for (const { entry, text } of files) {
      if (entry.endsWith(".jsonl")) lines(text);
      if (entry.endsWith(".json")) JSON.parse(text);
    }
    for (const { text } of gemini) expect(JSON.parse(text)).toHaveProperty("stats.models");
  });

  it("charges Claude's list prices", () => {
    expect(claude.length).toBeGreaterThan(150);
    for (const { at, messages, result } of claude) {
      for (const { message } of messages)
        if (message?.usage) expect(promptOf(message.usage)).toBeLessThanOrEqual(200_000);
      let total = 0;
      for (const [model, row] of Object.entries(result.modelUsage)) {
        const { inputTokens, outputTokens, cacheReadInputTokens, cacheCreationInputTokens } = row;
        const price = unitPrices(model, at);
        const cost =
          inputTokens * price.input +
          outputTokens * price.output +
          cacheReadInputTokens * price.read +
          cacheCreationInputTokens * price.write;
        expect(row.costUSD, model).toBeCloseTo(cost, 9);
        total += row.costUSD;
      }
      expect(result.total_cost_usd).toBeCloseTo(total, 9);
    }
  });

  it("charges Copilot's credits at list prices, a cent each", () => {
    for (const line of requests) {
      const price = calcPrice(
        {
          input_tokens: line.input_tokens + line.cache_read_tokens + line.cache_write_tokens,
          cache_read_tokens: line.cache_read_tokens,
          cache_write_tokens: line.cache_write_tokens,
          output_tokens: line.output_tokens,
        },
        line.model,
        { providerId: "anthropic", timestamp: new Date(line.timestamp) },
      );
      expect(line.ai_credits_this_response / 100).toBeCloseTo(price?.total_price ?? 0, 9);
    }
  });

  it("prints in Claude's log what its file says", () => {
    for (const { runId, result } of claude) {
      const jobs = truth.runs.find(({ attempts }) => attempts[0]?.run.id === runId)?.attempts.at(-1)?.jobs;
      const log = jobs?.map((job) => truth.logs.get(job.id) ?? "").join("") ?? "";
      expect(log).toContain(`"total_cost_usd": ${result.total_cost_usd},`);
      expect(log).toContain(`"num_turns": ${result.num_turns},`);
      expect(log).toContain(`Set session_id: ${result.session_id}`);
      expect(log.match(/"type": ?"result"/g)).toHaveLength(1);
    }
  });

  it("repeats a message's id for every block of it", () => {
    const ids = claude.flatMap(({ messages }) => messages.flatMap(({ message }) => message?.id ?? []));
    expect(ids.length).toBeGreaterThan(new Set(ids).size * 1.5);
  });

  it("has retries, fallbacks, compactions, refusals and denials", () => {
    const subtypes = claude.flatMap(({ messages }) => messages.map(({ subtype }) => subtype));
    const count = (subtype: string) => subtypes.filter((each) => each === subtype).length;
    expect(count("api_retry")).toBeGreaterThan(40);
    expect(count("model_refusal_fallback")).toBeGreaterThan(1);
    expect(count("compact_boundary")).toBeGreaterThan(2);
    expect(count("error_max_turns")).toBeGreaterThan(2);
    expect(claude.filter(({ result }) => result.permission_denials.length > 0).length).toBeGreaterThan(5);
  });

  it("has an MCP server that fails for two days", () => {
    const down = claude.flatMap(({ at, messages }) =>
      messages.flatMap(({ message }) =>
        (message?.content ?? [])
          .filter(({ content }) => content === "MCP error -32001: Request timed out")
          .map(() => at),
      ),
    );
    expect(down.filter((at) => daysAgo(at) > 6 && daysAgo(at) < 11).length).toBeGreaterThan(5);
  });

  it("switches Claude and Codex to other models", () => {
    const models = (from: number, to: number) =>
      new Set(
        claude
          .filter(({ at }) => daysAgo(at) >= from && daysAgo(at) < to)
          .flatMap(({ result }) => Object.keys(result.modelUsage)),
      );
    expect(models(50, 90)).not.toContain("claude-sonnet-5");
    expect(models(0, 40)).not.toContain("claude-sonnet-4-5-20250929");
    const reported = (model: string) =>
      codex.filter(({ text }) => text.includes(`"model":"${model}"`)).length;
    expect(reported("gpt-5.1-codex")).toBeGreaterThan(20);
    expect(reported("gpt-5.3-codex")).toBeGreaterThan(20);
  });

  it("has a day that cost many times as much, in a loop of equal calls", () => {
    const days = new Map<string, number>();
    for (const { at, result } of claude)
      days.set(at.slice(0, 10), (days.get(at.slice(0, 10)) ?? 0) + result.total_cost_usd);
    const costs = [...days.values()].sort((a, b) => b - a);
    expect(costs[0]).toBeGreaterThan(4 * (costs[1] ?? 0));
    const most = claude.reduce((a, b) => (a.result.total_cost_usd > b.result.total_cost_usd ? a : b));
    const calls = most.messages.flatMap(({ message }) =>
      (message?.content ?? []).flatMap(({ name, input }) => (name ? JSON.stringify([name, input]) : [])),
    );
    expect(new Set(calls).size).toBeLessThan(calls.length / 4);
  });

  it("loads tools that nobody calls", () => {
    const loaded = new Set(claude.flatMap(({ messages }) => messages[0]?.tools ?? []));
    const called = new Set(blocks.flatMap(({ name }) => name ?? []));
    expect([...loaded].filter((name) => !called.has(name)).length).toBeGreaterThan(4);
  });

  it("uses models without a price", () => {
    const models = new Set(events.flatMap(({ model }) => model ?? []));
    expect(models).toContain("octo-steward-8b");
    expect(calcPrice({ input_tokens: 1 }, "octo-steward-8b")).toBeNull();
    expect(gemini.filter(({ text }) => text.includes("gemini-4-flash-exp")).length).toBeGreaterThan(2);
    expect(calcPrice({ input_tokens: 1 }, "gemini-4-flash-exp")).toBeNull();
  });

  it("knows nothing of some runs: the artifact expired, or never came", () => {
    const expired = truth.artifacts.filter(({ payload, zip }) => zip && payload.expired);
    expect(expired.length).toBeGreaterThan(20);
    const reported = new Set(claude.map(({ runId }) => runId));
    const silent = truth.runs.filter(({ attempts }) => {
      const run = attempts.at(-1)?.run;
      return run?.name === "Claude Code" && run.conclusion === "success" && !reported.has(run.id);
    });
    expect(silent.length).toBeGreaterThan(1);
  });

  it("gets better with a newer prompt of the steward", () => {
    const tokens = (version: string) => {
      const done = events.filter(
        ({ type, prompt_version, tokens_total }) =>
          type === "agent.request.completed" && prompt_version === version && tokens_total,
      );
      return done.reduce((sum, event) => sum + (event.tokens_total ?? 0), 0) / done.length;
    };
    expect(tokens("4")).toBeLessThan(0.6 * tokens("3"));
  });

  it("has sessions of several runs, runs that did nothing, and what people think", () => {
    const sessions = steward.map((run) => run[0]?.session_id);
    const long = new Set(sessions.filter((id) => sessions.filter((other) => other === id).length > 2));
    expect(long.size).toBeGreaterThan(8);
    const types = new Set(events.map(({ type }) => type));
    for (const type of ["custom.noop", "custom.score", "custom.metric", "custom.reaction"])
      expect(types).toContain(type);
    for (const type of [
      "agent.retry",
      "agent.tool.failed",
      "agent.policy.decision",
      "agent.budget.threshold_hit",
    ])
      expect(types).toContain(type);
    expect(ending("safeoutputs.jsonl").filter(({ text }) => text.includes('"noop"')).length).toBeGreaterThan(
      10,
    );
    expect(ending("audit.jsonl").some(({ text }) => text.includes("TCP_DENIED"))).toBe(true);
  });

  it("carries hostile names of tools", () => {
    expect(events.some(({ tool_name }) => tool_name?.includes("<script>"))).toBe(true);
    expect(gemini.some(({ text }) => text.includes("<img src=x onerror=alert(1)>"))).toBe(true);
  });
});

function promptOf(usage: z.infer<typeof Usage>): number {
  return usage.input_tokens + usage.cache_read_input_tokens + usage.cache_creation_input_tokens;
}

/** US dollars a token, below the threshold for long prompts. */
function unitPrices(model: string, at: string) {
  const price = (usage: Parameters<typeof calcPrice>[0]) => {
    const priced = calcPrice(usage, model, { providerId: "anthropic", timestamp: new Date(at) });
    return (priced?.total_price ?? Number.NaN) / 1000;
  };
  return {
    input: price({ input_tokens: 1000 }),
    read: price({ input_tokens: 1000, cache_read_tokens: 1000 }),
    write: price({ input_tokens: 1000, cache_write_tokens: 1000 }),
    output: price({ output_tokens: 1000 }),
  };
}
