import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Safekeeping } from "#app/effects.ts";
import { repositoryFolders } from "#core/records/files.ts";
import { readText, writeText } from "#io/atomic-file.ts";
import { type Git, GitFailed } from "#io/git.ts";

/** A short text that outlives the process that wrote it. */
export type NoteKeeper = Pick<Safekeeping, "readNote" | "writeNote">;

/** For records in a folder, where writing is publishing: the note lies beside them until it is taken back. */
export function folderSafekeeping(directory: string, repository: string): Safekeeping {
  const path = join(directory, ...repositoryFolders(repository), "in-progress.json");
  return {
    checkpoint: async () => ({ merged: false }),
    readNote: () => readText(path),
    writeNote: (text) => (text === null ? rm(path, { force: true }) : writeText(path, text)),
  };
}

/**
 * For records on a branch: the note is a blob under a ref of its own on the remote, beside the branches. It is
 * replaced at will, where the branch only ever grows, and no commit tells of it.
 */
export function remoteNote(git: Git, repository: string): NoteKeeper {
  const name = repositoryFolders(repository).map((part) =>
    part.replaceAll(/[^A-Za-z\d-]/g, (letter) => `_${letter.charCodeAt(0)}_`),
  );
  const ref = `refs/agentops/in-progress/${name.join("/")}`;
  return {
    async readNote() {
      try {
        await git(["fetch", "--quiet", "--no-tags", "origin", ref]);
      } catch (error) {
        if (error instanceof GitFailed && /couldn't find remote ref/i.test(error.stderr)) return null;
        throw error;
      }
      return git(["cat-file", "blob", "FETCH_HEAD"]);
    },
    async writeNote(text) {
      const id = text === null ? "" : (await git(["hash-object", "-w", "--stdin"], { input: text })).trim();
      await git(["push", "--quiet", "--force", "origin", `${id}:${ref}`]);
    },
  };
}
