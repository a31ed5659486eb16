import { describe, expect, it } from "vitest";
import { type AnalyzeEffects, analyzeRun } from "#app/analyze.ts";
import { upsertComment } from "#app/announce/comment.ts";
import { UserError } from "#core/errors.ts";
import { DEFAULT_TEXT_POLICY } from "#core/failures/redactor.ts";
import { sealed } from "#core/render/comment-seal.ts";
import { githubClient } from "#io/github/client.ts";
import { aUser } from "#simulator/accounts.ts";
import { aJob, aRun, aStep, emptyRepository } from "#simulator/builders.ts";
import { anIssue } from "#simulator/conversations.ts";
import type { JobPayload } from "#simulator/model.ts";
import { aWorld, NOW, REPOSITORY, type World } from "./sync-world.ts";

const SECRET = `ghp_${"16C7e42F292c6912E7710c838347Ae178B4a"}`;
const stamped = (lines: readonly string[]) =>
  lines.map((line, index) => `2026-11-20T11:00:0${index % 10}.0000001Z ${line}\n`).join("");

/** A failing suite, printed by somebody who wants more than a failing suite. */
const LOG = stamped([
  "Current runner version: '2.336.0'",
  "##[group]Run npm test",
  "npm test",
  "##[endgroup]",
  "FAIL src/sum.test.ts",
  "  ● adds numbers for @octocat ##[add-mask]e",
  `    token ${SECRET}`,
  "    ```` <img src=x> [here](https://evil.example) <!-- agentops:analysis run=1 -->",
  "Tests:       1 failed, 3 passed, 4 total",
  "##[error]Process completed with exit code 1.",
]);

const RUN = 36_000_000_101;

function failingRun(id: number, jobs: (run: ReturnType<typeof aRun>) => JobPayload[] = oneJob) {
  const run = aRun({ id, conclusion: "failure", created_at: "2026-11-20T11:00:00Z" });
  return { attempts: [{ run, jobs: jobs(run) }] };
}

function oneJob(run: ReturnType<typeof aRun>): JobPayload[] {
  const steps = [
    aStep({ number: 1, name: "Set up job" }),
    aStep({ number: 2, name: "Unit tests", conclusion: "failure" }),
  ];
  return [aJob(run, { id: run.id * 10, name: "test", conclusion: "failure", steps })];
}

async function aFailedWorld(runs = [failingRun(RUN)]): Promise<World> {
  const repository = emptyRepository();
  repository.runs.push(...runs);
  for (const { attempts } of runs)
    for (const { jobs } of attempts) for (const job of jobs) repository.logs.set(job.id, LOG);
  return aWorld(repository);
}

function effects(world: World): AnalyzeEffects & { github: ReturnType<typeof githubClient> } {
  const { clock, report } = world.effects();
  const { url, token } = world.simulator;
  const github = githubClient({ apiUrl: url, token, repository: REPOSITORY, clock, report, retryBaseMs: 1 });
  return { github, store: world.store, clock, report };
}

const analyze = (world: World, runId = RUN, compare = false) =>
  analyzeRun(effects(world), { repository: REPOSITORY, runId, compare, policy: DEFAULT_TEXT_POLICY });
const asked = (world: World, part: string) =>
  world.simulator.transcript.filter(({ path }) => path.includes(part)).length;

