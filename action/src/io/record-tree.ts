import { lstat, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { dataFile } from "#core/records/files.ts";
import { DATA_README } from "#core/records/readme.ts";
import { absent, readText } from "#io/atomic-file.ts";
import type { Git } from "#io/git.ts";

/** Our files under a data-dir: path there → git's id of the content. Everything else on the branch is not ours. */
export type RecordTree = ReadonlyMap<string, string>;

/** What to do to a tree: path → new content, or null to remove it. */
export type Changes = ReadonlyMap<string, string | null>;

const README = "README.md";
const BOT = { NAME: "github-actions[bot]", EMAIL: "41898282+github-actions[bot]@users.noreply.github.com" };

/** Whose commits ours are. */
export const BOT_ENVIRONMENT = {
  GIT_AUTHOR_NAME: BOT.NAME,
  GIT_AUTHOR_EMAIL: BOT.EMAIL,
  GIT_COMMITTER_NAME: BOT.NAME,
  GIT_COMMITTER_EMAIL: BOT.EMAIL,
};

/** The records of a commit. `prefix` is the data-dir's path on the branch, ending in a slash. */
export async function committedRecords(git: Git, commit: string | null, prefix: string): Promise<RecordTree> {
  if (commit === null) return new Map();
  const listing = await git(["ls-tree", "-r", "-z", "--full-tree", commit, "--", prefix]);
  const tree = new Map<string, string>();
  for (const line of listing.split("\0")) {
    const [, id, path] = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    const name = path?.slice(prefix.length) ?? "";
    if (id !== undefined && (name === README || dataFile(name) !== null)) tree.set(name, id);
  }
  return tree;
}

/**
 * The records in a folder, stored as objects of git on the way. Asked of the folder, not of git's index or
 * ignore rules: a data-dir that is ignored in the user's repository is published all the same.
 */
export async function writtenRecords(git: Git, workTree: string, directory: string): Promise<RecordTree> {
  const found = (await readdir(directory, { recursive: true }).catch(absent)) ?? [];
  const names: string[] = [];
  for (const name of found.map((path) => path.split(sep).join("/")))
    if (dataFile(name) !== null && (await lstat(join(directory, name))).isFile()) names.push(name);
  if ((await readText(join(directory, README)).catch(() => null)) === DATA_README) names.push(README);
  if (names.length === 0) return new Map();
  const paths = names.map((name) => relative(workTree, join(directory, name)).split(sep).join("/"));
  const ids = await git(["hash-object", "-w", "--no-filters", "--stdin-paths"], {
    input: `${paths.join("\n")}\n`,
  });
  return new Map(
    ids
      .trim()
      .split("\n")
      .map((id, index) => [names[index] ?? "", id]),
  );
}

/** From one tree to the other. A README is never removed: a missing one may be somebody else's. */
export function difference(from: RecordTree, to: RecordTree): Changes {
  const changes = new Map<string, string | null>();
  for (const [path, id] of to) if (from.get(path) !== id) changes.set(path, id);
  for (const path of from.keys()) if (!to.has(path) && path !== README) changes.set(path, null);
  return changes;
}

/** A commit with these changes on top of `parent` (null: the first of its branch), made without touching files or index. */
export async function commitOn(
  git: Git,
  parent: string | null,
  changes: Changes,
  prefix: string,
  message: string,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "agentops-index-"));
  const env = { ...BOT_ENVIRONMENT, GIT_INDEX_FILE: join(folder, "index") };
  try {
    await git(["read-tree", parent ?? "--empty"], { env });
    const lines = [...changes].map(
      ([path, id]) => `${id === null ? `0 ${"0".repeat(40)}` : `100644 ${id}`}\t${prefix}${path}`,
    );
    await git(["update-index", "-z", "--index-info"], {
      env,
      input: lines.map((line) => `${line}\0`).join(""),
    });
    const tree = (await git(["write-tree", "--missing-ok"], { env })).trim();
    const on = parent === null ? [] : ["-p", parent];
    return (await git(["commit-tree", tree, ...on, "-m", message], { env })).trim();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
