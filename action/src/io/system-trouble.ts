import { UserError } from "#core/errors.ts";

/** What the operating system refuses, in words, and what a person can do about it: by its code. */
const TROUBLES: ReadonlyMap<string, { what: string; remedy: string }> = new Map(
  Object.entries({
    ENOSPC: {
      what: "the disk is full",
      remedy:
        "Free space (`df -h` shows where), or use a machine with a larger disk, and run it again: what was stored before is whole.",
    },
    EDQUOT: {
      what: "the disk quota of this user is used up",
      remedy: "Free space or ask for a larger quota, and run it again: what was stored before is whole.",
    },
    EROFS: {
      what: "the file system is read-only",
      remedy: "Mount it so that it can be written to, or name another folder.",
    },
    EACCES: {
      what: "this user may not read or write it",
      remedy:
        "Give the user who runs this the right to (`ls -l` shows whose it is; in a job's container the workspace may belong to another), or name another folder.",
    },
    EPERM: {
      what: "the system does not allow it",
      remedy: "Give the user who runs this the right to change it, or name another folder.",
    },
    EMFILE: {
      what: "this process may not open more files",
      remedy: "Raise the limit (`ulimit -n 4096`) and run it again.",
    },
    ENFILE: {
      what: "the machine may not open more files",
      remedy: "End other programs or raise the system's limit, and run it again.",
    },
  }),
);

/** Ports and programs have the same codes, and other remedies. */
const NOT_OF_FILES = /^(?:spawn|listen|bind|connect|kill)\b/;

/** The error of the system behind what was thrown, as one that a person can act on; null where there is none. */
export function systemTrouble(thrown: unknown): UserError | null {
  if (!(thrown instanceof Error) || thrown instanceof UserError) return null;
  const { code, syscall, path } = thrown as NodeJS.ErrnoException;
  const trouble = TROUBLES.get(code ?? "");
  if (trouble === undefined || NOT_OF_FILES.test(syscall ?? "")) return systemTrouble(thrown.cause);
  const where = path === undefined ? "" : `${path}: `;
  return new UserError(`${where}${trouble.what} (${code}, ${syscall})`, trouble.remedy, { cause: thrown });
}
