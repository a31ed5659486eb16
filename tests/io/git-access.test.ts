import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UserError } from "#core/errors.ts";
import { directoryStore } from "#io/store.ts";
import { aRunRecord } from "../builders.ts";
import { type GitServer, gitServer } from "./git-server.ts";
import { aRemote, git, REPOSITORY, type Remote, silent, temporaryFolder } from "./remote.ts";

const TOKEN = "ghs_averysecrettokenofours";
const BASIC = Buffer.from(`x-access-token:${TOKEN}`).toString("base64");
const DAY = "2026-11-20";

let remote: Remote;
let server: GitServer;
beforeEach(async () => {
  remote = aRemote();
  server = await gitServer(dirname(dirname(remote.bare)), TOKEN);
});
afterEach(() => server.close());

async function sync(options: Parameters<Remote["open"]>[0] = {}) {
  const branch = await remote.open({ serverUrl: server.url, token: TOKEN, ...options });
  await directoryStore(branch.directory, REPOSITORY).merge("runs", DAY, [aRunRecord()]);
  return branch.publish("Add 1 run");
}

async function refusal(work: Promise<unknown>): Promise<UserError> {
  const error = await work.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UserError);
  return error as UserError;
}

describe("a server that asks for a token", () => {
  it("gets it once with each request, and the records", async () => {
    expect(await sync()).toMatchObject({ committed: true, tries: 1 });
    const sent = server.requests.map(({ authorization }) => authorization);
    expect(sent.filter((headers) => headers.length !== 1)).toEqual([]);
    expect(new Set(sent.flat())).toEqual(new Set([`basic ${BASIC}`]));
  });

  it("reads the default branch with it, even the file that a blob-less fetch left out", async () => {
    const branch = await remote.open({ serverUrl: server.url, token: TOKEN });
    expect(await branch.readDefaultBranchFile(".github/agentops.yml")).toContain("triage");
  });

  it("gets one token where actions/checkout has left its own in the checkout", async () => {
    const clone = remote.clone();
    git(clone, "remote", "set-url", "origin", `${server.url}/${REPOSITORY}.git`);
    git(clone, "config", `http.${server.url}/.extraheader`, "AUTHORIZATION: basic b2xk");
    expect(await sync({ branch: ".", workDir: clone })).toMatchObject({ committed: true });
  });

  it("finds it in no file, message or argument", async () => {
    const workDir = temporaryFolder();
    const report = silent();
    const branch = await remote.open({ serverUrl: server.url, token: TOKEN, workDir, report });
    await branch.readDefaultBranchFile(".github/agentops.yml");
    await directoryStore(branch.directory, REPOSITORY).merge("runs", DAY, [aRunRecord()]);
    remote.hook(`echo 'denied for ${TOKEN} ${BASIC}' >&2; exit 1`);
    const error = await refusal(branch.publish("Add 1 run"));
    expect(error.message).toContain("denied for *** ***");
    const texts = readdirSync(workDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"));
    texts.push(...report.said, error.message, String(error.cause), JSON.stringify(error.cause));
    expect(texts.filter((text) => text.includes(TOKEN) || text.includes(BASIC))).toEqual([]);
  });

  it("is given nothing by a token for another server", async () => {
    const other = await gitServer(dirname(dirname(remote.bare)), TOKEN);
    const clone = remote.clone();
    git(clone, "remote", "set-url", "origin", `${other.url}/${REPOSITORY}.git`);
    const error = await refusal(sync({ branch: ".", workDir: clone }));
    expect(other.requests.flatMap(({ authorization }) => authorization)).toEqual([]);
    expect(error.remedy).toContain("token");
    await other.close();
  });
});

describe("a server that refuses", () => {
  it.each([
    [403, /contents: write/],
    [404, /owner\/name/],
  ])("a push with %i gets a remedy, without another try", async (status, remedy) => {
    server.refuse.push({ match: /receive-pack/, status, times: 9 });
    const error = await refusal(sync());
    expect(error.remedy).toMatch(remedy);
    expect(error.message).not.toContain("tries");
  });

  it("the token itself gets a remedy, and git asks nobody for another", async () => {
    const error = await refusal(remote.open({ serverUrl: server.url, token: "ghs_expired" }));
    expect(error.remedy).toContain("expired");
  });

  it("for a moment is asked again", async () => {
    server.refuse.push({ match: /receive-pack/, status: 502, times: 2 });
    expect(await sync()).toMatchObject({ committed: true, tries: 3 });
  });

  it("for a fault of its own is asked again", async () => {
    let times = 0;
    remote.hook(
      `cat > /dev/null; [ -e "$GIT_DIR/once" ] && exit 0; touch "$GIT_DIR/once"; echo "Internal Server Error" >&2; exit 1`,
    );
    times = (await sync()).tries;
    expect(times).toBe(2);
  });

  it("to be read is asked again too", async () => {
    server.refuse.push({ match: /upload-pack/, status: 502, times: 2 });
    const branch = await remote.open({ serverUrl: server.url, token: TOKEN });
    server.refuse.push({ match: /upload-pack/, status: 503, times: 1 });
    expect(await branch.readDefaultBranchFile(".github/agentops.yml")).toContain("triage");
  });

  it("for long gets a remedy", async () => {
    server.refuse.push({ match: /upload-pack/, status: 502, times: 9 });
    const error = await refusal(remote.open({ serverUrl: server.url, token: TOKEN }));
    expect(error.remedy).toContain("githubstatus.com");
  });

  it("after it has taken the push, so that the answer is lost, gets no second commit", async () => {
    const branch = await remote.open({ serverUrl: server.url, token: TOKEN });
    await directoryStore(branch.directory, REPOSITORY).merge("runs", DAY, [aRunRecord()]);
    server.dropAnswers = 1;
    const published = await branch.publish("Add 1 run");
    expect(published).toMatchObject({ committed: true, tries: 2 });
    expect(git(remote.bare, "rev-list", "agentops-data")).toBe(published.sha);
  });
});
