import { describe, expect, it } from "vitest";
import * as z from "zod";
import type { Execution } from "#core/records/execution.ts";
import { FileImport } from "#core/telemetry/import-files.ts";
import { seededHistory } from "#simulator/history/seeded.ts";
import { type TelemetryFile, telemetryFiles } from "./telemetry-files.ts";

const truth = seededHistory({ now: "2026-11-20T14:05:00Z" });
const runs = new Map(
  truth.runs.flatMap(({ attempts }) => {
    const run = attempts.at(-1)?.run;
    return run ? [[run.id, run] as const] : [];
  }),
);
const byRun = new Map<number, TelemetryFile[]>();
const files = telemetryFiles(truth);
for (const file of files) byRun.set(file.runId, [...(byRun.get(file.runId) ?? []), file]);

type Totals = { prompt: number; completion: number; usd: number };

/** What the product makes of a run's artifacts. */
function imported(
  runId: number,
  previews: "none" | "full" = "none",
): { executions: Execution[]; problems: unknown[] } {
  const run = runs.get(runId);
  if (run === undefined) throw new Error(`no run ${runId}`);
  const work = new FileImport({
    repository: run.repository.full_name,
    run: {
      id: run.id,
      run_attempt: run.run_attempt ?? 1,
      created_at: run.created_at,
      run_started_at: run.run_started_at ?? run.created_at,
      head_sha: run.head_sha,
      from_fork: false,
      workflow_file: run.path,
      actor: run.actor?.login ?? null,
      triggering_actor: run.triggering_actor?.login ?? null,
    },
    jobId: null,
    privacy: { previews, redact: {} },
  });
  for (const { payload, entry, text } of byRun.get(runId) ?? []) {
    const sink = work.file(`${payload.name}/${entry}`);
    for (let from = 0; from < text.length; from += 1000) sink.push(text.slice(from, from + 1000));
    sink.end();
  }
  return work.finish();
}

function totals(executions: readonly Execution[]): Totals {
  const rows = executions.flatMap(({ usage }) => usage);
  const sum = (of: (row: (typeof rows)[number]) => number | null) =>
    rows.reduce((all, row) => all + (of(row) ?? 0), 0);
  return {
    prompt: sum((row) => row.prompt),
    completion: sum((row) => row.completion),
    usd: sum((row) => row.reported_cost_usd ?? (row.reported_ai_credits ?? 0) / 100),
  };
}

/** The sum over the values that have that shape. */
function add<Shape extends z.ZodType>(
  values: readonly unknown[],
  shape: Shape,
  of: (value: z.infer<Shape>) => Totals,
): Totals {
  const all = { prompt: 0, completion: 0, usd: 0 };
  for (const value of values) {
    const parsed = shape.safeParse(value);
    if (!parsed.success) continue;
    const one = of(parsed.data);
    all.prompt += one.prompt;
    all.completion += one.completion;
    all.usd += one.usd;
  }
  return all;
}

