import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Clock, Report } from "#app/effects.ts";
import { UserError } from "#core/errors.ts";
import { dataFile, repositoryFolders } from "#core/records/files.ts";
import {
  type BranchFiles,
  type Checkout,
  cloneBranch,
  currentCheckout,
  readDefaultBranch,
} from "#io/checkout.ts";
import { dataDirOnBranch, refuseLinkOut } from "#io/data-dir.ts";
import { eventHistory, type SeenCommit } from "#io/event-history.ts";
import type { Access } from "#io/git.ts";
import { explained, kindOfTrouble } from "#io/git-trouble.ts";
import type { SignedCommits } from "#io/github/signed-commits.ts";
import { type Published, publishRecords } from "#io/push-records.ts";
import { replaceHistory } from "#io/replace-history.ts";
import { type NoteKeeper, remoteNote } from "#io/safekeeping.ts";

/** A git branch that holds records, as a folder to read and write, and a way to publish what was written. */
export type DataBranch = {
  /** The data-dir on disk: give it to `directoryStore`. */
  directory: string;
  /** Commits and pushes the records that changed; no commit when none did. Merges when somebody else pushed. */
  publish(message: string): Promise<Published>;
  /** The commit that the folder shows, until something is published; null: the branch has none yet. */
  tip(): string | null;
  /** Every commit of the branch with what it did to events, the first one first. @throws UserError */
  history(): AsyncIterable<SeenCommit>;
  /**
   * Publishes nothing new, but puts one commit in the place of all there were. Null for the checked-out branch, whose
   * history is somebody's code.
   */
  replaceHistory: ((message: string) => Promise<string>) | null;
  /** What outlives a sync of that repository that is killed. */
  noteOf(repository: string): NoteKeeper;
  /** A text file from the remote's default branch, e.g. `.github/agentops.yml`; null when absent. */
  readDefaultBranchFile(path: string): Promise<string | null>;
  /** Names of the files right in a folder of that branch. */
  listDefaultBranchFolder(path: string): Promise<string[]>;
  /** Removes the clone, unless it holds what could not be published; the workspace's own checkout (`.`) stays. */
  close(): Promise<void>;
};

export type DataBranchOptions = {
  /** `https://github.com`, an Enterprise host, or `file:///…` in tests: the remote is `<serverUrl>/<repository>.git`. */
  serverUrl: string;
  repository: string;
  /** Null: git's own credentials. */
  token: string | null;
  /** `agentops-data`; made as an orphan branch when absent. `.`: the branch checked out in `workDir`. */
  branch: string;
  /** Where to make the clone (a sub-folder of it); for branch `.`, the checkout itself. */
  workDir: string;
  /** The folder of the records on the branch, relative. Default `data`. */
  dataDir?: string;
  report: Report;
  clock: Clock;
  /** For a branch that takes signed commits only; without it such a branch is a UserError. */
  signed?: SignedCommits | null;
};

const WAITS_SECONDS = [2, 8];

/** @throws UserError with a remedy for everything that can go wrong with a remote */
export async function openDataBranch(options: DataBranchOptions): Promise<DataBranch> {
  const { serverUrl, repository, token, branch, workDir, clock } = options;
  const access: Access = { serverUrl, token };
  const url = `${serverUrl.replace(/\/+$/, "")}/${repositoryFolders(repository).join("/")}.git`;
  const dataDir = dataDirOnBranch(options.dataDir ?? "data");
  const inWorkspace = branch === ".";

  if (!inWorkspace) await mkdir(workDir, { recursive: true });
  const temporary = await mkdtemp(join(inWorkspace ? tmpdir() : workDir, "agentops-"));
  /** What could not be published is somebody's to save. */
  let isKept = false;
  const close = async () => {
    if (!isKept) await rm(temporary, { recursive: true, force: true });
  };
  try {
    const checkout = inWorkspace
      ? await currentCheckout(workDir, access)
      : await patiently(() => cloneBranch(join(temporary, "branch"), url, branch, access), clock);
    if (!inWorkspace) await refuseUnrelated(checkout, dataDir);
    await refuseLinkOut(join(checkout.workTree, dataDir), checkout.workTree, dataDir);
    const place = { directory: join(checkout.workTree, dataDir), prefix: `${checkout.prefix}${dataDir}/` };
    let head = checkout.head;
    const defaultBranch = laterFiles(
      () => patiently(() => readDefaultBranch(join(temporary, "default-branch"), url, access), clock),
      repository,
    );

    return {
      directory: place.directory,
      close,
      async publish(message) {
        try {
          const published = await publishRecords(checkout, head, place, message, options);
          head = published.sha;
          isKept = false;
          return published;
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          isKept = true;
          const kept = `What was fetched is kept in ${place.directory} on this machine, and the next sync asks GitHub for what is not on the branch.`;
          throw new UserError(error.message, `${error.remedy} ${kept}`, { cause: error.cause });
        }
      },
      tip: () => head,
      history: () => eventHistory(checkout, head, place.prefix),
      replaceHistory: inWorkspace
        ? null
        : async (message) => {
            head = await replaceHistory(checkout, head, message);
            return head;
          },
      noteOf: (watched) => remoteNote(checkout.git, watched),
      readDefaultBranchFile: defaultBranch.read,
      listDefaultBranchFolder: defaultBranch.list,
    };
  } catch (error) {
    await close();
    throw explained(error, `Cannot open branch ${branch} of ${repository}`);
  }
}

/** Files of a branch that is fetched once somebody asks for one. */
function laterFiles(fetch: () => Promise<BranchFiles>, repository: string): BranchFiles {
  let source: Promise<BranchFiles> | null = null;
  async function from<T>(path: string, ask: (files: BranchFiles) => Promise<T>): Promise<T> {
    try {
      source ??= fetch();
      return await ask(await source);
    } catch (error) {
      throw explained(error, `Cannot read ${path} of ${repository}`);
    }
  }
  return {
    read: (path) => from(path, (files) => files.read(path)),
    list: (path) => from(path, (files) => files.list(path)),
  };
}

/** Asks again, a few times, while the server does not answer. */
async function patiently<T>(work: () => Promise<T>, clock: Clock): Promise<T> {
  for (const seconds of WAITS_SECONDS)
    try {
      return await work();
    } catch (error) {
      if (kindOfTrouble(error) !== "passing") throw error;
      await clock.sleep(seconds);
    }
  return work();
}

/** A branch of somebody's code is not a place for data, even when its name was given. */
async function refuseUnrelated({ git, head, branch }: Checkout, dataDir: string): Promise<void> {
  if (head === null) return;
  const names = (await git(["ls-tree", "-z", "--name-only", head])).split("\0").filter(Boolean);
  if (names.length === 0) return;
  const files = (await git(["ls-tree", "-r", "-z", "--name-only", head, "--", `${dataDir}/`])).split("\0");
  // A folder that has the name and none of our records is somebody's.
  if (files.some((file) => dataFile(file.slice(dataDir.length + 1)) !== null)) return;
  throw new UserError(
    `The branch ${branch} holds no records of ours in ${dataDir}/ but ${names.length} other files or folders (${names[0]}, …).`,
    "Choose a data-branch of its own (default: agentops-data); the sync creates it. `.` writes into the checked-out branch.",
  );
}
