import { randomBytes } from "node:crypto";
import { mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { SiteFile, SiteWriter } from "#app/effects.ts";
import { absent, isRunning } from "#io/atomic-file.ts";
import { type Destination, refuseForeignFolder } from "#io/own-folder.ts";

/** Most time goes into waiting for the disk. */
const AT_ONCE = 64;
/** A day's records of a busy repository are megabytes, of which only so many wait together. */
const BYTES_AT_ONCE = 8_000_000;

/**
 * Writes the site into a new folder beside the destination and swaps the two when it is complete: a reader, or a
 * job that was cancelled half-way, never finds a mixture. Only what is ours is replaced, which is asked again right
 * before the swap; what a killed build left beside is put right by the next.
 */
export function directoryWriter(
  folder: string,
  { input = "dashboard-dir", workspace = null }: Partial<Omit<Destination, "folder">> = {},
): SiteWriter {
  const target = resolve(folder);
  const destination = { folder: target, input, workspace };
  return {
    async replace(files) {
      await refuseForeignFolder(destination);
      await mkdir(dirname(target), { recursive: true });
      await tidy(target);
      const fresh = join(
        dirname(target),
        `.${basename(target)}.${process.pid}-${randomBytes(3).toString("hex")}`,
      );
      await mkdir(fresh);
      let batch: SiteFile[] = [];
      let waiting = 0;
      let written = 0;
      let bytes = 0;
      try {
        for await (const file of files) {
          batch.push(file);
          written += 1;
          const size = Buffer.byteLength(file.content);
          bytes += size;
          waiting += size;
          if (batch.length < AT_ONCE && waiting < BYTES_AT_ONCE) continue;
          await Promise.all(batch.map((each) => writeInto(fresh, each)));
          batch = [];
          waiting = 0;
        }
        await Promise.all(batch.map((each) => writeInto(fresh, each)));
        await refuseForeignFolder(destination);
        await swap(fresh, target);
      } finally {
        await rm(fresh, { recursive: true, force: true });
      }
      return { files: written, bytes };
    },
  };
}

async function writeInto(folder: string, { path, content }: SiteFile): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

/** A folder cannot be renamed over a full one, so the old site steps aside first. */
async function swap(fresh: string, target: string): Promise<void> {
  if (!(await exists(target))) return rename(fresh, target);
  const old = `${fresh}-old`;
  await rename(target, old);
  try {
    await rename(fresh, target);
  } catch (error) {
    await rename(old, target);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}

/** Builds that were killed left their half-made site, or the old one that had just stepped aside: it comes back. */
async function tidy(target: string): Promise<void> {
  const parent = dirname(target);
  const prefix = `.${basename(target)}.`;
  for (const name of (await readdir(parent).catch(absent)) ?? []) {
    const [, pid, old] =
      (name.startsWith(prefix) && /^(\d+)-[0-9a-f]{6}(-old)?$/.exec(name.slice(prefix.length))) || [];
    if (pid === undefined || isRunning(Number(pid))) continue;
    if (old !== undefined && !(await exists(target))) await rename(join(parent, name), target);
    else await rm(join(parent, name), { recursive: true, force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(absent)) !== null;
}
