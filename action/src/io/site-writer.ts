import { mkdir, mkdtemp, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { SiteFile, SiteWriter } from "#app/effects.ts";

/** Most time goes into waiting for the disk. */
const AT_ONCE = 64;
/** A day's records of a busy repository are megabytes, of which only so many wait together. */
const BYTES_AT_ONCE = 8_000_000;

/**
 * Writes the site into a new folder beside `directory` and swaps the two when it is complete: a reader, or a
 * job that was cancelled half-way, never finds a mixture.
 */
export function directoryWriter(directory: string): SiteWriter {
  const target = resolve(directory);
  return {
    async replace(files) {
      await mkdir(dirname(target), { recursive: true });
      const fresh = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
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

/** A folder cannot be renamed over a full one, so the old site steps aside first. Afterwards it is in `fresh`. */
async function swap(fresh: string, target: string): Promise<void> {
  const exists = await stat(target).then(
    () => true,
    () => false,
  );
  if (!exists) return rename(fresh, target);
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
