import { describe, expect, it } from "vitest";
import { upsertComment } from "#app/announce/comment.ts";
import { type AnnounceOptions, announceFailures } from "#app/announce/failures.ts";
import { repositoryLinks } from "#core/links.ts";
import { opening } from "#core/render/comment-seal.ts";
import { githubClient } from "#io/github/client.ts";
import { aUser } from "#simulator/accounts.ts";
import { emptyRepository } from "#simulator/builders.ts";
import { anIssue } from "#simulator/conversations.ts";
import type { SimulatorOptions } from "#simulator/server.ts";
import { aFinding, aReading, aRunRecord } from "../builders.ts";
import { aWorld, REPOSITORY, type World } from "./sync-world.ts";

const links = repositoryLinks("https://github.com", REPOSITORY);
const signature = (n: number) => n.toString(16).padStart(16, "0");

/** A failed run of pull request 7 with a signature. */
function aFailure(id: number, of = 1, overrides = {}) {
  const run = aRunRecord({ id, conclusion: "failure", pull_requests: [{ number: 7, source: "run" }] });
  const findings = [aFinding({ signature: signature(of), category: "test_failure", ...overrides })];
  return { run, analysis: aReading({ run_id: id, run_attempt: run.run_attempt, findings }) };
}

async function aConversation(options: Partial<SimulatorOptions> = {}): Promise<World> {
  const repository = emptyRepository();
  repository.issues.push(anIssue({ number: 7, title: "A pull request" }, repository.repository));
  return aWorld(repository, options);
}

async function announce(world: World, failures: ReturnType<typeof aFailure>[], on: AnnounceOptions["on"]) {
  const { clock, report } = world.effects();
  const { url, token } = world.simulator;
  const github = githubClient({ apiUrl: url, token, repository: REPOSITORY, clock, report, retryBaseMs: 1 });
  await announceFailures({ github, store: world.store, report }, failures, {
    on,
    knownErrors: new Map(),
    links,
  });
  return github;
}

const issues = ({ simulator }: World) =>
  (simulator.repositories[0]?.issues ?? []).filter(({ number }) => number !== 7);
const comments = ({ simulator }: World) => simulator.repositories[0]?.comments ?? [];

describe("announcing new failures", () => {
  it("happens nowhere unless the configuration says so", async () => {
    const world = await aConversation();
    await announce(world, [aFailure(1)], []);
    expect(world.simulator.transcript).toEqual([]);
  });

  it("opens one issue for a signature, and answers there once a run, however often", async () => {
    const world = await aConversation();
    await announce(world, [aFailure(2), aFailure(1)], ["signature-issue"]);
    await announce(world, [aFailure(3), aFailure(2)], ["signature-issue"]);
    expect(
      issues(world).map(({ labels, body }) => [
        labels.length,
        body?.endsWith(opening(`signature ${signature(1)}`)),
      ]),
    ).toEqual([[1, true]]);
    expect(comments(world).map(({ payload }) => (payload.body ?? "").match(/run=(\d+)/)?.[1])).toEqual([
      "2",
      "1",
      "3",
    ]);
  });

  it("knows its own comment again, however long it is", async () => {
    const world = await aConversation();
    const github = await announce(world, [], ["pull_request"]);
    const long = (last: string) => `${"Every line of it says something. ".repeat(1900)}${last}`;
    await upsertComment(github, 7, "analysis run=1", long("first"));
    await upsertComment(github, 7, "analysis run=1", long("second"));
    expect(comments(world)).toHaveLength(1);
    expect(comments(world)[0]?.payload.body).toContain("second");
  });

  it("takes no issue of somebody else for its own", async () => {
    const world = await aConversation();
    const repository = world.simulator.repositories[0];
    const body = `Look here\n${opening(`signature ${signature(1)}`)}`;
    const foreign = { number: 8, title: "Mine", body, user: aUser("stranger"), labels: [] };
    if (repository) repository.issues.push(anIssue(foreign, repository.repository));
    await announce(world, [aFailure(1)], ["signature-issue"]);
    expect(issues(world).map(({ number }) => number)).toEqual([8, 9]);
    expect(comments(world).map(({ issue }) => issue)).toEqual([9]);
  });

  it("opens three issues in one sync at most", async () => {
    const world = await aConversation();
    await announce(
      world,
      [1, 2, 3, 4, 5].map((n) => aFailure(n, n)),
      ["signature-issue"],
    );
    expect(issues(world)).toHaveLength(3);
    expect(comments(world)).toHaveLength(3);
  });

  it("answers on the pull requests of the run, and not on numbers in its texts", async () => {
    const world = await aConversation();
    await announce(world, [aFailure(1, 1, { message: "see #8 and pull/9" })], ["pull_request"]);
    expect(comments(world).map(({ issue }) => issue)).toEqual([7]);
  });

  it("answers on no pull request that was only guessed by its commit, as a fork's are", async () => {
    const world = await aConversation();
    const failure = aFailure(1);
    failure.run.pull_requests = [{ number: 7, source: "commit" }];
    await announce(world, [failure], ["pull_request"]);
    expect(world.simulator.transcript).toEqual([]);
  });

  it("leaves out what needs nobody", async () => {
    const world = await aConversation();
    await announce(
      world,
      [aFailure(1, 1, { category: "unknown" }), aFailure(2, 2, { category: "cancelled" })],
      ["signature-issue", "pull_request"],
    );
    expect(world.simulator.transcript).toEqual([]);
  });

  it("says once what a token may not do, and how to allow it", async () => {
    const world = await aConversation({ permissions: { actions: "read", issues: "read" } });
    await announce(world, [aFailure(1), aFailure(2, 2)], ["signature-issue", "pull_request"]);
    expect(world.warnings).toEqual([
      expect.stringContaining("Give the job `issues: write`"),
      expect.stringContaining("Give the job `pull-requests: write`"),
    ]);
  });

  it("goes on behind a conversation that is locked", async () => {
    const world = await aConversation();
    const repository = world.simulator.repositories[0];
    if (repository) repository.issues.push(anIssue({ number: 9, title: "Open" }, repository.repository));
    for (const issue of repository?.issues ?? []) issue.locked = issue.number === 7;
    const other = aFailure(2);
    other.run.pull_requests = [{ number: 9, source: "run" }];
    await announce(world, [aFailure(1), other], ["pull_request"]);
    expect(comments(world).map(({ issue }) => issue)).toEqual([9]);
    expect(world.warnings).toHaveLength(1);
  });
});

describe("a comment of ours", () => {
  it.each(["octocat", "my-app[bot]"])(
    "is known as ours when %s wrote it and holds the token",
    async (login) => {
      const world = await aConversation({ login });
      const github = await announce(world, [aFailure(1)], ["pull_request"]);
      await upsertComment(github, 7, "analysis run=1", "again");
      expect(
        comments(world).map(({ payload }) => [payload.user?.login, payload.body?.includes("\nagain\n")]),
      ).toEqual([[login, true]]);
    },
  );

  it("is none when somebody else wrote our marker", async () => {
    const world = await aConversation({ login: "octocat" });
    const github = await announce(world, [aFailure(1)], ["pull_request"]);
    for (const { payload } of comments(world)) payload.user = aUser("stranger");
    await upsertComment(github, 7, "analysis run=1", "again");
    expect(comments(world).map(({ payload }) => payload.user?.login)).toEqual(["stranger", "octocat"]);
  });
});
