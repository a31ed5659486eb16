import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Verified } from "#app/verify.ts";
import { directoryStore } from "#io/store.ts";
import type { Context } from "../../action/src/cli/context.ts";
import { parseExtras } from "../../action/src/cli/extras.ts";
import { forgetRecords } from "../../action/src/cli/forget.ts";
import { verify } from "../../action/src/cli/verify.ts";
import { parseOptions } from "../../action/src/inputs.ts";
import { readSurroundings } from "../../action/src/surroundings.ts";
import { aJournalEntry, anEvent, aRepositoryRecord, aRunRecord, aState } from "../builders.ts";
import { aRemote, git, REPOSITORY, type Remote, temporaryFolder } from "../io/remote.ts";
import { NOW, SILENT } from "../site/rendered.ts";

const DAY = "2026-11-20";
const BRANCH = "agentops-data";
const EVENTS = `data/${REPOSITORY}/events/${DAY}.json`;

const event = (n: number) =>
  anEvent({
    event_id: `000000000000000${n}`,
    run_id: n,
    user_id: "mona",
    content: "a word",
    attributes: { n },
  });

/** What a sync leaves that found these events. */
async function opened(remote: Remote, ...numbers: number[]) {
  const branch = await remote.open();
  const store = directoryStore(branch.directory, REPOSITORY);
  await store.writeRepository(aRepositoryRecord({ full_name: REPOSITORY }));
  await store.writeState(aState());
  await store.merge(
    "runs",
    DAY,
    numbers.map((id) => aRunRecord({ id })),
  );
  await store.merge("events", DAY, numbers.map(event));
  const tip = branch.tip();
  const entry = aJournalEntry({ run_id: numbers[0] ?? 0, ...(tip !== null && { data_tip: tip }) });
  await store.merge("journal", "2026-11", [entry]);
  return branch;
}

async function sync(remote: Remote, ...numbers: number[]): Promise<void> {
  await (await opened(remote, ...numbers)).publish("Sync");
}

function context(remote: Remote, printed: string[]): Context {
  return {
    options: parseOptions({ repository: REPOSITORY }, (name) => `--${name}`),
    surroundings: {
      ...readSurroundings({}),
      ...{ serverUrl: remote.serverUrl, workspace: temporaryFolder(), actor: "hubot" },
    },
    clock: { now: () => NOW, sleep: async () => {} },
    report: SILENT,
    print: (text) => void printed.push(text),
    colour: false,
  };
}

async function verified(remote: Remote, since: string | null = null) {
  const printed: string[] = [];
  const { exitCode } = await verify(context(remote, printed), { "commit-since": since, json: true });
  const text: string[] = [];
  await verify(context(remote, text), { "commit-since": since, json: false });
  return { exitCode, text: text.join("\n"), ...(JSON.parse(printed.join("")) as Verified) };
}

/** Somebody who may push, by hand. */
function tamper(remote: Remote, change: (text: string) => string): string {
  const clone = remote.clone();
  git(clone, "checkout", "--quiet", BRANCH);
  writeFileSync(join(clone, EVENTS), change(readFileSync(join(clone, EVENTS), "utf8")));
  git(clone, "commit", "--quiet", "-am", "Tidy up");
  git(clone, "push", "--quiet", "origin", BRANCH);
  return git(clone, "rev-parse", "HEAD");
}

const without = (n: number) => (text: string) =>
  text
    .split("\n")
    .filter((line) => !line.includes(`"n":${n}`))
    .join("\n")
    .replace(/,(\n {2}\])/, "$1");

it("finds nothing where syncs only added, at once and again", async () => {
  const remote = aRemote();
  await sync(remote, 1);
  const [slow, quick] = [await opened(remote, 2, 3), await opened(remote, 3, 4)];
  await quick.publish("Sync");
  expect(await slow.publish("Sync")).toMatchObject({ tries: 2 });
  await sync(remote, 5, 1);
  const found = await verified(remote);
  expect(found).toMatchObject({ exitCode: 0, commits: 4, added: 5, findings: [], explained: [] });
  expect(found.remembered).toBeGreaterThan(1);
  expect(found.chain).toMatchObject({ lines: 5, head: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(found.text).toContain("Nothing was taken from events/ in 4 commits.");
});

it("names the commit that removed a line, and the one that changed one, with its author", async () => {
  const remote = aRemote();
  await sync(remote, 1, 2, 3);
  const removed = tamper(remote, without(2));
  const changed = tamper(remote, (text) => text.replace('"n":3', '"n":9'));
  await sync(remote, 4);
  const found = await verified(remote);
  expect(found.exitCode).toBe(1);
  expect(found.findings).toMatchObject([
    { kind: "removed", commit: removed, author: "Ann", path: `${REPOSITORY}/events/${DAY}.json` },
    { kind: "changed", commit: changed, author: "Ann" },
  ]);
  expect(found.text).toContain(`Lines were removed: ${removed.slice(0, 12)}`);
});

it("sees a history that was rewritten against what syncs and people remember", async () => {
  const remote = aRemote();
  await sync(remote, 1, 2);
  const [first, theirs] = [git(remote.bare, "rev-parse", BRANCH), remote.clone()];
  await sync(remote, 3);
  const remembered = git(remote.bare, "rev-parse", BRANCH);
  git(theirs, "checkout", "--quiet", BRANCH);
  git(theirs, "commit", "--quiet", "--amend", "-m", "Sync, as it never was");
  git(theirs, "push", "--quiet", "--force", "origin", BRANCH);
  await sync(remote, 4);
  expect(await verified(remote)).toMatchObject({ exitCode: 0 }); // the one that knew went with the rest
  expect(await verified(remote, remembered)).toMatchObject({
    exitCode: 1,
    findings: [{ kind: "rewritten", commit: remembered }],
  });
  const clone = remote.clone();
  git(clone, "checkout", "--quiet", BRANCH);
  git(clone, "checkout", "--quiet", "--orphan", "new");
  git(clone, "commit", "--quiet", "-m", "All of it at once");
  git(clone, "push", "--quiet", "--force", "origin", `new:${BRANCH}`);
  const found = await verified(remote);
  expect(found.findings.map(({ kind }) => kind)).toContain("rewritten");
  expect(found.findings.map(({ commit }) => commit)).not.toContain(first);
});

it("tells what was forgotten, with its signature, from what was taken", async () => {
  const remote = aRemote();
  await sync(remote, 1, 2);
  await sync(remote, 3);
  await forgetRecords(context(remote, []), parseExtras({ run: "2", yes: true, reason: "by law" }));
  await forgetRecords(context(remote, []), parseExtras({ person: "mona", yes: true }));
  const found = await verified(remote);
  expect(found).toMatchObject({ exitCode: 0, findings: [] });
  expect(found.explained.map(({ what }) => what)).toEqual([
    "run 2 was forgotten on 2026-11-20 by hubot: by law",
    "a person was forgotten on 2026-11-20 by hubot: on request",
  ]);
  const taken = tamper(remote, without(3));
  expect((await verified(remote)).findings).toMatchObject([{ kind: "removed", commit: taken }]);
  await forgetRecords(context(remote, []), parseExtras({ run: "1", yes: true, history: true }));
  const after = await verified(remote);
  expect(after.findings).toEqual([]);
  expect(after.explained.at(-1)?.what).toContain("the history was replaced on 2026-11-20 by hubot");
});
