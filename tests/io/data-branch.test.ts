import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { UserError } from "#core/errors.ts";
import { SCHEMA_VERSION } from "#core/records/version.ts";
import { directoryStore } from "#io/store.ts";
import { aJournalEntry, aRunRecord, aState } from "../builders.ts";
import { aRemote, git, REPOSITORY, type Remote, temporaryFolder, write } from "./remote.ts";

const DAY = "2026-11-20";
const BRANCH = "agentops-data";

/** What a sync does, with one run of its own. */
async function sync(remote: Remote, id: number, options: Parameters<Remote["open"]>[0] = {}) {
  const branch = await remote.open(options);
  const store = directoryStore(branch.directory, REPOSITORY);
  await store.merge("runs", DAY, [aRunRecord({ id })]);
  await store.writeState(aState({ pending: [], covered: null }));
  await store.merge("journal", "2026-11", [aJournalEntry({ run_id: id })]);
  return { branch, store, published: await branch.publish("Add 1 run") };
}

async function storedIds(remote: Remote): Promise<number[]> {
  const branch = await remote.open();
  const runs = await directoryStore(branch.directory, REPOSITORY).read("runs", DAY);
  await branch.close();
  return runs.map((run) => run.id);
}

const commits = (remote: Remote, branch = BRANCH) =>
  git(remote.bare, "log", "--format=%an <%ae>|%s", branch).split("\n");

