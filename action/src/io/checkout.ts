import { mkdir } from "node:fs/promises";
import { UserError } from "#core/errors.ts";
import { type Access, type Git, GitFailed, gitIn } from "#io/git.ts";

/** A branch of the remote `origin` and a work tree that shows it. */
export type Checkout = {
  git: Git;
  workTree: string;
  branch: string;
  /** The commit that the work tree shows; null for a branch that does not exist yet. */
  head: string | null;
  /** The path of the work tree inside its repository, with a slash at the end, or empty. */
  prefix: string;
  /** Fetches the branch and gives its newest commit; null when the remote has no such branch. */
  fetchTip(): Promise<string | null>;
};

/** A clone of one branch with one commit, or an empty one that waits for the branch's first. May be repeated. */
export async function cloneBranch(
  folder: string,
  url: string,
  branch: string,
  access: Access,
): Promise<Checkout> {
  await mkdir(folder, { recursive: true });
  const git = gitIn(folder, access);
  await checkBranchName(git, branch);
  await git(["init", "--quiet"]);
  await git(["symbolic-ref", "HEAD", `refs/heads/${branch}`]);
  await git(["config", "remote.origin.url", url]);
  const fetchTip = () => fetchBranch(git, branch, ["--depth=1"]);
  const head = await fetchTip();
  if (head !== null) await git(["reset", "--quiet", "--hard", head]);
  return { git, workTree: folder, branch, head, prefix: "", fetchTip };
}

/** The branch that is checked out in the user's own work tree. */
export async function currentCheckout(folder: string, access: Access): Promise<Checkout> {
  const git = gitIn(folder, access);
  const prefix = await git(["rev-parse", "--show-prefix"]).catch(
    instead(
      new UserError(
        `${folder} is not a git checkout, but data-branch is \`.\`, the checked-out branch.`,
        "Check the repository out first (actions/checkout), or use another data-branch, or `commit: false`.",
      ),
    ),
  );
  const branch = await git(["symbolic-ref", "--quiet", "--short", "HEAD"]).catch(
    instead(
      new UserError(
        "data-branch is `.`, but the checkout is of a commit and not of a branch.",
        "Check a branch out (`ref: main` for actions/checkout), or use another data-branch.",
      ),
    ),
  );
  const head = await git(["rev-parse", "--quiet", "--verify", "HEAD"]).catch(() => null);
  const fetchTip = () => fetchBranch(git, branch.trim(), []);
  return {
    git,
    workTree: folder,
    branch: branch.trim(),
    head: head?.trim() ?? null,
    prefix: prefix.trim(),
    fetchTip,
  };
}

async function fetchBranch(git: Git, branch: string, depth: readonly string[]): Promise<string | null> {
  try {
    await git(["fetch", "--quiet", "--no-tags", ...depth, "origin", `refs/heads/${branch}`]);
  } catch (error) {
    if (error instanceof GitFailed && /couldn't find remote ref/i.test(error.stderr)) return null;
    throw error;
  }
  return (await git(["rev-parse", "FETCH_HEAD"])).trim();
}

async function checkBranchName(git: Git, branch: string): Promise<void> {
  await git(["check-ref-format", `refs/heads/${branch}`]).catch(
    instead(new UserError(`${JSON.stringify(branch)} is not a branch name.`, "Choose another data-branch.")),
  );
}

/** For `catch`, where git's refusal has one meaning; other errors, as a missing git, stay what they are. */
function instead(meaning: UserError): (error: unknown) => never {
  return (error) => {
    throw error instanceof GitFailed ? meaning : error;
  };
}

/** Git's own id of a folder without files. */
const EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

/** Text files of a branch. */
export type BranchFiles = {
  /** Null when absent. */
  read(path: string): Promise<string | null>;
  /** Names of the files right in a folder, which are fetched together; none when it is absent. */
  list(folder: string): Promise<string[]>;
};

/** Files of the remote's default branch, without its history and the files nobody asks for. May be repeated. */
export async function readDefaultBranch(folder: string, url: string, access: Access): Promise<BranchFiles> {
  await mkdir(folder, { recursive: true });
  const git = gitIn(folder, access);
  await git(["init", "--quiet", "--bare"]);
  await git(["config", "remote.origin.url", url]);
  try {
    await git(["fetch", "--quiet", "--no-tags", "--depth=1", "--filter=blob:none", "origin", "HEAD"]);
  } catch (error) {
    if (error instanceof GitFailed && /couldn't find remote ref/i.test(error.stderr))
      return { read: async () => null, list: async () => [] };
    throw error;
  }
  return {
    async read(path) {
      const [, id] =
        /^100\d{3} blob ([0-9a-f]+)\t/.exec(await git(["ls-tree", "FETCH_HEAD", "--", path])) ?? [];
      return id === undefined ? null : git(["cat-file", "blob", id]);
    },
    async list(path) {
      const rows = (await git(["ls-tree", "-z", "FETCH_HEAD", "--", `${path}/`])).split("\0");
      // Whoever lists a folder reads its files: comparing them with nothing fetches all at once, not one by one.
      if (rows.length > 1) await git(["diff", "--numstat", EMPTY_TREE, "FETCH_HEAD", "--", `${path}/`]);
      return rows.flatMap((row) => /^100\d{3} blob [0-9a-f]+\t(?:.*\/)?([^/]+)$/s.exec(row)?.[1] ?? []);
    },
  };
}
