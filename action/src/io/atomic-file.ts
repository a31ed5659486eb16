import { isUtf8 } from "node:buffer";
import { lstat, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** Why a path is not read: it exists and is no plain text file. */
export class NotATextFile extends Error {
  override readonly name = "NotATextFile";
}

/** The text of a plain file, null when nothing is there. @throws NotATextFile for folders, links and binaries */
export async function readText(path: string): Promise<string | null> {
  const found = await lstat(path).catch(absent);
  if (found === null) return null;
  if (!found.isFile()) throw new NotATextFile(`is a ${kindOf(found)}, not a file`);
  const bytes = await readFile(path);
  if (!isUtf8(bytes)) throw new NotATextFile("is not UTF-8 text");
  return bytes.toString("utf8");
}

/**
 * Replaces a file as a whole: readers see the old or the new text, whenever we are killed. The text goes to
 * `.<name>.<pid>.tmp` in the same folder and is then renamed. It is not forced to disk, which would take as long
 * as a request for each file: what a machine without power loses, the next sync fetches again.
 */
export async function writeText(path: string, text: string): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `.${basename(path)}.${process.pid}.tmp`);
  await writeFile(temporary, text, "utf8");
  await rename(temporary, path);
}

/** Removes what killed writers left in a folder: temporary files whose process is gone. */
export async function removeLeftovers(folder: string): Promise<void> {
  for (const name of (await readdir(folder).catch(absent)) ?? []) {
    const pid = /^\..+\.(\d+)\.tmp$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(folder, name), { force: true });
  }
}

/** For `catch`: nothing there is null, every other error is thrown on. */
export function absent(error: unknown): null {
  if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR"))
    return null;
  throw error;
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function kindOf(found: { isSymbolicLink(): boolean; isDirectory(): boolean }): string {
  if (found.isSymbolicLink()) return "symbolic link";
  return found.isDirectory() ? "folder" : "special file";
}
