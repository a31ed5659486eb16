import { lstat, open, readdir, rm } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { UserError } from "#core/errors.ts";
import { damaged } from "#core/records/damaged.ts";
import {
  type RecordFile,
  recordFile,
  recordPath,
  repositoryFolders,
  type ShardFile,
} from "#core/records/files.ts";
import { KIND_NAMES, type KindName } from "#core/records/kinds.ts";
import { refuseNewer } from "#core/records/migrate.ts";
import { DATA_README } from "#core/records/readme.ts";
import { absent, NotATextFile, readText, removeLeftovers, writeText } from "#io/atomic-file.ts";
import { refuseLinkOut } from "#io/data-dir.ts";

/** Enough of a file to see its version: the first key of ours. */
const HEAD_BYTES = 256;

/** Nanoseconds within which a file system may give two changes the same time; some count in two seconds. */
const COARSEST_TIME = 3_000_000_000n;

const FOLDERS = ["", ...KIND_NAMES];

/** The stored files of one repository as texts; what they mean is the store's. */
export class RecordFolder {
  readonly #root: string;
  readonly #repository: string;
  readonly #folder: string;
  readonly #listed = new Map<string, { changed: bigint; names: readonly string[] }>();
  #prepared: Promise<void> | null = null;
  #inside: Promise<void> | null = null;

  constructor(root: string, repository: string) {
    this.#root = root;
    this.#repository = repository;
    this.#folder = join(root, ...repositoryFolders(repository));
  }

  /**
   * The files of one kind, or of one shard of it, sorted by path. Others, and what killed writers left, are not listed
   * and not touched.
   */
  async list<Name extends KindName>(kind: Name, shard?: string): Promise<ShardFile<Name>[]> {
    return (await this.#filesIn([kind], shard)) as ShardFile<Name>[]; // a folder holds files of its own kind only
  }

  async read(file: RecordFile): Promise<string | null> {
    await this.#stayInside();
    try {
      return await readText(join(this.#folder, recordPath(file)));
    } catch (error) {
      if (error instanceof NotATextFile) throw damaged(file, this.nameOf(recordPath(file)), error.message);
      throw error;
    }
  }

  /** Writes nothing when the text is what `read` gave, `was`. Paths are those of `recordPath`. */
  async write(path: string, text: string, was: string | null): Promise<void> {
    if (text === was) return;
    this.#prepared ??= this.#prepare();
    await this.#prepared;
    await writeText(join(this.#folder, path), text);
  }

  async remove(path: string): Promise<void> {
    await rm(join(this.#folder, path));
  }

  /** Bytes of every file of ours, sorted by path. */
  async sizes(): Promise<{ path: string; bytes: number }[]> {
    const paths = (await this.#filesIn(FOLDERS)).map(recordPath);
    return Promise.all(
      paths.map(async (path) => ({ path, bytes: (await lstat(join(this.#folder, path))).size })),
    );
  }

  /** The path as a message names it: from the working directory where that is above it. */
  nameOf(path: string): string {
    const fromHere = relative(process.cwd(), join(this.#folder, path));
    const isBeside = fromHere.startsWith("..");
    const shown = isBeside ? join(basename(this.#root), this.#repository, path) : fromHere;
    return shown.split(sep).join("/");
  }

  /** The owner's folder may be a link: nothing is read or written outside of the data-dir. */
  #stayInside(): Promise<void> {
    this.#inside ??= refuseLinkOut(this.#folder, this.#root, basename(this.#root));
    return this.#inside;
  }

  async #filesIn(folders: readonly string[], beginning = ""): Promise<RecordFile[]> {
    await this.#stayInside();
    const paths = folders.map(async (part) =>
      (await this.#namesIn(part))
        .filter((name) => name.startsWith(beginning))
        .map((name) => (part ? `${part}/${name}` : name)),
    );
    const files = (await Promise.all(paths)).flat().sort().map(recordFile);
    return files.filter((file) => file !== null);
  }

  /** Every day is read from the same few folders: one is listed again when it has changed, or had just before. */
  async #namesIn(part: string): Promise<readonly string[]> {
    const path = join(this.#folder, part);
    const { mtimeNs: changed } = (await lstat(path, { bigint: true }).catch(absent)) ?? { mtimeNs: 0n };
    const known = this.#listed.get(part);
    if (known?.changed === changed) return known.names;
    const names = (await readdir(path).catch(absent)) ?? [];
    const isSettled = BigInt(Date.now()) * 1_000_000n - changed > COARSEST_TIME;
    if (isSettled) this.#listed.set(part, { changed, names });
    else this.#listed.delete(part);
    return names;
  }

  /** Before the first write: nothing may be newer than this code, or a link that leads elsewhere. */
  async #prepare(): Promise<void> {
    for (const path of (await this.#filesIn(FOLDERS)).map(recordPath))
      refuseNewer(await versionAt(join(this.#folder, path)), this.nameOf(path));
    for (const part of FOLDERS) {
      const found = await lstat(join(this.#folder, part)).catch(absent);
      if (found !== null && !found.isDirectory())
        throw new UserError(
          `${this.nameOf(part)} is not a folder.`,
          "Move it away, or choose another data-dir.",
        );
      await removeLeftovers(join(this.#folder, part));
    }
    await removeLeftovers(this.#root);
    await writeReadme(join(this.#root, "README.md"));
  }
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
