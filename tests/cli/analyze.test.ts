import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { UserError } from "#core/errors.ts";
import { Analysis } from "#core/records/analysis.ts";
import { permissionsOf } from "#core/workflow-file.ts";
import { systemClock } from "#io/clock.ts";
import { aJob, aRun, aStep, emptyRepository } from "#simulator/builders.ts";
import { anIssue } from "#simulator/conversations.ts";
import { type Simulator, startSimulator } from "#simulator/server.ts";
import { analyze } from "../../action/src/cli/analyze.ts";
import type { Context } from "../../action/src/cli/context.ts";
import { parseExtras } from "../../action/src/cli/extras.ts";
import { parseOptions } from "../../action/src/inputs.ts";
import { readSurroundings } from "../../action/src/surroundings.ts";
import { aRemote, git, REPOSITORY, type Remote, temporaryFolder } from "../io/remote.ts";

const RUN = 36_000_000_101;
const LOG = [
  "##[group]Run npm test",
  "##[endgroup]",
  "FAIL src/sum.test.ts",
  "  ● adds numbers",
  "Tests:       1 failed, 3 passed, 4 total",
  "##[error]Process completed with exit code 1.",
]
  .map((line) => `2026-11-20T11:00:00.0000001Z ${line}\n`)
  .join("");

const FILE = join(import.meta.dirname, "../../.github/workflows/agentops-log-analyzer.yml");
const GRANTED = permissionsOf(readFileSync(FILE, "utf8"), "analyze") as Record<string, "read" | "write">;
const EXTRAS = parseExtras({ json: true });

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A private repository, where every permission counts, with one failed run and one issue. */
async function simulated(permissions = GRANTED): Promise<Simulator> {
  const truth = emptyRepository();
  truth.repository = { ...truth.repository, private: true, visibility: "private" };
  const now = systemClock.now();
  const run = aRun({ id: RUN, conclusion: "failure", created_at: now, updated_at: now });
  run.updated_at = new Date(Date.parse(now) - 60_000).toISOString().replace(/\.\d+Z/, "Z");
  const steps = [aStep({ number: 2, name: "Run npm test", conclusion: "failure" })];
  const jobs = [aJob(run, { id: 77, name: "test", conclusion: "failure", steps })];
  truth.runs.push({ attempts: [{ run, jobs }] });
  truth.logs.set(77, LOG);
  truth.issues.push(anIssue({ number: 7 }));
  const simulator = await startSimulator({ repositories: [truth], permissions });
  closing.push(simulator.close);
  return simulator;
}

function context(
  inputs: Record<string, string>,
  world?: { simulator: Simulator; remote: Remote },
): Context & { printed: string[]; warnings: string[] } {
  const temporary = temporaryFolder();
  const printed: string[] = [];
  const warnings: string[] = [];
  const options = parseOptions({ token: world?.simulator.token, ...inputs }, (name) => `--${name}`);
  const surroundings = readSurroundings({
    GITHUB_ACTIONS: "true",
    GITHUB_API_URL: world?.simulator.url ?? "http://127.0.0.1:9",
    GITHUB_SERVER_URL: world?.remote.serverUrl,
    GITHUB_REPOSITORY: REPOSITORY,
    GITHUB_WORKSPACE: temporary,
    RUNNER_TEMP: temporary,
  });
  const report = {
    debug() {},
    info() {},
    warn: (message: string) => void warnings.push(message),
    group: <T>(_: string, work: () => Promise<T>) => work(),
    progress() {},
  };
  const print = (text: string) => void printed.push(text);
  return {
    options,
    surroundings,
    clock: systemClock,
    report,
    print,
    colour: false,
    printed,
    warnings,
  };
}

describe("`analyze` of a run", () => {
  it("keeps the reading on the data branch, comments once, and says so in outputs and summary", async () => {
    const world = { simulator: await simulated(), remote: aRemote() };
    const inputs = { "run-id": String(RUN), "issue-number": "7" };
    const first = await analyze(context(inputs, world), EXTRAS);
    expect(first.exitCode).toBe(0);
    expect(first.outputs).toMatchObject({ category: "test_failure", changed: "true" });
    expect(first.outputs?.["signature"]).toMatch(/^[0-9a-f]{16}$/);
    expect(first.outputs?.["comment-url"]).toContain("/issues/7#issuecomment-");
    expect(readFileSync(first.outputs?.["report-path"] ?? "", "utf8")).toBe(first.markdown);
    const listed = git(world.remote.bare, "ls-tree", "-r", "--name-only", "agentops-data");
    expect(listed).toContain(`data/${REPOSITORY}/analyses/`);

    const second = await analyze(context(inputs, world), EXTRAS);
    expect(second.outputs).toMatchObject({ changed: "false", "comment-url": first.outputs?.["comment-url"] });
    expect(world.simulator.repositories[0]?.comments).toHaveLength(1);
    expect(world.simulator.transcript.filter(({ status }) => status >= 400)).toEqual([]);
  });

  it("writes no comment when asked not to", async () => {
    const world = { simulator: await simulated(), remote: aRemote() };
    const inputs = { "run-id": String(RUN), "issue-number": "7", comment: "false" };
    const outcome = await analyze(context(inputs, world), EXTRAS);
    expect(outcome.outputs?.["comment-url"]).toBe("");
    expect(world.simulator.repositories[0]?.comments).toEqual([]);
  });

  it("keeps the reading and fails with the reason when it may not comment", async () => {
    const { issues: _, ...rest } = GRANTED;
    const world = { simulator: await simulated(rest), remote: aRemote() };
    const asked = context({ "run-id": String(RUN), "issue-number": "7" }, world);
    const outcome = await analyze(asked, EXTRAS);
    expect(outcome).toMatchObject({ exitCode: 1, outputs: { changed: "true", "comment-url": "" } });
    expect(asked.warnings.at(-1)).toContain("issues: write");
  });

  it("says which permission is missing when it may not read the run", async () => {
    const { actions: _, ...rest } = GRANTED;
    const world = { simulator: await simulated(rest), remote: aRemote() };
    const failure = await analyze(context({ "run-id": String(RUN) }, world), EXTRAS).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(UserError);
    expect((failure as UserError).remedy).toContain("actions: read");
  });
});

describe("`analyze` of a file", () => {
  it("prints the record alone as JSON, and asks nobody", async () => {
    const folder = temporaryFolder();
    mkdirSync(folder, { recursive: true });
    const file = join(folder, "log.txt");
    writeFileSync(file, LOG);
    const asked = context({ file });
    const outcome = await analyze(asked, EXTRAS);
    expect(outcome.outputs).toMatchObject({ category: "test_failure" });
    expect(asked.printed).toHaveLength(1);
    const record = Analysis.parse(JSON.parse(asked.printed[0] ?? ""));
    expect(record).toMatchObject({ run_id: null, run_attempt: null });
    expect(record.findings[0]).toMatchObject({ file, line: 4, category: "test_failure" });
  });

  it.each([
    [{}, "nothing, or two things"],
    [{ "run-id": "1", file: "x" }, "nothing, or two things"],
    [{ file: "/not/there" }, "cannot read"],
  ])("says what is wrong with what it was given: %j", async (inputs, message) => {
    const failure = await analyze(context(inputs as Record<string, string>), EXTRAS).catch(String);
    expect(failure).toContain(message);
  });
});
