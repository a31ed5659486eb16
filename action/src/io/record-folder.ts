import { lstat, open, readdir, rm } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { UserError } from "#core/errors.ts";
import {
  type DayKind,
  type RecordFile,
  recordFile,
  recordPath,
  repositoryFolders,
} from "#core/records/files.ts";
import { refuseNewer } from "#core/records/migrate.ts";
import { damaged } from "#core/records/parse.ts";
import { DATA_README } from "#core/records/readme.ts";
import { absent, NotATextFile, readText, removeLeftovers, writeText } from "#io/atomic-file.ts";

/** The stored files of one repository as texts; what they mean is the store's. */
export type RecordFolder = {
  /**
   * Our files, sorted by path; of one folder where one is named. Others, and what killed writers left, are not
   * listed and not touched.
   */
  list(of?: DayKind): Promise<RecordFile[]>;
  read(file: RecordFile): Promise<string | null>;
  /** Writes nothing when the text is what `read` gave, `was`. Paths are those of `recordPath`. */
  write(path: string, text: string, was: string | null): Promise<void>;
  remove(path: string): Promise<void>;
  bytes(path: string): Promise<number>;
  /** The path as a message names it: from the working directory where that is above it. */
  nameOf(path: string): string;
};

/** Enough of a file to see its version: the first key of ours. */
const HEAD_BYTES = 256;

const FOLDERS = ["", "runs", "analyses", "executions", "events", "pulls", "journal"];

export function recordFolder(root: string, repository: string): RecordFolder {
  const folder = join(root, ...repositoryFolders(repository));
  let prepared: Promise<void> | null = null;

  async function list(of?: DayKind): Promise<RecordFile[]> {
    const paths = (of === undefined ? FOLDERS : [of]).map(async (part) =>
      ((await readdir(join(folder, part)).catch(absent)) ?? []).map((name) =>
        part ? `${part}/${name}` : name,
      ),
    );
    const files = (await Promise.all(paths)).flat().sort().map(recordFile);
    return files.filter((file) => file !== null);
  }

  function nameOf(path: string): string {
    const fromHere = relative(process.cwd(), join(folder, path));
    const shown = fromHere.startsWith("..") ? join(basename(root), repository, path) : fromHere;
    return shown.split(sep).join("/");
  }

  /** Before the first write: nothing may be newer than this code, or a link that leads elsewhere. */
  async function prepare(): Promise<void> {
    for (const path of (await list()).map(recordPath))
      refuseNewer(await versionAt(join(folder, path)), nameOf(path));
    for (const part of FOLDERS) {
      const found = await lstat(join(folder, part)).catch(absent);
      if (found !== null && !found.isDirectory())
        throw new UserError(`${nameOf(part)} is not a folder.`, "Move it away, or choose another data-dir.");
      await removeLeftovers(join(folder, part));
    }
    await removeLeftovers(root);
    await writeReadme(join(root, "README.md"));
  }

  return {
    list,
    nameOf,
    async read(file) {
      try {
        return await readText(join(folder, recordPath(file)));
      } catch (error) {
        if (error instanceof NotATextFile) throw damaged(file, nameOf(recordPath(file)), error.message);
        throw error;
      }
    },
    async write(path, text, was) {
      if (text === was) return;
      prepared ??= prepare();
      await prepared;
      await writeText(join(folder, path), text);
    },
    async remove(path) {
      await rm(join(folder, path));
    },
    async bytes(path) {
      return (await lstat(join(folder, path))).size;
    },
  };
}

/** The version that a file says at its beginning; 0 for what cannot be opened: reading it will say why. */
async function versionAt(path: string): Promise<number> {
  const file = await open(path, "r").catch(() => null);
  try {
    const head = await file?.read({ buffer: Buffer.alloc(HEAD_BYTES) });
    return Number(/"schema_version":\s*(\d{1,9})/.exec(head?.buffer.toString("latin1") ?? "")?.[1] ?? 0);
  } catch {
    return 0;
  } finally {
    await file?.close();
  }
}

/** Ours is kept up to date; a README that somebody else wrote stays. */
async function writeReadme(path: string): Promise<void> {
  const title = (text: string) => text.split("\n", 1)[0];
  const found = await readText(path).catch(() => "somebody else's");
  if (found === DATA_README || (found !== null && title(found) !== title(DATA_README))) return;
  await writeText(path, DATA_README);
}
