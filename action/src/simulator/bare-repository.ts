import { execFileSync } from "node:child_process";

/** A git repository on disk, in which commits land that are made by the API. */

/** The input of GraphQL's mutation. */
export type CommitOnBranch = {
  branch: { repositoryNameWithOwner: string; branchName: string };
  expectedHeadOid: string;
  message: { headline: string };
  fileChanges: { additions?: { path: string; contents: string }[]; deletions?: { path: string }[] };
};

/** Whom GitHub names as the committer of what it signs. */
const GITHUB = { NAME: "GitHub", EMAIL: "noreply@github.com" };

export function gitIn(bare: string, args: readonly string[], input: string | Buffer = "", env = {}): string {
  const { PATH } = process.env;
  const people = {
    ...{ GIT_AUTHOR_NAME: GITHUB.NAME, GIT_AUTHOR_EMAIL: GITHUB.EMAIL },
    ...{ GIT_COMMITTER_NAME: GITHUB.NAME, GIT_COMMITTER_EMAIL: GITHUB.EMAIL },
  };
  const options = { cwd: bare, input, env: { PATH, ...people, ...env }, encoding: "utf8" } as const;
  return execFileSync("git", [...args], options).trim();
}

/** Null: there is no such branch. */
export function tipOf(bare: string, branch: string): string | null {
  return gitIn(bare, ["for-each-ref", "--format=%(objectname)", `refs/heads/${branch}`]) || null;
}

/** A file's text on a branch; null: there is none. */
export function fileOn(bare: string, branch: string, path: string): string | null {
  const tip = tipOf(bare, branch);
  const id = tip === null ? "" : gitIn(bare, ["ls-tree", "--object-only", tip, "--", path]);
  return id === "" ? null : execFileSync("git", ["cat-file", "blob", id], { cwd: bare, encoding: "utf8" });
}

export function commitOnTip(bare: string, { branch, expectedHeadOid, ...asked }: CommitOnBranch): string {
  const { additions = [], deletions = [] } = asked.fileChanges;
  const env = { GIT_INDEX_FILE: `${bare}/api-index` };
  gitIn(bare, ["read-tree", expectedHeadOid], "", env);
  const lines = [
    ...additions.map(
      ({ path, contents }) => `100644 ${blob(bare, Buffer.from(contents, "base64"))}\t${path}\0`,
    ),
    ...deletions.map(({ path }) => `0 ${"0".repeat(40)}\t${path}\0`),
  ];
  gitIn(bare, ["update-index", "-z", "--index-info"], lines.join(""), env);
  const tree = gitIn(bare, ["write-tree"], "", env);
  const commit = gitIn(bare, ["commit-tree", tree, "-p", expectedHeadOid, "-m", asked.message.headline]);
  gitIn(bare, ["update-ref", `refs/heads/${branch.branchName}`, commit, expectedHeadOid]);
  return commit;
}

export function blob(bare: string, content: string | Buffer): string {
  return gitIn(bare, ["hash-object", "-w", "--stdin"], content);
}
