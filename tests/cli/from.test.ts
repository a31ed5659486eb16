import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { COLLECTED } from "#core/telemetry/collected-job.ts";
import { systemClock } from "#io/clock.ts";
import { startCollector } from "#io/collect/collector.ts";
import type { Context } from "../../action/src/cli/context.ts";
import { exportRecords } from "../../action/src/cli/export.ts";
import { openToRead } from "../../action/src/cli/read-records.ts";
import { summary } from "../../action/src/cli/summary.ts";
import { parseOptions } from "../../action/src/inputs.ts";
import { readSurroundings } from "../../action/src/surroundings.ts";
import { temporaryFolder } from "../io/remote.ts";
import { renderSite } from "../site/rendered.ts";

/** One of them compiles the site. */
vi.setConfig({ testTimeout: 300_000 });

const NO_JOB = {
  ...{ repository: null, run_id: null, run_attempt: null, job: null, workflow_sha: null },
  ...{ actor: null, environment: null, service_name: null },
};
const JOB = { ...NO_JOB, repository: "octo-org/agent-fleet", run_id: 36_000_000_101, run_attempt: 2 };

function context(workspace: string, isTerminal = false) {
  const [printed, warnings]: [string[], string[]] = [[], []];
  const asked: Context = {
    options: parseOptions({}, (name) => `--${name}`),
    // Nothing of GitHub's: no repository, no token, and an address where nobody answers.
    surroundings: { ...readSurroundings({ GITHUB_API_URL: "http://127.0.0.1:9" }), workspace },
    clock: systemClock,
    report: {
      ...{ debug() {}, info() {}, progress() {}, group: (_title, work) => work() },
      warn: (message) => void warnings.push(message),
    },
    print: (text) => void printed.push(text),
    ...{ colour: false, isTerminal },
  };
  return { ...asked, printed, warnings };
}

/** What `agentops collect` leaves of two agents: one that exports OpenTelemetry, one that emits events and fails. */
async function collected(job: typeof NO_JOB | typeof JOB = NO_JOB) {
  const workspace = temporaryFolder();
  const directory = join(workspace, "telemetry");
  const collector = await startCollector({
    directory,
    port: 0,
    job,
    redact: {},
    previews: "none",
    debug: () => {},
  });
  const attribute = (key: string, value: string | number) =>
    typeof value === "string"
      ? { key, value: { stringValue: value } }
      : { key, value: { intValue: String(value) } };
  const now = Date.now() * 1e6;
  const span = {
    ...{ traceId: "1".repeat(32), spanId: "2".repeat(16), name: "chat gpt-5", kind: 3 },
    ...{ startTimeUnixNano: String(now - 4e9), endTimeUnixNano: String(now) },
    attributes: [
      ...[attribute("gen_ai.operation.name", "chat"), attribute("gen_ai.provider.name", "openai")],
      ...[attribute("gen_ai.request.model", "gpt-5"), attribute("gen_ai.usage.input_tokens", 120)],
      attribute("gen_ai.usage.output_tokens", 8),
    ],
  };
  const resource = { attributes: [attribute("service.name", "release-notes")] };
  await post(`${collector.url}/v1/traces`, {
    resourceSpans: [{ resource, scopeSpans: [{ spans: [span] }] }],
  });
  const event = { timestamp: new Date().toISOString(), trace_id: "3".repeat(32), agent_id: "fixer" };
  await post(`${collector.url}/v1/events`, [
    { ...event, type: "agent.request.started" },
    { ...event, type: "agent.request.completed", status: "failure", error_message: "no such branch" },
    { ...event, type: "custom.deployed", attributes: { version: 3 } },
  ]);
  await collector.stop(1000);
  return { workspace, directory };
}

async function post(url: string, body: unknown): Promise<void> {
  const headers = { "content-type": "application/json" };
  const { ok } = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  expect(ok).toBe(true);
}

