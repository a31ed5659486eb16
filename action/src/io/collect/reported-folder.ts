import { readdir, readFile } from "node:fs/promises";
import { basename, join, sep } from "node:path";
import { UserError } from "#core/errors.ts";
import { COLLECTED, CollectedJob } from "#core/telemetry/collected-job.ts";
import { parseObject } from "#core/telemetry/loose-json.ts";
import type { AgentFile } from "#io/collect/agent-files.ts";

/** More files are of no one's work. */
const MOST_FILES = 1000;

/** The files of a folder that agents, or `collect`, filled, and the note of `collect` where it left one. */
export type ReportedFolder = { files: AgentFile[]; note: CollectedJob | null };

/**
 * Files are named by the folder's own name and what is below, as an artifact's are. Links are not followed.
 *
 * @throws UserError for what is no folder
 */
export async function reportedFolder(folder: string): Promise<ReportedFolder> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    throw new UserError(
      `${folder} is no folder that can be read`,
      "Name the one that `agentops collect` wrote (it prints which), or one of agents' own files.",
      { cause },
    );
  });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, label: `${basename(folder)}${path.slice(folder.length)}`.split(sep).join("/") }))
    .sort((a, b) => (a.label < b.label ? -1 : 1))
    .slice(0, MOST_FILES);
  return { files, note: await noteIn(folder) };
}

async function noteIn(folder: string): Promise<CollectedJob | null> {
  const text = await readFile(join(folder, COLLECTED.job), "utf8").catch(() => "{}");
  return CollectedJob.safeParse(parseObject(text)).data ?? null;
}
