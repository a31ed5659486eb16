/**
 * Compiles `site/` into what the Action carries: `renderer.cjs`, the pages as one self-contained CommonJS file
 * that runs on plain Node 20, and `client/`, the files browsers load.
 *
 *   node scripts/build-site.ts [folder]      default: action/dist/site
 *
 * The same sources give the same bytes in any folder, so that CI can prove the committed build fresh.
 */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { asciiSource } from "./ascii.ts";

const ROOT = join(import.meta.dirname, "..");

/** All that the build may see: Astro copies variables whose names occur in the code into it. */
const ENVIRONMENT = {
  NODE_ENV: "production",
  ASTRO_TELEMETRY_DISABLED: "1",
  // Astro makes one up for each build; nothing here is encrypted.
  ASTRO_KEY: Buffer.alloc(32).toString("base64"),
};

export async function buildSite(folder: string): Promise<void> {
  await mkdir(join(ROOT, ".cache"), { recursive: true });
  const work = await mkdtemp(join(ROOT, ".cache/site-build-"));
  const environment = process.env;
  process.env = { ...ENVIRONMENT };
  try {
    await compile(work);
    const renderer = await bundle(work);
    await rm(folder, { recursive: true, force: true });
    await cp(join(work, "client"), join(folder, "client"), { recursive: true });
    await makeRelative(join(folder, "client/_astro"));
    await writeFile(join(folder, "renderer.cjs"), asciiSource(withoutPlace(renderer, work)));
  } finally {
    process.env = environment;
    await rm(work, { recursive: true, force: true });
  }
}

async function compile(work: string): Promise<void> {
  const { build } = await import("astro");
  await build({ root: join(ROOT, "site"), outDir: work, logLevel: "error" });
}

async function bundle(work: string): Promise<string> {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    // Names in the bundle are relative to this.
    absWorkingDir: work,
    entryPoints: ["server/entry.mjs"],
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
    target: "node20",
    legalComments: "none",
    logLevel: "error",
  });
  return outputFiles.map(({ text }) => text).join("");
}

/** Where the site was built must not show. Paths stand in the text as such and as URLs. */
function withoutPlace(text: string, work: string): string {
  return text
    .replaceAll(pathToFileURL(work).href, "file:///build")
    .replaceAll(pathToFileURL(ROOT).href, "file://")
    .replaceAll(work, "/build")
    .replaceAll(ROOT, "");
}

/** Scripts that load others, and styles, name them below the base; all of them live one folder below the root. */
async function makeRelative(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = join(folder, name);
    const text = await readFile(file, "utf8");
    if (text.includes("/__BASE__/")) await writeFile(file, text.replaceAll("/__BASE__/", "../"));
  }
}

if (import.meta.main) await buildSite(resolve(process.argv[2] ?? join(ROOT, "action/dist/site")));
