import { isUtf8 } from "node:buffer";
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

/** The files of a checkout that say what runs in it. Paths are from its root, with slashes. */

const FOLDER = ".github/workflows";
const MOST_BYTES = 1024 * 1024;

/** Workflow files, sorted; null where the folder is no folder that can be read. */
export function workflowPaths(directory: string): string[] | null {
  try {
    const names = readdirSync(join(directory, FOLDER), { withFileTypes: true });
    return names
      .filter((entry) => /\.ya?ml$/.test(entry.name) && !entry.isDirectory())
      .map(({ name }) => posix.join(FOLDER, name))
      .sort();
  } catch (error) {
    if (!isMissing(error)) throw error;
    return isFolder(directory) ? [] : null;
  }
}

/**
 * Reads a plain text file of a checkout; null for all else: links too, which could lead anywhere, and files larger
 * than a workflow can be.
 */
export function checkoutReader(directory: string): (path: string) => string | null {
  const read = new Map<string, string | null>();
  return (path) => {
    const known = read.get(path);
    if (known !== undefined) return known;
    const text = plainText(directory, path);
    read.set(path, text);
    return text;
  };
}

function plainText(directory: string, path: string): string | null {
  const parts = posix.normalize(path).split("/");
  if (path.includes("\0") || posix.isAbsolute(path) || parts[0] === "..") return null;
  try {
    for (let depth = 1; depth < parts.length; depth += 1)
      if (!lstatSync(join(directory, ...parts.slice(0, depth))).isDirectory()) return null;
    const file = join(directory, ...parts);
    const found = lstatSync(file);
    if (!found.isFile() || found.size > MOST_BYTES) return null;
    const bytes = readFileSync(file);
    return isUtf8(bytes) ? bytes.toString("utf8") : null;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isFolder(path: string): boolean {
  try {
    return lstatSync(join(path, ".")).isDirectory();
  } catch {
    return false;
  }
}

function isMissing(error: unknown): boolean {
  const codes = ["ENOENT", "ENOTDIR", "ELOOP", "EACCES", "ENAMETOOLONG"];
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}