const lines = (text: string): unknown[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

const N = z.number();
const ModelUsage = z.object({
  inputTokens: N,
  outputTokens: N,
  cacheReadInputTokens: N,
  cacheCreationInputTokens: N,
  costUSD: N,
});
const Rollout = z.object({
  payload: z.object({
    info: z.object({ last_token_usage: z.object({ input_tokens: N, output_tokens: N }) }),
  }),
});
const Stats = z.object({ tokens: z.object({ prompt: N, candidates: N, thoughts: N }) });
const Step = z.object({
  type: z.literal("agent.step.completed"),
  tokens_prompt: N,
  tokens_completion: N,
  cost_usd: N.nullish(),
});
const Shutdown = z.object({
  usage: z.object({ inputTokens: N, outputTokens: N }),
  totalNanoAiu: N,
});

/** What the files of each agent say in words of their own, read without the product. */
const REPORTED: Readonly<Record<string, { end: RegExp; total: (text: string) => Totals }>> = {
  "claude-execution-file": {
    end: /claude-execution-output\.json$/,
    total: (text) => {
      const { modelUsage } = z
        .object({ modelUsage: z.record(z.string(), z.unknown()) })
        .parse(JSON.parse(text).at(-1));
      return add(Object.values(modelUsage), ModelUsage, (row) => ({
        prompt: row.inputTokens + row.cacheReadInputTokens + row.cacheCreationInputTokens,
        completion: row.outputTokens,
        usd: row.costUSD,
      }));
    },
  },
  "codex-rollout": {
    end: /rollout-[^/]*\.jsonl$/,
    total: (text) =>
      add(lines(text), Rollout, ({ payload: { info } }) => ({
        prompt: info.last_token_usage.input_tokens,
        completion: info.last_token_usage.output_tokens,
        usd: 0,
      })),
  },
  "gemini-output": {
    end: /stdout\.log$/,
    total: (text) =>
      add(text === "" ? [] : Object.values(JSON.parse(text).stats.models), Stats, ({ tokens }) => ({
        prompt: tokens.prompt,
        completion: tokens.candidates + tokens.thoughts,
        usd: 0,
      })),
  },
  "agentops-events": {
    end: /events\.jsonl$/,
    total: (text) =>
      add(lines(text), Step, (step) => ({
        prompt: step.tokens_prompt,
        completion: step.tokens_completion,
        usd: step.cost_usd ?? 0,
      })),
  },
  agent: {
    end: /copilot-session-state\/.*\/events\.jsonl$/,
    total: (text) => {
      const end = z
        .object({ data: z.object({ modelMetrics: z.record(z.string(), z.unknown()) }) })
        .parse(lines(text).at(-1));
      return add(Object.values(end.data.modelMetrics), Shutdown, ({ usage, totalNanoAiu }) => ({
        prompt: usage.inputTokens,
        completion: usage.outputTokens,
        usd: totalNanoAiu / 1e11,
      }));
    },
  },
};

describe.each(Object.entries(REPORTED))("what the importers make of %s", (artifact, { end, total }) => {
  const reported = files.filter(({ payload, entry }) => payload.name === artifact && end.test(entry));
  it("is what the files tell, to the token and the cent", () => {
    expect(reported.length).toBeGreaterThan(50);
    for (const { runId, text } of reported.filter((_, index) => index % 3 === 0)) {
      const { executions, problems } = imported(runId);
      expect(problems, `run ${runId}`).toEqual([]);
      expect(executions, `run ${runId}`).toHaveLength(1);
      const { prompt, completion, usd } = totals(executions);
      const expected = total(text);
      expect({ prompt, completion }, `run ${runId}`).toEqual({
        prompt: expected.prompt,
        completion: expected.completion,
      });
      expect(usd, `run ${runId}`).toBeCloseTo(expected.usd, 6);
    }
  });
});

describe("the programs of the history", () => {
  const names = new Set(["Docs assistant", "Release notes", "Copilot changelog", "Codex migration"]);
  const reported = [...byRun.keys()]
    .filter((id) => names.has(runs.get(id)?.name ?? ""))
    .flatMap((id) => imported(id, "full").executions);
  const some = (is: (execution: Execution) => boolean) => reported.filter(is).length > 0;
  const hasStep = (operation: string) =>
    some(({ steps }) => steps.some((step) => step.operation === operation));

  it("tell everything that there is to show", () => {
    const shown = {
      openTelemetry: some(({ source }) => source.importer === "otlp"),
      resources: some(({ resources }) => resources !== null),
      asked: some(({ query_preview }) => query_preview !== null),
      contents: some(({ steps }) => steps.some(({ content }) => content !== null)),
      startedByAnother: some((one) =>
        reported.some(({ execution_id }) => execution_id === one.parent_execution_id),
      ),
      subAgents: some(({ steps }) => steps.some(({ name }) => name === "invoke_agent summarizer")),
      memory: hasStep("memory_operation"),
      retrieval: hasStep("rag_operation"),
      outside: some(({ tools }) => tools.some(({ external }) => external?.host === "api.tavily.com")),
      exceptions: some(({ exceptions }) => exceptions.length > 0),
      severalMetrics: some(({ metrics }) => new Set(metrics.map(({ name }) => name)).size > 2),
      severalAgents: new Set(reported.flatMap((one) => (one.agent_workflow === null ? [] : one.agent_id)))
        .size,
      copilot: some(({ source, usage }) => source.importer === "copilot" && usage.length > 0),
    };
    expect(shown).toEqual(
      Object.fromEntries(Object.keys(shown).map((name) => [name, name === "severalAgents" ? 3 : true])),
    );
  });
});
