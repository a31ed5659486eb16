import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { afterAll } from "vitest";
import { type DashboardOptions, type DashboardResult, dashboard } from "#app/dashboard.ts";
import type { Report, Store } from "#app/effects.ts";
import { Config } from "#core/config.ts";
import { loadRenderer } from "#io/renderer.ts";
import { directoryWriter } from "#io/site-writer.ts";
import { compiledSite } from "./compiled.ts";

export const NOW = "2026-11-20T12:00:00Z";

export const SILENT: Report = {
  debug() {},
  info() {},
  warn() {},
  group: (_title, work) => work(),
  progress() {},
};

export type RenderedSite = { folder: string; result: DashboardResult; files: Map<string, string> };

const rendered: string[] = [];
// A file's tests serve what they rendered; after them nobody needs it.
afterAll(() => Promise.all(rendered.map((folder) => rm(folder, { recursive: true, force: true }))));

/** Renders the store's dashboard into a temporary folder and reads it back; paths have forward slashes. */
export async function renderSite(store: Store, over: Partial<DashboardOptions> = {}): Promise<RenderedSite> {
  const parent = await mkdtemp(join(tmpdir(), "agentops-site-"));
  rendered.push(parent);
  const folder = join(parent, "_site");
  const result = await dashboard(
    {
      store,
      clock: { now: () => NOW, sleep: async () => {} },
      report: SILENT,
      site: directoryWriter(folder),
      render: loadRenderer(await compiledSite()),
    },
    {
      repository: "octo-org/agent-fleet",
      config: Config.parse({}),
      server: "https://github.com",
      siteUrl: null,
      cron: "17 */2 * * *",
      now: null,
      ...over,
    },
  );
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = new Map<string, string>();
  for (const path of paths.sort())
    files.set(relative(folder, path).split(sep).join("/"), await readFile(path, "utf8"));
  return { folder, result, files };
}
