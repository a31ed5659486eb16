import { lstat, readdir, readFile, realpath } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { UserError } from "#core/errors.ts";
import { EXPORT_MARK, isOurMark, SITE_MARK } from "#core/ownership.ts";
import { absent } from "#io/atomic-file.ts";

/** A folder that we are about to replace as a whole. */
export type Destination = {
  folder: string;
  /** What named it, for messages: `dashboard-dir`. */
  input: string;
  /** What may never be replaced, nor left by a symbolic link; null where there is none. */
  workspace: string | null;
};

/**
 * Lets a new or empty folder pass, and one that says it is ours; whatever else stands there is somebody's.
 *
 * @throws UserError naming the folder, what is in the way and what to do
 */
export async function refuseForeignFolder(destination: Destination): Promise<void> {
  const folder = resolve(destination.folder);
  const why = (await outOfBounds(folder, destination.workspace)) ?? (await foreign(folder));
  if (why === null) return;
  throw new UserError(
    `${destination.input} ${JSON.stringify(destination.folder)} is not replaced: ${why}. Nothing in it was changed.`,
    "Name a folder that does not exist yet, an empty one, or one that an earlier run of this command wrote; to give this one up, empty it yourself.",
  );
}

/** Where nothing is replaced whatever it holds. */
async function outOfBounds(folder: string, workspace: string | null): Promise<string | null> {
  if (folder === dirname(folder)) return "it is the root of the file system";
  const system = await systemFolder(folder);
  if (system !== null) return `${system} is the system's own`;
  if (workspace === null) return null;
  const home = resolve(workspace);
  if (isWithin(home, folder)) return "it is the workspace, or holds it";
  const place = isWithin(folder, home) ? await linkOutOf(folder, home) : null;
  return place === null ? null : `a symbolic link on its way leads out of the workspace, to ${place}`;
}

/** Where a symbolic link on the way to `folder` leads out of `home`, which holds it by name; null: none does. */
export async function linkOutOf(folder: string, home: string): Promise<string | null> {
  const place = await realpath(await nearest(folder)).catch(nowhere);
  if (place === null) return "a place that does not exist";
  return isWithin(place, await realpath(await nearest(home))) ? null : place;
}

/** Not on disks: making folders there fails, or never ends (Node's recursive mkdir tries again and again). */
const SYSTEM_FOLDERS = ["/proc", "/sys", "/dev"];

/** The folder of the system's that holds the path, links followed; null: none does. Memory disks may be written to. */
export async function systemFolder(path: string): Promise<string | null> {
  const place = await realpath(await nearest(resolve(path))).catch(nowhere);
  if (place === null || isWithin(place, "/dev/shm")) return null;
  return SYSTEM_FOLDERS.find((folder) => isWithin(place, folder)) ?? null;
}

async function foreign(folder: string): Promise<string | null> {
  const found = await lstat(folder).catch(absent);
  if (found === null) return null;
  if (found.isSymbolicLink()) return "it is a symbolic link";
  if (!found.isDirectory()) return "it is a file";
  const names = await readdir(folder);
  if (names.length === 0) return null;
  if (names.includes(".git")) return "it is a checkout of a repository (.git)";
  for (const mark of [SITE_MARK, EXPORT_MARK]) if (await saysOurs(join(folder, mark))) return null;
  return `it holds ${names.length === 1 ? "a file or folder that is" : `${names.length} files or folders that are`} not ours (${names.sort()[0]}${names.length > 1 ? ", …" : ""})`;
}

async function saysOurs(file: string): Promise<boolean> {
  try {
    return isOurMark(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return false;
  }
}

/** The path itself, or the nearest folder above it that exists. */
async function nearest(path: string): Promise<string> {
  for (let at = path; ; at = dirname(at))
    if (at === dirname(at) || (await lstat(at).catch(nowhere)) !== null) return at;
}

/** For `catch`: a path that leads nowhere, be it in a circle, is null. */
function nowhere(error: unknown): null {
  if (error instanceof Error && "code" in error && error.code === "ELOOP") return null;
  return absent(error);
}

export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return (
    way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && resolve(folder, way) === resolve(path))
  );
}