describe("a folder that `collect` wrote on a developer's machine", () => {
  it("is summed up without GitHub, each agent's work a run of its own", async () => {
    const { workspace } = await collected();
    const asked = context(workspace);
    const { exitCode } = await summary(asked, { from: "telemetry", watch: false });
    expect(exitCode).toBe(0);
    expect(asked.warnings).toEqual([]);
    const text = asked.printed.join("\n");
    expect(text).toContain("telemetry, last 7d");
    expect(text).toMatch(/Runs 2 {3}attempts 2 {3}success 50\.0 % of 2/);
    expect(text).toMatch(/│ release-notes +│ — +│ 1 +│ 1 of 1/);
    // What nobody told is unknown: the time, the tokens and the cost of the agent that failed.
    expect(text).toMatch(/│ fixer +│ — +│ 1 +│ 0 of 1 +│ — +│ — +│ — +│/);
  });

  it("is exported, every execution with its run", async () => {
    const { workspace } = await collected();
    const asked = context(workspace);
    const options = {
      from: "telemetry",
      format: "json",
      output: "tables",
      month: null,
      check: null,
    } as const;
    expect((await exportRecords(asked, { ...options, words: [] })).exitCode).toBe(0);
    expect(asked.printed[0]).toMatch(/^\d+ files, /);
  });

  it("is a dashboard on which nothing leads to GitHub and no page breaks", async () => {
    const { workspace } = await collected();
    const { store, repository } = await openToRead(context(workspace), "telemetry");
    const { result, files } = await renderSite(store, { repository, now: systemClock.now() });
    expect(result.failed).toEqual([]);
    for (const [path, html] of files)
      if (path.endsWith(".html")) expect(html.match(/href="https?:[^"]*"/g), path).toBeNull();
    const run = [files.get("runs/1/index.html"), files.get("runs/2/index.html")].join("");
    expect(run).toContain("release-notes");
    expect([...files.values()].join("")).toContain("no such branch");
    expect(run).not.toContain("Same commit");
    expect(files.get("metrics/index.html")).toContain("deployed");
  });

  it("holds what agents leave themselves as well, and says what cannot be read", async () => {
    const { workspace, directory } = await collected();
    mkdirSync(join(directory, "below"));
    const turn = {
      ...{ parentUuid: null, isSidechain: false, type: "assistant", sessionId: "s-1" },
      ...{ timestamp: new Date().toISOString(), uuid: "u-1" },
      message: {
        ...{ id: "m-1", role: "assistant", model: "claude-sonnet-4-5", content: [] },
        usage: { input_tokens: 1000, output_tokens: 10 },
      },
    };
    writeFileSync(join(directory, "below/s-1.jsonl"), `${JSON.stringify(turn)}\n`);
    appendFileSync(join(directory, COLLECTED.events), '{"type": "agent.request.started", "half\n');
    const asked = context(workspace);
    await summary(asked, { from: directory, watch: false });
    expect(asked.printed.join("\n")).toMatch(/│ Claude +│/);
    expect(asked.warnings[0]).toMatch(/^telemetry\/agentops-events\.jsonl line \d+: /);
  });

  it.each([
    ["empty", "nothing in"],
    ["absent", "is no folder that can be read"],
  ])("is refused where it is %s, and told what would be right", async (name, message) => {
    const workspace = temporaryFolder();
    mkdirSync(join(workspace, "empty"));
    await expect(openToRead(context(workspace), name)).rejects.toMatchObject({
      message: expect.stringContaining(message),
      remedy: expect.stringContaining("agentops collect"),
    });
  });
});

describe("a folder that `collect` wrote in a job", () => {
  it("is of that job's run, whose end is unknown and whose address is GitHub's", async () => {
    const { workspace } = await collected(JOB);
    const { store, repository } = await openToRead(context(workspace), "telemetry");
    expect(repository).toBe(JOB.repository);
    const [day = ""] = await store.days("runs");
    const runs = await store.read("runs", day);
    expect(runs).toMatchObject([
      { id: JOB.run_id, run_attempt: 2, conclusion: null, duration_seconds: null },
    ]);
    expect(runs[0]?.html_url).toBe(
      "https://github.com/octo-org/agent-fleet/actions/runs/36000000101/attempts/2",
    );
    expect(await store.read("executions", day)).toHaveLength(2);
  });
});

describe("`summary --watch`", () => {
  it("draws it again when files change, until it is interrupted", async () => {
    const { workspace, directory } = await collected();
    const asked = context(workspace, true);
    const late = {
      ...{ type: "agent.request.completed", timestamp: new Date().toISOString(), status: "success" },
      ...{ trace_id: "4".repeat(32), agent_id: "latecomer" },
    };
    let end = () => {};
    const interrupted = new Promise<void>((resolve) => {
      end = resolve;
    });
    const print = asked.print;
    asked.print = (text) => {
      print(text);
      if (text.includes("latecomer")) end();
      else appendFileSync(join(directory, COLLECTED.emitted), `${JSON.stringify(late)}\n`);
    };
    const { exitCode } = await summary(asked, { from: "telemetry", watch: true }, interrupted);
    expect(exitCode).toBe(0);
    expect(asked.printed[0]).toMatch(/^\u001b\[2J.*telemetry, last 7d/s);
    expect(asked.printed[0]).not.toContain("latecomer");
    expect(asked.printed.at(-1)).toContain("latecomer");
  });

  it("waits for a folder that tells nothing yet", async () => {
    const workspace = temporaryFolder();
    const asked = context(workspace, true);
    const { exitCode } = await summary(asked, { from: ".", watch: true }, Promise.resolve());
    expect(exitCode).toBe(0);
    expect(asked.printed[0]).toContain("tells what an agent did");
  });

  it("shows it once where there is no terminal, and says so", async () => {
    const { workspace } = await collected();
    const asked = context(workspace);
    await summary(asked, { from: "telemetry", watch: true });
    expect(asked.printed).toHaveLength(1);
    expect(asked.printed[0]).not.toContain("\u001b");
    expect(asked.warnings).toEqual([expect.stringContaining("this is no terminal")]);
  });

  it("says what to name where the records are on a branch", async () => {
    const asked = context(temporaryFolder(), true);
    await expect(summary(asked, { from: null, watch: true })).rejects.toThrow("no folder to watch");
  });
});
