import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import { CollectedJob } from "#core/telemetry/collected-job.ts";
import { imported, jsonl, totals } from "../core/telemetry/importing.ts";
import { CollectedSteps, collectBundles } from "./job.ts";
import { type ResultsService, resultsService } from "./results-service.ts";

let bundles = "";
beforeAll(async () => {
  bundles = await collectBundles();
});
afterAll(() => rmSync(bundles, { recursive: true, force: true }));

const AGENT = join(import.meta.dirname, "exporting-agent.ts");

function aJob(env: Record<string, string> = {}): CollectedSteps {
  const job = new CollectedSteps(bundles, env);
  onTestFinished(() => job.clear());
  return job;
}

async function aService(): Promise<ResultsService> {
  const service = await resultsService();
  onTestFinished(() => service.close());
  return service;
}

/** What the next sync makes of the artifacts. */
function synced({ artifacts }: ResultsService) {
  const files = artifacts.flatMap(({ name, entries }) =>
    [...entries].map(([entry, text]): [string, string] => [`${name}/${entry}`, text]),
  );
  return imported(Object.fromEntries(files));
}

async function goneWithin(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      process.kill(pid, 0);
      await pause(20);
    } catch {
      return true;
    }
  }
  return false;
}

describe("the collect Action in a job", () => {
  it("receives what programs export and emit, and leaves one artifact that the sync understands", async () => {
    const [job, service] = [aJob(), await aService()];
    const main = await job.main({ "artifact-name": "agentops-telemetry", "retention-days": "3" });
    expect(main).toMatchObject({ code: 0 });
    const { endpoint = "", directory = "" } = job.outputs();
    expect(job.exported()).toMatchObject({
      OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
      AGENTOPS_ENDPOINT: endpoint,
    });
    expect(JSON.parse(job.outputs()["codex-args"] ?? "")).toContain(
      `otel.exporter={otlp-http={endpoint="${endpoint}/v1/logs",protocol="json"}}`,
    );
    expect((await fetch(`${endpoint}/readyz`)).status).toBe(200);

    expect(await job.run(AGENT, [])).toMatchObject({ code: 0 });
    const step = ["--agent_id", "triage", "--session-id", "t-1", "--model", "gpt-5"];
    const secret = "ghp_0123456789abcdefghijABCDEFGHIJ012345";
    const tokens = ["--tokens_prompt", "100", "--tokens_completion", "5", "--error_message", `no ${secret}`];
    const emitted = await job.agentops("emit", "agent.step.completed", ...step, ...tokens);
    expect(emitted).toEqual({ code: 0, output: "" });
    const output = { type: "result", subtype: "success", session_id: "s1", total_cost_usd: 0.5 };
    const usage = { "claude-sonnet-4-6": { inputTokens: 1200, outputTokens: 7, costUSD: 0.5 } };
    writeFileSync(
      join(job.temp, "claude-execution-output.json"),
      JSON.stringify([
        { type: "system", subtype: "init", session_id: "s1", model: "claude-sonnet-4-6" },
        { ...output, modelUsage: usage },
      ]),
    );

    const post = await job.post({ ...service.env, "INPUT_RETENTION-DAYS": "3" });
    expect(post).toMatchObject({ code: 0 });
    expect(await goneWithin(Number(job.state()["pid"]))).toBe(true);
    expect(service.artifacts).toHaveLength(1);
    const [artifact] = service.artifacts;
    expect(artifact?.name).toMatch(/^agentops-telemetry-[0-9a-f]{8}$/);
    expect(Date.parse(artifact?.expiresAt ?? "") - Date.now()).toBeLessThan(3.1 * 86_400_000);
    expect([...(artifact?.entries.keys() ?? [])].toSorted()).toEqual([
      ...["agentops-emitted.jsonl", "agentops-executions.jsonl", "agentops-job.json", "agentops-otlp.jsonl"],
    ]);
    expect(JSON.stringify([...(artifact?.entries ?? [])])).not.toMatch(/what the user said|ghp_0123/);
    expect(readdirSync(directory)).toContain("agentops-otlp.jsonl");

    const { executions, problems } = synced(service);
    expect(problems).toEqual([]);
    const reported = executions.map(({ agent_id, session_id, environment, user_id, usage: [row] }) => [
      ...[agent_id, session_id, environment, user_id, row?.prompt, row?.completion],
    ]);
    expect(reported.toSorted()).toEqual([
      ["claude-code", "s1", "staging", "octocat", 1200, 7],
      ["release-notes", "c-1", "staging", "octocat", 120, 8],
      ["triage", "t-1", "staging", "octocat", 100, 5],
    ]);
  });

  it.each([
    ["private", "full", true],
    ["public", "full", false],
    [null, "full", false],
    ["private", "none", false],
    ["private", "all", false],
  ])(
    "in a repository that is %s leaves, asked for %s, contents: %s",
    async (visibility, previews, isKept) => {
      const [job, service] = [aJob(), await aService()];
      const event = join(job.folder, "event.json");
      writeFileSync(event, JSON.stringify({ repository: { ...(visibility !== null && { visibility }) } }));
      const env = { GITHUB_EVENT_PATH: event };
      const main = await job.main({ previews }, env);
      expect(main.code).toBe(0);
      expect(/::warning::.*kept/.test(main.output)).toBe(!isKept && previews !== "none");
      const inherited = job.exported()["OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT"];
      expect(inherited).toBe(String(isKept));
      await job.run(AGENT, []);
      await job.agentops(
        "emit",
        "agent.tool.called",
        "--tool_name",
        "search",
        "--input",
        "what the tool got",
      );
      expect(await job.post(service.env)).toMatchObject({ code: 0 });
      const text = JSON.stringify([...(service.artifacts[0]?.entries ?? [])]);
      expect([text.includes("what the user said"), text.includes("what the tool got")]).toEqual([
        isKept,
        isKept,
      ]);
    },
  );

  it("uploads what a killed receiver has acknowledged", async () => {
    const [job, service] = [aJob(), await aService()];
    await job.main();
    await job.run(AGENT, []);
    process.kill(Number(job.state()["pid"]), "SIGKILL");
    const post = await job.post(service.env);
    expect(post).toMatchObject({ code: 0 });
    expect(post.output).toContain("::warning::The receiver was killed");
    expect(totals(synced(service)).prompt).toBe(120);
  });

  it("leaves the files and says where they are when there is no artifact service", async () => {
    const job = aJob();
    await job.main();
    await job.run(AGENT, []);
    const post = await job.post();
    expect(post).toMatchObject({ code: 0 });
    expect(post.output).toContain(`The telemetry is in ${job.outputs()["directory"]}`);
    expect(job.read("agentops-otlp.jsonl")).toContain("gen_ai.usage.input_tokens");
    const note = CollectedJob.parse(JSON.parse(job.read("agentops-job.json")));
    expect(note).toMatchObject({ run_id: 1000, job: "agent", accepted: 1, refused: 0, dropped: 0 });
    expect(note.ended_at).not.toBeNull();
  });

  it("fails no job when the upload is refused", async () => {
    const [job, service] = [aJob(), await aService()];
    await job.main();
    await job.run(AGENT, []);
    const forged = service.env.ACTIONS_RUNTIME_TOKEN.replace(/x$/, "y");
    const post = await job.post({ ...service.env, ACTIONS_RUNTIME_TOKEN: forged });
    expect(post).toMatchObject({ code: 0 });
    expect(post.output).toContain("::warning::The telemetry was not uploaded");
    expect(post.output).toContain(job.outputs()["directory"]);
  });

  it("takes the next port when the wanted one is taken", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void other.close());
    const address = other.address();
    const port = typeof address === "object" ? (address?.port ?? 0) : 0;
    const job = aJob();
    expect(await job.main({ port: String(port) })).toMatchObject({ code: 0 });
    const { endpoint = "" } = job.outputs();
    expect(Number(new URL(endpoint).port)).toBeGreaterThan(port);
    expect((await fetch(`${endpoint}/healthz`)).status).toBe(200);
  });

  it("leaves variables that somebody has set, and sets none when told so", async () => {
    const mine = aJob({ OTEL_EXPORTER_OTLP_ENDPOINT: "https://otlp.example", OTEL_TRACES_EXPORTER: "none" });
    const { output } = await mine.main();
    expect(output).toContain("Left as they are set: OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_TRACES_EXPORTER");
    expect(mine.exported()).not.toHaveProperty("OTEL_EXPORTER_OTLP_ENDPOINT");
    expect(mine.exported()).toHaveProperty("OTEL_METRICS_EXPORTER", "otlp");
    const silent = aJob();
    await silent.main({ "set-environment": "false" });
    expect(silent.exported()).toEqual({});
    expect(silent.outputs()).toHaveProperty("endpoint");
  });

  it("warns and fails no job when the receiver does not start; agents' own files are still read", async () => {
    const [job, service] = [aJob(), await aService()];
    const main = await job.main({ port: "port" });
    expect(main).toMatchObject({ code: 0 });
    expect(main.output).toMatch(/::warning::No telemetry is collected: .*PORT must be a whole number/);
    const result = { type: "result", subtype: "success", session_id: "s1", total_cost_usd: 0.5 };
    writeFileSync(join(job.temp, "claude-execution-output.json"), JSON.stringify([result]));
    expect(await job.post(service.env)).toMatchObject({ code: 0 });
    expect(synced(service).executions).toMatchObject([{ session_id: "s1" }]);
  });

  it("uploads nothing when nothing came, nor files of an earlier job", async () => {
    const [job, service] = [aJob(), await aService()];
    const old = join(job.temp, "claude-execution-output.json");
    writeFileSync(old, jsonl([{ type: "result", subtype: "success", session_id: "s0" }]));
    utimesSync(old, new Date(0), new Date(0));
    await job.main();
    const post = await job.post(service.env);
    expect(post.output).toContain("nothing is uploaded");
    expect(service.artifacts).toEqual([]);
  });
});

describe("action.yml of collect", () => {
  const action = parse(readFileSync(join(import.meta.dirname, "../../action/collect/action.yml"), "utf8"));

  it("runs after the job whatever became of it", () => {
    expect(action.runs).toMatchObject({ main: action.runs.post, "post-if": "always()" });
  });
});
