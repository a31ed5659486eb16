import { expect, it } from "vitest";
import { directoryStore } from "#io/store.ts";
import type { Context } from "../../action/src/cli/context.ts";
import { parseExtras } from "../../action/src/cli/extras.ts";
import { forgetRecords } from "../../action/src/cli/forget.ts";
import { parseOptions } from "../../action/src/inputs.ts";
import { readSurroundings } from "../../action/src/surroundings.ts";
import {
  aFinding,
  anAlert,
  anEvent,
  anExecution,
  aPullRecord,
  aReading,
  aRepositoryRecord,
  aRunRecord,
  aState,
} from "../builders.ts";
import { aRemote, git, REPOSITORY, type Remote, temporaryFolder } from "../io/remote.ts";
import { NOW, SILENT } from "../site/rendered.ts";

const DAY = "2026-11-20";
const BRANCH = "agentops-data";

/** Two runs with all that is told of them; the second is mona's, and the first names her. */
async function aHistory(): Promise<Remote> {
  const remote = aRemote();
  const branch = await remote.open();
  const store = directoryStore(branch.directory, REPOSITORY);
  await store.writeRepository(aRepositoryRecord({ full_name: REPOSITORY }));
  const [others, hers] = [{ actor: "hubot", triggering_actor: "hubot" }, { actor: "mona" }];
  await store.merge("runs", DAY, [
    aRunRecord({ id: 1, ...others, display_title: "Ask @mona" }),
    aRunRecord({ id: 2, ...hers, head_branch: "mona/secret-plan" }),
  ]);
  await store.merge("analyses", DAY, [
    aReading({ run_id: 1, findings: [aFinding({ message: "mona broke it" })] }),
    aReading({ run_id: 2 }),
  ]);
  await store.merge("executions", DAY, [anExecution({ run_id: 2, user_id: "mona", error_message: "hers" })]);
  await store.merge("events", DAY, [anEvent({ run_id: 2, user_id: "mona" })]);
  await store.merge("pulls", "2026-11", [aPullRecord({ author: "mona", created_at: `${DAY}T00:00:00Z` })]);
  const about = { ...anAlert().condition, runs: [{ run_id: 2, run_attempt: 1 }] };
  await store.merge("alerts", "2026-11", [anAlert({ since: `${DAY}T00:00:00Z`, condition: about })]);
  await store.writeState(
    aState({
      pending: [{ run_id: 2, run_attempt: 1, day: DAY, workflow_id: 11, needs: ["reading"], tries: 0 }],
    }),
  );
  await branch.publish("Sync");
  return remote;
}

async function run(remote: Remote, flags: Parameters<typeof parseExtras>[0], words: string[] = []) {
  const printed: string[] = [];
  const said: string[] = [];
  const context: Context = {
    options: parseOptions({ repository: REPOSITORY }, (name) => `--${name}`),
    surroundings: {
      ...readSurroundings({}),
      ...{ serverUrl: remote.serverUrl, workspace: temporaryFolder(), actor: "hubot" },
    },
    clock: { now: () => NOW, sleep: async () => {} },
    report: { ...SILENT, warn: (message) => void said.push(message) },
    print: (text) => void printed.push(text),
    colour: false,
  };
  const outcome = await forgetRecords(context, parseExtras(flags, words));
  return { ...outcome, printed: printed.join("\n"), said: said.join("\n") };
}

const onBranch = (remote: Remote) => git(remote.bare, "grep", "-h", "", BRANCH, "--", "data/octo-org");
const commits = (remote: Remote) => git(remote.bare, "log", "--format=%s", BRANCH).split("\n");

it("prints what would go and changes nothing, asked to or where nobody can be asked", async () => {
  const remote = await aHistory();
  const before = git(remote.bare, "rev-parse", BRANCH);
  const dry = await run(remote, { run: "2", "dry-run": true });
  expect(dry.exitCode).toBe(0);
  expect(dry.printed).toMatch(/runs +│ 1 +│ 0 +│ runs\/2026-11-20.json/);
  expect(dry.printed).toContain("gh run delete 2");
  const unasked = await run(remote, { run: "2" });
  expect([unasked.exitCode, unasked.said]).toEqual([2, expect.stringContaining("--yes")]);
  expect(unasked.printed).toContain("To forget: run 2");
  expect(git(remote.bare, "rev-parse", BRANCH)).toBe(before);
});

