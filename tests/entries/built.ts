import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { buildBundles } from "../../scripts/build.ts";
import { sourceHash } from "../../scripts/source-hash.mjs";
import { compiledSite } from "../site/compiled.ts";

const ROOT = join(import.meta.dirname, "../..");

/** The folder of the bundles made from today's sources, with the site beside them, as `action/dist` is laid out. */
export async function builtAction(): Promise<string> {
  const folder = join(ROOT, ".cache", `built-${sourceHash(ROOT).slice(0, 16)}`);
  const dist = join(folder, "dist");
  if (existsSync(folder)) return dist;
  await mkdir(join(ROOT, ".cache"), { recursive: true });
  const fresh = await mkdtemp(join(ROOT, ".cache/building-"));
  try {
    await buildBundles(join(fresh, "dist"));
    await cp(await compiledSite(), join(fresh, "dist/site"), { recursive: true });
    await rename(fresh, folder);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // else another worker was first
  }
  return dist;
}
