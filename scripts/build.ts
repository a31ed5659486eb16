/**
 * Makes what the Action carries in `action/dist`: `main.cjs`, `cli.cjs`, `collect.cjs` with its `collector.cjs`, and
 * `simulator.cjs` (the demo's) and `artifact.cjs`; the event library with its types; the licences of what is in them; the compiled site.
 *
 *   node scripts/build.ts            writes action/dist
 *   node scripts/build.ts --check    builds apart and fails when the committed bytes differ
 *
 * Readable on purpose: what runs in other people's jobs should be open to review.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { type BuildResult, build, type Metafile, type Plugin } from "esbuild";
import typescript from "typescript";
import { asciiSource } from "./ascii.ts";
import { buildSite } from "./build-site.ts";
import { sourceHash } from "./source-hash.mjs";

const ROOT = join(import.meta.dirname, "..");
const DIST = join(ROOT, "action/dist");

const ENTRIES = {
  "main.cjs": "action/src/main.ts",
  "cli.cjs": "action/src/cli.ts",
  "collect.cjs": "action/src/collect.ts",
  "collector.cjs": "action/src/collector.ts",
  "simulator.cjs": "action/src/cli/demo-github.ts",
  "artifact.cjs": "action/src/io/upload-artifact.ts",
  "events.mjs": "action/src/events/track.ts",
};
export type Bundle = keyof typeof ENTRIES;
const BUNDLES = Object.keys(ENTRIES) as Bundle[];

/** What a module knows of itself, said in the terms of a script: Azure's client asks for its own address. */
const COMMONJS = {
  define: { "import.meta.dirname": "__dirname", "import.meta.url": "importMetaUrl" },
  banner: { js: 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;' },
};

/** What Vite puts into the compiled site; it keeps no account of it that survives its build. */
const IN_THE_SITE = [
  "@astrojs/internal-helpers",
  "@kurkle/color",
  "@oslojs/encoding",
  "astro",
  "chart.js",
  "clsx",
  "cookie",
  "devalue",
  "html-escaper",
  "mrmime",
  "piccolore",
].map((name) => `node_modules/${name}`);
/** Sources generated from a package's data are in the bundles although the package is not. */
const GENERATED_FROM = ["node_modules/@secretlint/secretlint-rule-preset-recommend"];

/** What few need is loaded from a file of its own: the demo's simulated GitHub, and the client of artifacts. */
const apart = (source: RegExp, bundle: Bundle): Plugin => ({
  name: `${bundle}-apart`,
  setup(builder) {
    builder.onResolve({ filter: source }, ({ kind }) =>
      kind === "entry-point" ? null : { path: `./${bundle}`, external: true },
    );
  },
});
const APART = [apart(/\/demo-github\.ts$/, "simulator.cjs"), apart(/\/upload-artifact\.ts$/, "artifact.cjs")];

/** `@actions/core` brings an HTTP client of 0.8 MB along for OIDC tokens, which we never ask for. */
const withoutOidc: Plugin = {
  name: "without-oidc",
  setup(builder) {
    builder.onLoad({ filter: /@actions[\\/]core[\\/]lib[\\/]oidc-utils\.js$/ }, () => ({
      contents: "export class OidcClient {}",
    }));
  },
};

/** @param names all of them, as released, or only those that a test needs */
export async function buildBundles(folder: string, names: readonly Bundle[] = BUNDLES): Promise<void> {
  const metafiles: Metafile[] = [];
  for (const name of names) {
    const isModule = name.endsWith(".mjs");
    const result: BuildResult<{ metafile: true; write: false }> = await build({
      absWorkingDir: ROOT,
      entryPoints: [ENTRIES[name]],
      outfile: join(folder, name),
      write: false,
      bundle: true,
      platform: "node",
      format: isModule ? "esm" : "cjs",
      target: "node20",
      // Comments naming files would differ by where node_modules is; the licences go to a file of their own.
      legalComments: "none",
      metafile: true,
      logLevel: "error",
      ...(isModule ? {} : COMMONJS),
      plugins: [...APART, withoutOidc],
    });
    metafiles.push(result.metafile);
    for (const { path, text } of result.outputFiles) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, asciiSource(text));
    }
  }
  if (names.includes("events.mjs")) await writeFile(join(folder, "events.d.mts"), await eventTypes());
  await writeFile(join(folder, "LICENSES.txt"), await licenses(metafiles));
}

/** The event library's types as one file that needs no other. */
async function eventTypes(): Promise<string> {
  const parts = ["fields.ts", "track.ts"].map(async (name) => {
    const source = await readFile(join(ROOT, "action/src/events", name), "utf8");
    const { outputText } = typescript.transpileDeclaration(source, {
      compilerOptions: { newLine: typescript.NewLineKind.LineFeed },
      fileName: name,
    });
    return outputText.replaceAll(/^(?:import .*|export type \{.*|export \{\};)\n/gm, "");
  });
  return (await Promise.all(parts)).join("\n");
}

/** The licence of every package that ended up in a bundle. */
async function licenses(metafiles: readonly Metafile[]): Promise<string> {
  const inputs = metafiles.flatMap((metafile) =>
    Object.values(metafile.outputs).flatMap((output) => Object.keys(output.inputs)),
  );
  const bundled = inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  const folders = new Set([...bundled, ...IN_THE_SITE, ...GENERATED_FROM]);
  const texts = await Promise.all([...folders].map(licenseOf));
  return [...new Set(texts)].sort().join(`\n${"-".repeat(80)}\n\n`);
}

async function licenseOf(folder: string): Promise<string> {
  const path = join(ROOT, folder);
  const { name, version, license } = JSON.parse(await readFile(join(path, "package.json"), "utf8"));
  const file = (await readdir(path)).sort().find((entry) => /^(licen[cs]e|copying)(\.|$)/i.test(entry));
  const text = file === undefined ? "" : `\n${(await readFile(join(path, file), "utf8")).trim()}\n`;
  // Git keeps our texts with LF, and the check compares bytes.
  return `${name} ${version} (${license})\n${text.replaceAll("\r\n", "\n")}`;
}

async function buildAll(folder: string): Promise<void> {
  await buildBundles(folder);
  await buildSite(join(folder, "site"));
  await writeFile(join(folder, "sources.sha256"), `${sourceHash(ROOT)}\n`);
}

/** Files by path below the folder. */
async function contents(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      files.map(async (file) => [relative(folder, file).split(sep).join("/"), await readFile(file)] as const),
    ),
  );
}

/** What differs between the committed build and one of these sources. */
async function stale(): Promise<string[]> {
  await mkdir(join(ROOT, ".cache"), { recursive: true });
  const fresh = await mkdtemp(join(ROOT, ".cache/dist-"));
  try {
    await buildAll(fresh);
    const [committed, built] = [await contents(DIST), await contents(fresh)];
    return [...new Set([...committed.keys(), ...built.keys()])].filter((path) => {
      const [a, b] = [committed.get(path), built.get(path)];
      return a === undefined || b === undefined || !a.equals(b);
    });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  if (process.argv.includes("--check")) {
    const differing = await stale();
    if (differing.length === 0) return console.log("action/dist is fresh");
    console.error(`action/dist is not what the sources give: ${differing.sort().join(", ")}`);
    console.error("Run `npm run build` and commit action/dist.");
    process.exitCode = 1;
    return;
  }
  await buildAll(DIST);
  for (const name of BUNDLES) {
    const { size } = await stat(join(DIST, name));
    console.log(`action/dist/${name} ${(size / 1e6).toFixed(2)} MB`);
  }
}

if (import.meta.main) await main();
