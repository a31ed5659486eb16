import { afterEach, describe, expect, it, vi } from "vitest";
import { systemClock } from "#io/clock.ts";
import { type FileChange, type SignedCommits, signedCommits } from "#io/github/signed-commits.ts";
import { directoryStore } from "#io/store.ts";
import { emptyRepository } from "#simulator/builders.ts";
import { type Simulator, startSimulator } from "#simulator/server.ts";
import { aRunRecord, aState } from "../builders.ts";
import { aRemote, git, REPOSITORY, type Remote, silent } from "./remote.ts";

/** Each file is a process of git. */
vi.setConfig({ testTimeout: 90_000 });

const DAY = "2026-11-20";
const BRANCH = "agentops-data";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

type Guarded = { remote: Remote; simulator: Simulator; signed: SignedCommits };

/** A repository whose rules refuse what is pushed without a signature; GitHub signs what its API makes. */
async function guarded(permissions?: Record<string, "read" | "write">): Promise<Guarded> {
  const remote = aRemote();
  remote.hook("echo 'error: GH013: - Commits must have verified signatures.' >&2; exit 1");
  const truth = { ...emptyRepository(REPOSITORY), bare: remote.bare };
  const simulator = await startSimulator({
    repositories: [truth],
    ...(permissions && { permissions }),
  });
  closing.push(simulator.close);
  const { url: apiUrl, token } = simulator;
  const options = { apiUrl, token, repository: REPOSITORY, clock: systemClock, report: silent() };
  return { remote, simulator, signed: signedCommits({ ...options, retryBaseMs: 1 }) };
}

async function opened({ remote, signed }: Guarded) {
  const branch = await remote.open({ signed });
  const store = directoryStore(branch.directory, REPOSITORY);
  const add = (id: number) => store.merge("runs", DAY, [aRunRecord({ id })]);
  return { branch, store, add };
}

const log = (remote: Remote) => git(remote.bare, "log", "--format=%cn|%s", BRANCH).split("\n");

describe("a data branch that takes signed commits only", () => {
  it("begins with commits that GitHub makes, apart from the code, and goes on with them", async () => {
    const world = await guarded();
    const { branch, store, add } = await opened(world);
    await store.writeState(aState());
    await add(1);
    expect(await branch.publish("Add run 1")).toMatchObject({ committed: true, merged: false });
    expect(log(world.remote)).toEqual(["GitHub|Add run 1", "GitHub|Add run 1"]);
    expect(git(world.remote.bare, "ls-tree", "-r", "--name-only", BRANCH).split("\n")).toEqual([
      ...["data/README.md", `data/${REPOSITORY}/runs/${DAY}.json`, `data/${REPOSITORY}/state.json`],
    ]);
    expect(await branch.publish("Nothing")).toMatchObject({ committed: false });
    await add(2);
    expect(await branch.publish("Add run 2")).toMatchObject({ committed: true });
    const next = await opened(world);
    expect((await next.store.read("runs", DAY)).map(({ id }) => id)).toEqual([1, 2]);
  });

  it("loses nothing when somebody else was faster", async () => {
    const world = await guarded();
    const first = await opened(world);
    await first.add(1);
    await first.branch.publish("Add run 1");
    const [slow, quick] = [await opened(world), await opened(world)];
    await quick.add(2);
    await quick.branch.publish("Add run 2");
    await slow.add(3);
    expect(await slow.branch.publish("Add run 3")).toMatchObject({ committed: true, merged: true });
    expect((await slow.store.read("runs", DAY)).map(({ id }) => id)).toEqual([1, 2, 3]);
    const next = await opened(world);
    expect((await next.store.read("runs", DAY)).map(({ id }) => id)).toEqual([1, 2, 3]);
  });

  it("asks a token that may not write for its permission, and keeps what was fetched", async () => {
    const world = await guarded({ contents: "read" });
    const { branch, store, add } = await opened(world);
    await add(1);
    await expect(branch.publish("Add run 1")).rejects.toMatchObject({
      message: expect.stringContaining("takes signed commits only"),
      remedy: expect.stringMatching(/contents: write.*is kept in/s),
    });
    expect((await store.read("runs", DAY)).map(({ id }) => id)).toEqual([1]);
  });
});

describe("commits by the API", () => {
  it("are as many as their size asks for, in the order of the files", async () => {
    const { remote, signed, simulator } = await guarded();
    const files = Array.from({ length: 102 }, (_, n): FileChange => {
      const path = `data/${String(n).padStart(3, "0")}.json`;
      return { path, content: Buffer.from(`${n} is a number\n`) };
    });
    const made = await signed.commit(BRANCH, null, files, "Add files");
    expect(git(remote.bare, "rev-parse", BRANCH)).toBe(made);
    expect(git(remote.bare, "ls-tree", "-r", "--name-only", BRANCH).split("\n")).toHaveLength(102);
    const requests = simulator.transcript.map(({ method, path }) => `${method} ${path}`);
    expect(requests.filter((line) => line === "POST /graphql")).toHaveLength(2);
    const last = git(remote.bare, "diff", "--name-only", `${BRANCH}~1`, BRANCH).split("\n");
    expect(last).toContain("data/101.json");
    const [gone] = files;
    await signed.commit(BRANCH, made, [{ path: gone?.path ?? "", content: null }], "Remove one");
    expect(git(remote.bare, "ls-tree", "-r", "--name-only", BRANCH)).not.toContain("data/000.json");
  });

  it("are none where the branch shows another commit than expected", async () => {
    const { remote, signed } = await guarded();
    const file = (content: string) => [{ path: "data/a.json", content: Buffer.from(content) }];
    const first = await signed.commit(BRANCH, null, file("1"), "One");
    await signed.commit(BRANCH, first, file("2"), "Two");
    expect(await signed.commit(BRANCH, first, file("3"), "Three")).toBeNull();
    expect(log(remote)).toEqual(["GitHub|Two", "GitHub|One"]);
  });
});
