import { tmpdir } from "node:os";
import type { Report, Safekeeping, Store } from "#app/effects.ts";
import type { Config } from "#core/config.ts";
import { describe, UserError } from "#core/errors.ts";
import type { KnownErrors } from "#core/failures/known-error.ts";
import { plural } from "#core/format.ts";
import { cronsOf, workflowPath } from "#core/workflow-file.ts";
import { type DataBranch, openDataBranch } from "#io/data-branch.ts";
import { dataDirInWorkspace } from "#io/data-dir.ts";
import { kindOfTrouble } from "#io/git-trouble.ts";
import { signedCommits } from "#io/github/signed-commits.ts";
import { recordFolders } from "#io/record-folders.ts";
import { folderSafekeeping, type NoteKeeper } from "#io/safekeeping.ts";
import { directoryStore } from "#io/store.ts";
import { type Context, repositoryOf } from "./context.ts";
import { readConfig, readKnownErrors, type Texts, workspaceTexts } from "./texts.ts";

/** The records of the watched repository and the settings that go with them, wherever they live. */
export type Records = {
  /** `owner/name`. */
  repository: string;
  store: Store;
  /** The data-dir on disk. */
  directory: string;
  config: Config;
  /** The workflow that runs the sync, which need not exist. */
  workflowFile: string;
  /** Its schedule; null when it has none. */
  cron: string | null;
  /** What the repository's people wrote about signatures. */
  knownErrors(): Promise<KnownErrors>;
  /** Commits and pushes what changed; nothing to do where there is no branch. */
  publish(message: string): Promise<void>;
  /** The same on the way, where what only passes may fail: the next one takes it along. */
  safekeeping: Safekeeping;
  /** The same records, of a repository that has another name. */
  of(repository: string): Records;
  close(): Promise<void>;
};

export const DEFAULT_WORKFLOW = ".github/workflows/agentops-data-sync.yml";

type Place = Pick<Records, "repository" | "directory" | "publish" | "safekeeping" | "close"> & Texts;

export async function openRecords(context: Context): Promise<Records> {
  const place = context.options.commit ? await onBranch(context) : await inWorkspace(context);
  const { read, list, ...rest } = place;
  try {
    const config = await readConfig(read, context.options.config);
    const workflowFile =
      workflowPath(config.sync.workflow) ?? context.surroundings.workflowFile ?? DEFAULT_WORKFLOW;
    const cron = config.sync.cron ?? cronsOf((await read(workflowFile)) ?? "")[0] ?? null;
    const of = (repository: string): Records => {
      const store = directoryStore(place.directory, repository);
      return {
        ...rest,
        ...{ repository, store, config, workflowFile, cron, of },
        knownErrors: () => readKnownErrors({ read, list }),
        async close() {
          tellUnreadable(store, context.report);
          await place.close();
        },
      };
    };
    return of(place.repository);
  } catch (error) {
    await place.close();
    throw error;
  }
}

/** Of the records that a command had to leave out, so many are named; Data health has all. */
const MOST_TOLD = 10;

function tellUnreadable(store: Store, report: Report): void {
  const unreadable = store.unreadable();
  for (const { path, line, key, reason } of unreadable.slice(0, MOST_TOLD))
    report.warn(
      `Left out: ${key ?? "a record"} in ${path}${line === null ? "" : ` (line ${line})`}: ${reason}`,
    );
  const more = unreadable.length - MOST_TOLD;
  if (more > 0) report.warn(`${plural(more, "more record")} left out: see Data health`);
}

async function onBranch({ options, surroundings, report, clock, ...rest }: Context): Promise<Place> {
  const watched = repositoryOf({ options, surroundings, report, clock, ...rest });
  // Records of other repositories are kept in the one that runs us.
  const repository = surroundings.repository ?? watched;
  const { token } = options;
  const { apiUrl, serverUrl } = surroundings;
  const branch = await openDataBranch({
    ...{ serverUrl, repository, token: token || null },
    signed: token === "" ? null : signedCommits({ apiUrl, token, repository, clock, report }),
    branch: options["data-branch"],
    workDir: options["data-branch"] === "." ? surroundings.workspace : (surroundings.temporary ?? tmpdir()),
    dataDir: options["data-dir"],
    report,
    clock,
  });
  return {
    repository: watched,
    directory: branch.directory,
    read: (path) => branch.readDefaultBranchFile(path),
    list: (folder) => branch.listDefaultBranchFolder(folder),
    safekeeping: branchSafekeeping(branch, branch.noteOf(watched), watched, report),
    async publish(message) {
      const { committed, sha, tries } = await branch.publish(message);
      const again = tries > 1 ? ` after ${tries} tries` : "";
      report.info(
        committed ? `Pushed ${sha?.slice(0, 7)} to ${options["data-branch"]}${again}` : "Nothing to commit",
      );
    },
    // In a job the runner empties its temporary folder, and later steps may read the records.
    close: async () => (surroundings.temporary === null ? branch.close() : undefined),
  };
}

/** A sync goes on without a checkpoint or a note that could not be pushed, unless no push will ever be taken. */
function branchSafekeeping(
  branch: DataBranch,
  note: NoteKeeper,
  repository: string,
  report: Report,
): Safekeeping {
  const unheard = (error: unknown): null => {
    report.debug(describe(error));
    return null;
  };
  return {
    async checkpoint() {
      try {
        const { committed, sha, merged } = await branch.publish(`Sync ${repository}: what is done so far`);
        if (committed) report.info(`Checkpoint: pushed ${sha?.slice(0, 7)}`);
        return { merged };
      } catch (error) {
        if (!(error instanceof UserError) || kindOfTrouble(error.cause) === "final") throw error;
        report.warn(`The work so far could not be published yet: ${error.message}`);
        return { merged: false };
      }
    },
    readNote: () => note.readNote().catch(unheard),
    writeNote: async (text) => void (await note.writeNote(text).catch(unheard)),
  };
}

async function inWorkspace(context: Context): Promise<Place> {
  const { options, surroundings } = context;
  const directory = await dataDirInWorkspace(surroundings.workspace, options["data-dir"]);
  const repository = await repositoryIn(directory, context);
  return {
    ...{ repository, directory },
    safekeeping: folderSafekeeping(directory, repository),
    ...workspaceTexts(surroundings.workspace),
    publish: async () => {},
    close: async () => {},
  };
}

/** Nobody need say whose records a folder holds, where it holds those of one repository. */
async function repositoryIn(directory: string, context: Context): Promise<string> {
  if (context.options.repository !== null) return context.options.repository;
  const stored = (await recordFolders(directory).list()).map(({ repository }) => repository);
  const [only, another] = stored;
  const here = context.surroundings.repository;
  if (here !== null && (only === undefined || stored.includes(here))) return here;
  if (only === undefined)
    throw new UserError(
      `no repository is named, and there are no records in ${directory}`,
      "Name it: --repository owner/name; or a folder that a sync has filled: --data-dir PATH.",
    );
  if (another === undefined) return only;
  throw new UserError(
    `${directory} holds records of ${stored.length} repositories (${stored.slice(0, MOST_TOLD).join(", ")})`,
    `Name one: --repository ${only}.`,
  );
}