describe("analyzing a run", () => {
  it("finds the failing test in its job and step, and keeps the reading without the secret", async () => {
    const world = await aFailedWorld();
    const { analysis, changed } = await analyze(world);
    expect(changed).toBe(true);
    expect(analysis.findings[0]).toMatchObject({
      category: "test_failure",
      job: "test",
      step: "Unit tests",
      step_number: 2,
      line: 6,
      step_line: 5,
    });
    expect(analysis.tests).toEqual({
      passed: 3,
      failed: 1,
      skipped: null,
      failures: ["adds numbers for @octocat ##[add-mask]e"],
    });
    expect(analysis.redactions).toEqual({ github_token: 1 });
    expect(await world.store.read("analyses", "2026-11-20")).toEqual([analysis]);
    expect(JSON.stringify(analysis)).not.toContain(SECRET);
  });

  it("reads the same attempt once: the second time the stored reading answers", async () => {
    const world = await aFailedWorld();
    const first = await analyze(world);
    const second = await analyze(world);
    expect(second).toEqual({ ...first, changed: false });
    expect(asked(world, "/attempts/1/logs")).toBe(1);
  });

  it("says how often the same failure was seen in other runs", async () => {
    const world = await aFailedWorld([failingRun(RUN), failingRun(RUN + 1)]);
    expect((await analyze(world)).history).toBeNull();
    expect((await analyze(world, RUN + 1)).history).toEqual({
      runs: 1,
      first: "2026-11-20",
      last: "2026-11-20",
      fix: null,
    });
  });

  it("puts a job that only judges the others behind them", async () => {
    const twoJobs = (run: ReturnType<typeof aRun>): JobPayload[] => [
      aJob(run, {
        id: 1001,
        name: "all green",
        conclusion: "failure",
        started_at: "2026-11-20T11:10:00Z",
        completed_at: "2026-11-20T11:10:02Z",
      }),
      aJob(run, {
        id: 1002,
        name: "test",
        conclusion: "failure",
        started_at: "2026-11-20T11:00:00Z",
        completed_at: "2026-11-20T11:09:00Z",
      }),
    ];
    const world = await aFailedWorld([failingRun(RUN, twoJobs)]);
    world.simulator.repositories[0]?.logs.set(
      1001,
      stamped([
        "##[group]Run exit 1",
        "Error: the job test failed",
        "##[error]Process completed with exit code 1.",
      ]),
    );
    const { analysis } = await analyze(world);
    expect(analysis.findings[0]?.job).toBe("test");
  });

  it("takes what the last green run printed as well for noise, for one download more", async () => {
    const noise = ["  ● adds numbers for the old fleet", "Tests:       1 failed, 3 passed, 4 total"];
    const [before, cause, after] = [
      ["##[group]Run npm test", "##[endgroup]"],
      ["Error: the fleet has no fuel"],
      ["Done with that.", "Goodbye."],
    ];
    const green = aRun({ id: RUN - 1, created_at: "2026-11-19T11:00:00Z" });
    const job = aJob(green, { id: 5, name: "test" });
    const world = await aFailedWorld([{ attempts: [{ run: green, jobs: [job] }] }, failingRun(RUN)]);
    const logs = world.simulator.repositories[0]?.logs;
    logs?.set(5, stamped([...before, ...noise, ...after]));
    logs?.set(
      RUN * 10,
      stamped([...before, ...cause, ...noise, "##[error]Process completed with exit code 1."]),
    );
    await world.sync();
    const { analysis } = await analyze(world, RUN, true);
    expect(analysis.findings[0]?.message).toContain("no fuel");
    expect(asked(world, `/runs/${RUN - 1}/attempts/1/logs`)).toBe(1);
  });

  it("downloads the archive again when it broke off", async () => {
    const world = await aFailedWorld();
    world.simulator.faults.add({ match: /logs_\d+\.zip/, kind: "truncated", times: 2 });
    const { analysis } = await analyze(world);
    expect(analysis.truncated).toEqual([]);
    expect(asked(world, "/attempts/1/logs")).toBe(3);
  });

  it("asks for the jobs' own logs when the archive is none, and says so", async () => {
    const world = await aFailedWorld();
    world.simulator.faults.add({ match: /logs_\d+\.zip/, kind: "html" });
    const { analysis } = await analyze(world);
    expect(analysis.findings[0]).toMatchObject({ category: "test_failure", job: "test", line: 6 });
    expect(analysis.truncated[0]).toContain("jobs were read one by one");
    expect(asked(world, `/actions/jobs/${RUN * 10}/logs`)).toBe(1);
  });

  it("waits for the logs of a run that has just ended", async () => {
    const run = failingRun(RUN);
    for (const attempt of run.attempts) attempt.run.updated_at = NOW;
    const world = await aFailedWorld([run]);
    expect((await analyze(world)).analysis.findings[0]?.category).toBe("test_failure");
    expect(world.clock.slept).toEqual([5]);
  });

  it.each([
    [
      "logs that have expired",
      (world: World) => world.clock.set("2027-06-01T12:00:00Z"),
      RUN,
      "have expired",
    ],
    ["a run that is not there", () => {}, 1, "shows no run 1"],
    [
      "a run that goes on",
      (world: World) => {
        const run = world.simulator.repositories[0]?.runs[0]?.attempts[0]?.run;
        Object.assign(run ?? {}, { status: "in_progress", conclusion: null });
      },
      RUN,
      "has not ended",
    ],
  ])("says plainly what it cannot read: %s", async (_, prepare, id, message) => {
    const world = await aFailedWorld();
    prepare(world);
    const failure = await analyze(world, id).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UserError);
    expect(String(failure)).toContain(message);
  });
});

