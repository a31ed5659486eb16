import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { buildSite } from "../../scripts/build-site.ts";

const ROOT = join(import.meta.dirname, "../..");

/**
 * The folder of the site compiled from today's sources, for `loadRenderer`. Compiled once for each state of the
 * sources, also when several test workers ask at the same time.
 */
export async function compiledSite(): Promise<string> {
  const folder = join(ROOT, ".cache", `site-${await fingerprint()}`);
  if (existsSync(folder)) return folder;
  await mkdir(join(ROOT, ".cache"), { recursive: true });
  const fresh = await mkdtemp(join(ROOT, ".cache/compiled-"));
  try {
    await buildSite(fresh);
    await rename(fresh, folder);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // else another worker was first
  }
  return folder;
}

async function fingerprint(): Promise<string> {
  const hash = createHash("sha256");
  for (const folder of ["site", "action/src/core", "scripts", "package-lock.json"])
    for (const file of await filesOf(join(ROOT, folder))) hash.update(file).update(await readFile(file));
  return hash.digest("hex").slice(0, 12);
}

async function filesOf(path: string): Promise<string[]> {
  if (path.endsWith(".json")) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("/.astro"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
