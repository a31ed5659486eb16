import { isAbsolute, normalize, resolve } from "node:path";
import { UserError } from "#core/errors.ts";
import { isWithin, linkOutOf, systemFolder } from "#io/own-folder.ts";

const IN_REPOSITORY = "Give a folder of its own inside the repository, such as `data`.";

/**
 * The data-dir on a branch, with forward slashes.
 *
 * @throws UserError naming the input, what is wrong with it and what to give instead
 */
export function dataDirOnBranch(given: string): string {
  if (isAbsolute(given) || /^[A-Za-z]:/.test(given))
    throw refused(
      given,
      "on a branch it is a folder of the repository, and this path begins at the root of a machine",
      "Give a relative path such as `data`, or use `commit: false`.",
    );
  const parts = partsOf(given);
  if (parts.length === 0) throw refused(given, "the whole repository is no place for data", IN_REPOSITORY);
  return parts.join("/");
}

/**
 * The data-dir on disk. An absolute path may lie anywhere but in the system's own folders; a relative one stays in
 * the workspace.
 *
 * @throws UserError likewise
 */
export async function dataDirInWorkspace(workspace: string, given: string): Promise<string> {
  partsOf(given);
  const directory = resolve(workspace, given);
  const system = await systemFolder(directory);
  if (system !== null)
    throw refused(given, `${system} is the system's own and holds no files of others`, IN_REPOSITORY);
  if (isWithin(directory, resolve(workspace))) await refuseLinkOut(directory, workspace, given);
  return directory;
}

/** @throws UserError where a symbolic link on the way to `folder` leads out of `home` */
export async function refuseLinkOut(folder: string, home: string, given: string): Promise<void> {
  const place = await linkOutOf(folder, home);
  if (place === null) return;
  throw refused(
    given,
    `a symbolic link on its way leads to ${place}, and links are not followed out of ${home}`,
    "Put a folder in the place of the link, or name the place itself by its absolute path (with `commit: false`).",
  );
}

/** The names on the way, none of which may mean something else to git, to a terminal or to another system. */
function partsOf(given: string): string[] {
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(given))
    throw refused(given, "it holds a line end or another control character", IN_REPOSITORY);
  const parts = normalize(given)
    .split(/[\\/]/)
    .filter((part) => part !== "" && part !== ".");
  if (parts.includes(".."))
    throw refused(
      given,
      "`..` leads out of the workspace",
      "Name the place by its absolute path (with `commit: false`), or give a folder inside, such as `data`.",
    );
  if (parts.some((part) => /^(?:\.git|git~\d+)[. ]*$/i.test(part)))
    throw refused(given, "git keeps its own files in .git, however it is spelled", IN_REPOSITORY);
  return parts;
}

function refused(given: string, why: string, remedy: string): UserError {
  return new UserError(`data-dir ${JSON.stringify(given)} cannot hold records: ${why}.`, remedy);
}
