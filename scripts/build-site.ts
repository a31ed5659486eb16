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

const ROOT = join(import.meta.dirname, "..");

export async function buildSite(folder: string): Promise<void> {
  process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
  // Astro makes one up for each build; nothing here is encrypted.
  process.env["ASTRO_KEY"] = Buffer.alloc(32).toString("base64");
  const { build: astro } = await import("astro");
  const { build: esbuild } = await import("esbuild");
  await mkdir(join(ROOT, ".cache"), { recursive: true });
  const work = await mkdtemp(join(ROOT, ".cache/site-build-"));
  try {
    await astro({ root: join(ROOT, "site"), outDir: work, logLevel: "error" });
    const bundle = await esbuild({
      entryPoints: [join(work, "server/entry.mjs")],
      bundle: true,
      write: false,
      format: "cjs",
      platform: "node",
      target: "node20",
      legalComments: "none",
      logLevel: "error",
    });
    const text = bundle.outputFiles[0]?.text ?? "";
    await rm(folder, { recursive: true, force: true });
    await cp(join(work, "client"), join(folder, "client"), { recursive: true });
    await makeRelative(join(folder, "client/_astro"));
    await writeFile(join(folder, "renderer.cjs"), text.replaceAll(pathToFileURL(ROOT).href, "file:///site"));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
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
