import { mkdir, mkdtemp, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { SiteWriter } from "#app/effects.ts";

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
      const made = new Set<string>();
      let written = 0;
      let bytes = 0;
      try {
        for await (const { path, content } of files) {
          const file = join(fresh, path);
          if (!made.has(dirname(file))) await mkdir(dirname(file), { recursive: true });
          made.add(dirname(file));
          await writeFile(file, content);
          written += 1;
          bytes += Buffer.byteLength(content);
        }
        await swap(fresh, target);
      } finally {
        await rm(fresh, { recursive: true, force: true });
      }
      return { files: written, bytes };
    },
  };
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
