import type { Report, Store } from "#app/effects.ts";
import { readWorkflowFiles, type WorkflowFiles } from "#app/workflow-files.ts";
import type { Config } from "#core/config.ts";
import { UserError } from "#core/errors.ts";
import type { KnownErrors } from "#core/failures/known-error.ts";
import { plural } from "#core/format.ts";
import { cronsOf, workflowPath } from "#core/workflow-file.ts";
import { dataDirInWorkspace } from "#io/data-dir.ts";
import { recordFolders } from "#io/record-folders.ts";
import { folderSafekeeping } from "#io/safekeeping.ts";
import { directoryStore } from "#io/store.ts";
import type { Context } from "./context.ts";
import type { Place } from "./place.ts";
import { readConfig, readKnownErrors, type Texts, workspaceTexts } from "./texts.ts";

/** The records of the watched repository and the settings that go with them, wherever they live. */
export type Records = Omit<Place, keyof Texts> & {
  store: Store;
  config: Config;
  /** The workflow that runs the sync, which need not exist. */
  workflowFile: string;
  /** Its schedule; null when it has none. */
  cron: string | null;
  /** What the repository's people wrote about signatures. */
  knownErrors(): Promise<KnownErrors>;
  /** The files that say what runs in the watched repository; null where they are another's. */
  workflowFiles(): Promise<WorkflowFiles | null>;
  /** The same records, of a repository that has another name. */
  of(repository: string): Records;
};

export const DEFAULT_WORKFLOW = ".github/workflows/agentops-data-sync.yml";

export async function openRecords(context: Context): Promise<Records> {
  const place = context.options.commit
    ? await (await import("./branch-records.ts")).onBranch(context)
    : await inWorkspace(context);
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
        workflowFiles: async () =>
          isOwn(place.repository, context) ? readWorkflowFiles({ read, list }, config.agents) : null,
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

/** Whether what is read of the default branch or the workspace is the watched repository's. */
function isOwn(watched: string, { surroundings: { repository } }: Context): boolean {
  return repository === null || repository.toLowerCase() === watched.toLowerCase();
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

async function inWorkspace(context: Context): Promise<Place> {
  const { options, surroundings } = context;
  const directory = await dataDirInWorkspace(surroundings.workspace, options["data-dir"]);
  const repository = await repositoryIn(directory, context);
  return {
    ...{ repository, directory, branch: null },
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