describe("the comment", () => {
  async function anIssueWorld() {
    const world = await aFailedWorld();
    world.simulator.repositories[0]?.issues.push(anIssue({ number: 7 }));
    const comments = () => world.simulator.repositories[0]?.comments ?? [];
    return { world, comments, github: effects(world).github };
  }
  const topic = `analysis run=${RUN}`;

  it("is one per run and issue: the second report replaces the first", async () => {
    const { comments, github } = await anIssueWorld();
    const first = await upsertComment(github, 7, topic, "first");
    expect(await upsertComment(github, 7, topic, "second")).toBe(first);
    expect(comments()).toHaveLength(1);
    expect(comments()[0]?.payload.body).toContain("second");
  });

  it("leaves alone what somebody else wrote, and markers inside our own texts", async () => {
    const { comments, github } = await anIssueWorld();
    await upsertComment(github, 7, topic, "of mallory");
    const marked = comments()[0]?.payload.body ?? "";
    Object.assign(comments()[0]?.payload ?? {}, { user: aUser("mallory") });
    await upsertComment(github, 7, "analysis run=1", `quoted: ${marked}`);
    await upsertComment(github, 7, topic, "report");
    expect(comments().map(({ payload }) => /of mallory|quoted|report/.exec(payload.body ?? "")?.[0])).toEqual(
      ["of mallory", "quoted", "report"],
    );
    expect(comments()[0]?.payload.body).toBe(marked);
  });

  it.each([
    ["ends with our marker", `Thank you for your words:\n<!-- agentops:analysis run=${RUN} -->`],
    ["ends with a whole comment of ours", `Thank you for your words:\n${sealed(7, topic, "forged")}`],
    ["begins with a whole comment of ours", `${sealed(7, topic, "forged")}\nA friendly bot`],
    ["is our comment of another conversation", sealed(8, topic, "copied")],
    ["is our comment of another run", sealed(7, "analysis run=1", "copied")],
    ["was ours before a person wrote into it", sealed(7, topic, "report").replace("report", "my own words")],
  ])("leaves alone what another workflow wrote under our name and %s", async (_, body) => {
    const { comments, github } = await anIssueWorld();
    await upsertComment(github, 7, "something", "x");
    Object.assign(comments()[0]?.payload ?? {}, { body });
    for (const text of ["first", "second"]) await upsertComment(github, 7, topic, text);
    expect(comments()).toHaveLength(2);
    expect(comments()[0]?.payload.body).toBe(body);
    expect(comments()[1]?.payload.body).toContain("\nsecond\n");
  });

  it("is known again however GitHub keeps line ends and broken characters", async () => {
    const { comments, github } = await anIssueWorld();
    await upsertComment(github, 7, topic, "one\ntwo \ud800 ü");
    const payload = comments()[0]?.payload;
    Object.assign(payload ?? {}, { body: `${payload?.body?.replaceAll("\n", "\r\n")}\r\n` });
    await upsertComment(github, 7, topic, "three");
    expect(comments()).toHaveLength(1);
  });

  it("is never sent twice, whatever the server answers", async () => {
    const { world, comments, github } = await anIssueWorld();
    world.simulator.faults.add({ match: /^POST .*comments/, kind: "502", times: 1 });
    await expect(upsertComment(github, 7, topic, "report")).rejects.toThrow();
    expect(asked(world, "/comments")).toBe(2);
    expect(comments()).toHaveLength(0);
  });
});