describe("the data branch", () => {
  it("begins with the first publish, apart from the code, and is read again by the next sync", async () => {
    const remote = aRemote();
    const { branch, published } = await sync(remote, 1);
    expect(published).toMatchObject({ committed: true, tries: 1 });
    expect(git(remote.bare, "rev-parse", BRANCH)).toBe(published.sha);
    expect(git(remote.bare, "ls-tree", "-r", "--name-only", BRANCH).split("\n")).toEqual([
      "data/README.md",
      `data/${REPOSITORY}/journal/2026-11.json`,
      `data/${REPOSITORY}/runs/${DAY}.json`,
      `data/${REPOSITORY}/state.json`,
    ]);
    expect(commits(remote)).toEqual([
      "github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>|Add 1 run",
    ]);
    await branch.close();
    expect(await storedIds(remote)).toEqual([1]);
  });

  it("gets no commit when nothing changed", async () => {
    const remote = aRemote();
    const { branch, store, published } = await sync(remote, 1);
    await store.merge("runs", DAY, [aRunRecord({ id: 1 })]);
    expect(await branch.publish("Nothing")).toEqual({
      ...{ committed: false, sha: published.sha, tries: 0, merged: false },
    });
    const next = await remote.open();
    expect(await next.publish("Nothing")).toEqual({
      ...{ committed: false, sha: published.sha, tries: 0, merged: false },
    });
    expect(commits(remote)).toHaveLength(1);
  });

  it("gets a second commit from the same opening", async () => {
    const remote = aRemote();
    const { branch, store } = await sync(remote, 1);
    await store.merge("runs", DAY, [aRunRecord({ id: 2 })]);
    expect(await branch.publish("Add another")).toMatchObject({ committed: true, tries: 1 });
    expect(await storedIds(remote)).toEqual([1, 2]);
  });

  it("takes five syncs at once and loses nothing, on a new branch and on an old one", async () => {
    const remote = aRemote();
    for (const round of [0, 5]) {
      const syncs = [1, 2, 3, 4, 5].map((index) => sync(remote, round + index));
      for (const { published } of await Promise.all(syncs)) expect(published.committed).toBe(true);
      expect(commits(remote)).toHaveLength(round + 5);
    }
    expect(await storedIds(remote)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const branch = await remote.open();
    const journal = await directoryStore(branch.directory, REPOSITORY).read("journal", "2026-11");
    expect(journal.map((entry) => entry.run_id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  }, 90_000);

  it("shows the merged records after a race", async () => {
    const remote = aRemote();
    await sync(remote, 1);
    const slow = await remote.open();
    const slowStore = directoryStore(slow.directory, REPOSITORY);
    await slowStore.merge("runs", DAY, [aRunRecord({ id: 3 })]);
    const quick = await sync(remote, 2);
    await quick.store.merge("runs", "2026-11-19", [
      aRunRecord({ id: 9, created_at: "2026-11-19T10:00:00Z" }),
    ]);
    await quick.branch.publish("Add a day");
    expect(await slow.publish("Add run 3")).toMatchObject({ committed: true, tries: 2 });
    expect((await slowStore.read("runs", DAY)).map((run) => run.id)).toEqual([1, 2, 3]);
    expect(await slowStore.days("runs")).toEqual(["2026-11-19", DAY]);
    expect(await slow.publish("Nothing")).toMatchObject({ committed: false });
  });

  it("makes no second commit of what somebody else published meanwhile", async () => {
    const remote = aRemote();
    await sync(remote, 1);
    const [first, second] = [await remote.open(), await remote.open()];
    for (const branch of [first, second])
      await directoryStore(branch.directory, REPOSITORY).merge("runs", DAY, [aRunRecord({ id: 2 })]);
    await first.publish("Add run 2, faster");
    expect(await second.publish("Add run 2")).toMatchObject({ committed: false, tries: 2 });
    expect(commits(remote)).toHaveLength(2);
  });

  it("publishes records only: neither leftovers of killed writers nor files of others", async () => {
    const remote = aRemote();
    const branch = await remote.open();
    await directoryStore(branch.directory, REPOSITORY).merge("runs", DAY, [aRunRecord()]);
    write(branch.directory, `${REPOSITORY}/runs/.${DAY}.json.1.tmp`, "half");
    write(branch.directory, "secrets.txt", "mine");
    await branch.publish("Add 1 run");
    expect(git(remote.bare, "ls-tree", "-r", "--name-only", BRANCH)).not.toMatch(/tmp|secrets/);
  });

  it("removes nothing but its own folder when it is closed", async () => {
    const remote = aRemote();
    const workDir = temporaryFolder();
    write(workDir, "mine.txt", "stays");
    const branch = await remote.open({ workDir });
    await branch.close();
    expect(readdirSync(workDir)).toEqual(["mine.txt"]);
  });
});

describe("the default branch", () => {
  it("gives one file without a checkout, and null for what it has not", async () => {
    const branch = await aRemote().open();
    expect(await branch.readDefaultBranchFile(".github/agentops.yml")).toContain("triage");
    expect(await branch.readDefaultBranchFile(".github/absent.yml")).toBeNull();
    expect(await branch.readDefaultBranchFile(".github")).toBeNull();
    expect(await branch.listDefaultBranchFolder(".github")).toEqual(["agentops.yml"]);
    expect(await branch.listDefaultBranchFolder(".github/absent")).toEqual([]);
  });

  it("has no files in an empty repository, which can still get its data branch", async () => {
    const remote = aRemote();
    git(remote.bare, "update-ref", "-d", "refs/heads/main");
    const { branch, published } = await sync(remote, 1);
    expect(published.committed).toBe(true);
    git(remote.bare, "symbolic-ref", "HEAD", "refs/heads/main");
    expect(await branch.readDefaultBranchFile(".github/agentops.yml")).toBeNull();
  });
});

describe("the checked-out branch as data branch", () => {
  const options = (workDir: string) => ({ branch: ".", workDir });

  it("gets a commit with the data files alone; other work stays as it was, staged or not", async () => {
    const remote = aRemote();
    const clone = remote.clone();
    write(clone, "src/parser.ts", "changed, not staged\n");
    write(clone, "src/new.ts", "staged\n");
    write(clone, ".git/hooks/pre-push", "#!/bin/sh\nexit 1\n");
    git(clone, "add", "src/new.ts");
    const { published } = await sync(remote, 1, options(clone));
    expect(published).toMatchObject({ committed: true, tries: 1 });
    expect(git(remote.bare, "show", "--name-only", "--format=", "main").split("\n")).toEqual([
      "data/README.md",
      `data/${REPOSITORY}/journal/2026-11.json`,
      `data/${REPOSITORY}/runs/${DAY}.json`,
      `data/${REPOSITORY}/state.json`,
    ]);
    expect(git(clone, "rev-parse", "HEAD")).toBe(published.sha);
    expect(git(clone, "status", "--porcelain")).toBe("A  src/new.ts\n M src/parser.ts".trim());
  });

  it("is published even where a data folder is ignored", async () => {
    const remote = aRemote();
    const clone = remote.clone();
    write(clone, ".gitignore", "data/\n");
    expect((await sync(remote, 1, options(clone))).published.committed).toBe(true);
  });

  it("follows when somebody pushed code meanwhile", async () => {
    const remote = aRemote();
    const [clone, colleague] = [remote.clone(), remote.clone()];
    write(colleague, "src/lexer.ts", "export const lexer = 1;\n");
    git(colleague, "add", "-A");
    git(colleague, "commit", "--quiet", "-m", "Add a lexer");
    git(colleague, "push", "--quiet");
    write(clone, "src/parser.ts", "changed, not staged\n");
    const { published } = await sync(remote, 1, options(clone));
    expect(published).toMatchObject({ committed: true, tries: 2 });
    expect(git(clone, "rev-parse", "HEAD")).toBe(git(remote.bare, "rev-parse", "main"));
    expect(existsSync(join(clone, "src/lexer.ts"))).toBe(true);
    expect(git(clone, "status", "--porcelain")).toBe("M src/parser.ts");
    expect(git(remote.bare, "log", "--format=%s", "main").split("\n")).toEqual([
      "Add 1 run",
      "Add a lexer",
      "First",
    ]);
  });
});

describe("trouble with the remote", () => {
  async function refusal(work: () => Promise<unknown>): Promise<UserError> {
    const error = await work().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    return error as UserError;
  }

  it("names a repository that is not there", async () => {
    const error = await refusal(() => aRemote().open({ repository: "octo-org/absent" }));
    expect(error.message).toContain("octo-org/absent");
    expect(error.remedy).toContain("owner/name");
  });

  it("says that git is missing", async () => {
    const remote = aRemote();
    const path = process.env;
    process.env = { ...path, PATH: "/nowhere" };
    const errors = await Promise.all([
      refusal(() => remote.open()),
      refusal(() => remote.open({ branch: "." })),
    ]);
    process.env = path;
    for (const error of errors) {
      expect(error.message).toContain("git is not installed");
      expect(error.remedy).toContain("commit: false");
    }
  });

  it("refuses a branch with somebody's code", async () => {
    const error = await refusal(() => aRemote().open({ branch: "main" }));
    expect(error.message).toContain("holds no records of ours in data/");
    expect(error.remedy).toContain("agentops-data");
  });

  it("refuses it too when the code has a folder of that name, and takes it when that is ours", async () => {
    const remote = aRemote();
    const clone = remote.clone();
    write(clone, "data/README.md", "My measurements\n");
    write(clone, "data/2026/november/table.json", "{}\n");
    const push = () => {
      git(clone, "add", "-A");
      git(clone, "commit", "--quiet", "-m", "Data");
      git(clone, "push", "--quiet", "origin", "main");
    };
    push();
    const error = await refusal(() => remote.open({ branch: "main" }));
    expect(error.message).toContain("holds no records of ours in data/ but 3 other files or folders");
    write(clone, `data/${REPOSITORY}/analyses/${DAY}.json`, "{}\n");
    push();
    expect((await remote.open({ branch: "main" })).directory).toMatch(/data$/);
  });

  it("refuses what is no branch name", async () => {
    expect((await refusal(() => aRemote().open({ branch: "a..b" }))).message).toContain("a..b");
  });

  it("says what `.` needs: a checkout, of a branch", async () => {
    const remote = aRemote();
    const bare = () => remote.open({ branch: ".", workDir: temporaryFolder() });
    expect((await refusal(bare)).remedy).toContain("actions/checkout");
    const clone = remote.clone();
    git(clone, "checkout", "--quiet", "--detach");
    expect((await refusal(() => remote.open({ branch: ".", workDir: clone }))).remedy).toContain("ref: main");
  });

  it("says that the branch was deleted, and does not bring it back by itself", async () => {
    const remote = aRemote();
    await sync(remote, 1);
    const branch = await remote.open();
    await directoryStore(branch.directory, REPOSITORY).merge("runs", DAY, [aRunRecord({ id: 2 })]);
    git(remote.bare, "update-ref", "-d", `refs/heads/${BRANCH}`);
    const error = await refusal(() => branch.publish("Add run 2"));
    expect(error.message).toContain("deleted");
    expect(git(remote.bare, "branch", "--list", BRANCH)).toBe("");
  });

  const RULES = "Review all repository rules at https://github.com/octo-org/agent-fleet/rules?ref=refs";
  it.each([
    [
      "a protected branch",
      [
        "error: GH006: Protected branch update failed for refs/heads/agentops-data.",
        "error: Cannot change this locked branch",
      ],
      "Cannot change this locked branch (GH006)",
      /bypass/,
    ],
    [
      "a branch for pull requests",
      [
        "error: GH006: Protected branch update failed for refs/heads/agentops-data.",
        "error: Changes must be made through a pull request.",
      ],
      "Changes must be made through a pull request. (GH006)",
      /nobody reviews records/,
    ],
    [
      "signatures",
      [
        "error: GH013: Repository rule violations found for refs/heads/agentops-data.",
        RULES,
        "",
        "- Commits must have verified signatures.",
        "  Found 1 violation:",
        "",
        "  6a1e3c0f9d2b4f7a8c5e1d3b2a4f6e8c0d1b2a3f",
        "",
      ],
      "Commits must have verified signatures. (GH013)",
      /requires signed commits/,
    ],
    [
      "two rules",
      [
        "error: GH013: Repository rule violations found for refs/heads/agentops-data.",
        RULES,
        "- Cannot create ref due to creations being restricted.",
        "- Cannot update this protected ref.",
      ],
      "Cannot create ref due to creations being restricted. Cannot update this protected ref. (GH013)",
      /bypass/,
    ],
    [
      "a large file",
      [
        "error: Trace: 8a2f0c",
        "error: See https://gh.io/lfs for more information.",
        "error: File data/octo-org/agent-fleet/runs/2026-11-20.json is 108.00 MB; this exceeds GitHub's file size limit of 100.00 MB",
        "error: GH001: Large files detected. You may want to try Git Large File Storage.",
      ],
      "File data/octo-org/agent-fleet/runs/2026-11-20.json is 108.00 MB; this exceeds GitHub's file size limit of 100.00 MB (GH001)",
      /new data-branch/,
    ],
    [
      "a private address",
      [
        "error: GH007: Your push would publish a private email address.",
        "You can make your email public or disable this protection by visiting:",
        "https://github.com/settings/emails",
      ],
      "Your push would publish a private email address. (GH007)",
      /github-actions\[bot\]/,
    ],
    [
      "secrets",
      [
        "error: GH013: Repository rule violations found for refs/heads/agentops-data.",
        RULES,
        "",
        "- GITHUB PUSH PROTECTION",
        "  —————————————————————————————————————————",
        "    Resolve the following violations before pushing again",
        "",
        "    - Push cannot contain secrets",
        "",
        "     (?) Learn how to resolve a blocked push",
        "     https://docs.github.com/code-security/secret-scanning/working-with-push-protection",
        "",
        "      —— Slack Incoming Webhook URL ————————————",
        "       locations:",
        "         - commit: 8728dbe67f2b4e0c8a1d",
        "           path: data/octo-org/agent-fleet/analyses/2026-11-20.json:12",
        "",
        "       (?) To push, remove secret from commit(s) or follow this URL to allow the secret.",
      ],
      "Push cannot contain secrets (GH013)",
      /privacy\.redact/,
    ],
    [
      "messages of another form",
      [
        "error: GH013: Repository rule violations found for refs/heads/agentops-data.",
        RULES,
        "- Commit message must match a given regex pattern: ^(feat|fix|chore): ",
      ],
      "Commit message must match a given regex pattern: ^(feat|fix|chore): (GH013)",
      /bypass/,
    ],
    [
      "an archived repository",
      ["This repository was archived so it is read-only."],
      "This repository was archived so it is read-only.",
      /[Uu]narchive/,
    ],
    [
      "a token that the organization's sign-on does not know",
      [
        "The 'octo-org' organization has enabled or enforced SAML SSO.",
        "To access this repository, you must re-authorize the token.",
      ],
      "The 'octo-org' organization has enabled or enforced SAML SSO. To access this repository, you must re-authorize the token.",
      /Configure SSO/,
    ],
    [
      "too much at once",
      ["fatal: pack exceeds maximum allowed size (2.00 GiB)"],
      "pack exceeds maximum allowed size (2.00 GiB)",
      /lookback-days/,
    ],
    [
      "a hook of their own",
      ["No pushes on Fridays, says policy 7."],
      "No pushes on Fridays, says policy 7.",
      /bypass/,
    ],
  ])(
    "says the rule first and what helps against %s, keeps the records, and does not try again",
    async (_, says, first, remedy) => {
      const remote = aRemote();
      const workDir = temporaryFolder();
      remote.hook(`cat >&2 <<'SAYS'\n${says.join("\n")}\nSAYS\nexit 1`);
      const branch = await remote.open({ workDir });
      const store = directoryStore(branch.directory, REPOSITORY);
      await store.merge("runs", DAY, [aRunRecord({ id: 1 })]);
      const error = await refusal(() => branch.publish("Add 1 run"));
      expect(error.message.indexOf(first)).toBeGreaterThan(-1);
      expect(error.message.indexOf(first)).toBeLessThan(60);
      expect(error.message).not.toContain("tries");
      expect(error.remedy).toMatch(remedy);
      expect(error.remedy).toContain(branch.directory);
      await branch.close();
      expect((await store.read("runs", DAY)).map(({ id }) => id)).toEqual([1]);
      // Once the rule is gone, what was kept is published.
      remote.hook("exit 0");
      expect(await branch.publish("Add 1 run")).toMatchObject({ committed: true, tries: 1 });
      await branch.close();
      expect(readdirSync(workDir)).toEqual([]);
    },
  );

  it("gives up when others are always faster, and publishes in the next", async () => {
    const remote = aRemote();
    await sync(remote, 1);
    const branch = await remote.open();
    await directoryStore(branch.directory, REPOSITORY).merge("runs", DAY, [aRunRecord({ id: 2 })]);
    // While the server looks at our push, another one lands; a hook may not do that unless it leaves quarantine.
    remote.hook(
      `unset GIT_QUARANTINE_PATH GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES
       export GIT_AUTHOR_NAME=Ann GIT_AUTHOR_EMAIL=a@b.c GIT_COMMITTER_NAME=Ann GIT_COMMITTER_EMAIL=a@b.c
       git update-ref refs/heads/${BRANCH} $(git commit-tree -p ${BRANCH} -m Faster ${BRANCH}^{tree})`,
    );
    const error = await refusal(() => branch.publish("Add run 2"));
    expect(error.message).toContain("after 5 tries");
    expect(commits(remote).filter((commit) => commit.endsWith("Faster"))).toHaveLength(5);
    remote.hook("exit 0");
    expect(await branch.publish("Add run 2")).toMatchObject({ committed: true, tries: 2 });
    expect(await storedIds(remote)).toEqual([1, 2]);
  });

  it("stops at data that a newer AgentOps pushed meanwhile", async () => {
    const remote = aRemote();
    await sync(remote, 1);
    const branch = await remote.open();
    const store = directoryStore(branch.directory, REPOSITORY);
    await store.merge("runs", DAY, [aRunRecord({ id: 2 })]);
    const newer = temporaryFolder();
    git(newer, "clone", "--quiet", "--branch", BRANCH, remote.bare, ".");
    const path = `data/${REPOSITORY}/runs/${DAY}.json`;
    const text = readFileSync(join(newer, path), "utf8");
    write(
      newer,
      path,
      text.replace(`"schema_version": ${SCHEMA_VERSION}`, `"schema_version": ${SCHEMA_VERSION + 1}`),
    );
    git(newer, "commit", "--quiet", "-am", "From the future");
    git(newer, "push", "--quiet");
    const error = await refusal(() => branch.publish("Add run 2"));
    expect(error.message).toContain("newer than this AgentOps");
    expect(commits(remote)[0]).toContain("From the future");
  });
});

describe("a note on the remote", () => {
  const notes = (remote: Remote) => git(remote.bare, "for-each-ref", "--format=%(refname)", "refs/agentops");

  it("outlives the clone that left it, is replaced and taken back, and makes no commit", async () => {
    const remote = aRemote();
    const first = await remote.open();
    expect(await first.noteOf(".github/x.lock").readNote()).toBeNull();
    await first.noteOf(".github/x.lock").writeNote("reading 1");
    await first.noteOf(REPOSITORY).writeNote("other");
    await first.close();
    const second = (await remote.open()).noteOf(".github/x.lock");
    expect(await second.readNote()).toBe("reading 1");
    await second.writeNote("reading 2");
    expect(await second.readNote()).toBe("reading 2");
    await second.writeNote(null);
    expect(await second.readNote()).toBeNull();
    expect(notes(remote)).toBe("refs/agentops/in-progress/octo-org/agent-fleet");
    expect(git(remote.bare, "for-each-ref", "--format=%(refname)", "refs/heads")).toBe("refs/heads/main");
  });

  it("is left beside a branch that others push to meanwhile", async () => {
    const remote = aRemote();
    const [branch, other] = [await remote.open(), await remote.open()];
    const stores = [branch, other].map(({ directory }) => directoryStore(directory, REPOSITORY));
    await stores[0]?.merge("runs", DAY, [aRunRecord({ id: 1 })]);
    await stores[1]?.merge("runs", DAY, [aRunRecord({ id: 2 })]);
    expect(await other.publish("Two")).toMatchObject({ committed: true, merged: false });
    await branch.noteOf(REPOSITORY).writeNote("reading");
    expect(await branch.publish("One")).toMatchObject({ committed: true, merged: true });
    expect((await stores[0]?.read("runs", DAY))?.map(({ id }) => id)).toEqual([1, 2]);
  });
});
