import { basename, resolve } from "node:path";
import type { Report } from "#app/effects.ts";
import { heldRecords } from "#app/held-records.ts";
import { importContext } from "#app/read-telemetry.ts";
import { areForPrivateOnly } from "#core/config/allowed-previews.ts";
import type { Config } from "#core/config.ts";
import { UserError } from "#core/errors.ts";
import { repositoryLinks } from "#core/links.ts";
import { storedEvent, storedExecution } from "#core/telemetry/as-stored.ts";
import type { CollectedJob } from "#core/telemetry/collected-job.ts";
import type { ImportContext, Imported } from "#core/telemetry/importer.ts";
import { jobsWork, type LocalRecords, localWork } from "#core/telemetry/local-work.ts";
import { addSeconds, toUtc, type Utc } from "#core/time.ts";
import { readAgentFiles } from "#io/collect/read-agent-files.ts";
import { reportedFolder } from "#io/collect/reported-folder.ts";
import type { Context } from "./context.ts";
import type { Records } from "./records.ts";
import { readConfig, readKnownErrors, workspaceTexts } from "./texts.ts";

/** Records for those who only read them. */
export type ReadRecords = Pick<
  Records,
  "repository" | "store" | "directory" | "config" | "cron" | "knownErrors" | "workflowFiles" | "close"
> & {
  /** Of what was reported on this machine, after the second in which it is read: what began in it belongs to it. */
  now?: Utc;
};

const MOST_PROBLEMS = 5;

/**
 * What agents reported on this machine, as records.
 *
 * @param folder of telemetry, to be read as an artifact of a run is
 * @throws UserError where nothing in it can be read
 */
export async function openReported(context: Context, folder: string): Promise<ReadRecords> {
  const { options, surroundings, clock, report } = context;
  const directory = resolve(surroundings.workspace, folder);
  const texts = workspaceTexts(surroundings.workspace);
  const config = withoutContents(await readConfig(texts.read, options.config), report);
  const { files, note } = await reportedFolder(directory);
  const repository = options.repository ?? note?.repository ?? basename(directory);
  const about = aboutOf(note, clock.now());
  const importing = {
    ...importContext(about.run, repository, config.privacy),
    isLocal: about.isLocal,
  };
  const reported = await readAgentFiles(files, importing);
  if (reported.executions.length + reported.events.length === 0)
    throw new UserError(
      `nothing in ${directory} tells what an agent did`,
      "Name the folder that `agentops collect` prints, once an agent or a program has told something.",
    );
  const salt = config.privacy["hash-users"] ? repository : null;
  const stored = storedOf(reported, importing, salt);
  const records: LocalRecords = about.isLocal
    ? localWork(stored, repository, about.run.created_at)
    : jobsWork(stored, repository, about.run, repositoryLinks(surroundings.serverUrl, repository));
  return {
    ...{ repository, directory, config, cron: null },
    now: addSeconds(clock.now(), 1),
    store: heldRecords(records),
    knownErrors: () => readKnownErrors(texts),
    workflowFiles: async () => null,
    async close() {
      for (const { file, line, message } of reported.problems.slice(0, MOST_PROBLEMS))
        report.warn(`${file}${line === null ? "" : ` line ${line}`}: ${message}`);
      const more = reported.problems.length - MOST_PROBLEMS;
      if (more > 0) report.warn(`${more} more problems of the kind`);
    },
  };
}

/** Nobody says whether a folder's repository is private: then the first words are enough, for what is made of it. */
function withoutContents(config: Config, report: Report): Config {
  if (!areForPrivateOnly(config.privacy)) return config;
  report.warn(
    "Contents are left out, for the repository is not known to be private (privacy.previews: full)",
  );
  return { ...config, privacy: { ...config.privacy, previews: "short" } };
}

/** The run that the files are of; on a developer's machine there is none, and this only stands for it while they are read. */
function aboutOf(note: CollectedJob | null, now: Utc): { run: ImportContext["run"]; isLocal: boolean } {
  const created_at = toUtc(note?.started_at) ?? now;
  const { run_id: id = null, run_attempt = null } = note ?? {};
  const run = {
    ...{ created_at, run_started_at: created_at, head_sha: "", from_fork: false, workflow_file: null },
    ...{ actor: null, triggering_actor: null },
  };
  return id === null || run_attempt === null
    ? { run: { ...run, id: 1, run_attempt: 1 }, isLocal: true }
    : { run: { ...run, id, run_attempt }, isLocal: false };
}

function storedOf({ executions, events }: Imported, context: ImportContext, salt: string | null) {
  return {
    executions: executions.map((execution) => storedExecution(execution, salt)),
    events: events.map((event) => storedEvent(event, context, salt)),
  };
}