it("removes a run from every kind of record, and signs for it", async () => {
  const remote = await aHistory();
  const { exitCode } = await run(remote, { yes: true, reason: "asked by its author" }, ["2"]);
  expect(exitCode).toBe(0);
  const branch = await remote.open();
  const store = directoryStore(branch.directory, REPOSITORY);
  expect((await store.read("runs", DAY)).map(({ id }) => id)).toEqual([1]);
  expect((await store.read("analyses", DAY)).map(({ run_id }) => run_id)).toEqual([1]);
  expect([await store.days("executions"), await store.days("events")]).toEqual([[], []]);
  expect((await store.read("alerts", "2026-11"))[0]?.condition.runs).toEqual([]);
  expect(await store.readState()).toMatchObject({
    pending: [],
    ledger: [{ run_id: 2, missing: "run", reason: "forgotten" }],
  });
  expect(await store.readForgotten()).toMatchObject({
    runs: [{ run_id: 2, reason: "asked by its author", by: "hubot" }],
  });
  await store.merge("runs", DAY, [aRunRecord({ id: 2 }), aRunRecord({ id: 3 })]);
  expect((await store.read("runs", DAY)).map(({ id }) => id)).toEqual([1, 3]);
  await expect(run(remote, { run: "77", yes: true })).rejects.toThrow("No record names the run 77");
});

it("leaves what a person did without the person, and no name in the words of others", async () => {
  const remote = await aHistory();
  await run(remote, { person: "@Mona", yes: true });
  const text = onBranch(remote);
  expect(text).not.toMatch(/mona|secret-plan|hers/i);
  expect(text).toContain("Ask …");
  expect(text).toContain('"reported_cost_usd":0.05');
  expect(commits(remote)[0]).toBe("Forget a person");
  expect(git(remote.bare, "log", "--format=%B", BRANCH)).not.toMatch(/mona/i);
});

it("lets nobody's push bring it back", async () => {
  const remote = await aHistory();
  const slow = await remote.open();
  const store = directoryStore(slow.directory, REPOSITORY);
  await store.merge("runs", DAY, [
    aRunRecord({ id: 2, run_attempt: 2, actor: "mona", triggering_actor: "mona" }),
    aRunRecord({ id: 4, actor: "mona", triggering_actor: "mona", display_title: "A fourth" }),
  ]);
  const other = "2026-11-19";
  await store.merge("runs", other, [
    aRunRecord({ id: 5, created_at: `${other}T10:00:00Z`, triggering_actor: "mona" }),
  ]);
  await run(remote, { run: "2", yes: true });
  await run(remote, { person: "mona", yes: true });
  await slow.publish("Sync of before");
  const text = onBranch(remote);
  expect(text).not.toMatch(/mona/i);
  const branch = await remote.open();
  const left = directoryStore(branch.directory, REPOSITORY);
  expect((await left.read("runs", DAY)).map(({ id }) => id)).toEqual([1, 4]);
  expect((await left.read("runs", other)).map(({ actor }) => actor)).toEqual([null]);
});

it("replaces the history, in which older commits hold it", async () => {
  const remote = await aHistory();
  const before = git(remote.bare, "rev-parse", BRANCH);
  const done = await run(remote, { person: "mona", yes: true, history: true });
  expect(done.exitCode).toBe(0);
  expect(commits(remote)).toEqual(["Records without what was forgotten"]);
  expect(onBranch(remote)).not.toMatch(/mona/i);
  const branch = await remote.open();
  const store = directoryStore(branch.directory, REPOSITORY);
  expect((await store.readForgotten())?.histories).toHaveLength(1);
  expect(git(remote.bare, "rev-parse", BRANCH)).not.toBe(before);
  await store.merge("runs", DAY, [aRunRecord({ id: 6 })]);
  expect(await branch.publish("Sync")).toMatchObject({ committed: true, tries: 1 });
});

it("says why it cannot replace a history that a rule protects", async () => {
  const remote = await aHistory();
  git(remote.bare, "config", "receive.denyNonFastForwards", "true");
  await expect(run(remote, { person: "mona", yes: true, history: true })).rejects.toThrow(
    /Cannot rewrite branch agentops-data/,
  );
});

it("wants to know one thing", async () => {
  const remote = aRemote();
  await expect(run(remote, {})).rejects.toThrow("not said what to forget");
  await expect(run(remote, { person: "mona" }, ["2"])).rejects.toThrow("not said what to forget");
  await expect(run(remote, {}, ["mona"])).rejects.toThrow('"mona" is no number of a run');
});
