import { describe, expect, it } from "vitest";
import { dashboard } from "#app/dashboard.ts";
import type { Renderer, SiteFile } from "#app/effects.ts";
import { Config } from "#core/config.ts";
import { workingFleet } from "../site/agents/working-fleet.ts";
import { NOW, SILENT } from "../site/rendered.ts";

/** Pages that say their own names; those named here cannot be rendered. */
function renderer(fails: (path: string) => boolean): Renderer {
  return {
    id: "plain",
    pages: [],
    async render(page, path, locals) {
      if (fails(path)) throw new Error(`no place for "<b>${path}"`);
      const { build } = (locals.documents[page] ?? {}) as { build?: { failed: unknown } };
      return `<p>${page}</p>${build === undefined ? "" : JSON.stringify(build.failed)}`;
    },
    async *assets() {},
  };
}

async function rendered(fails: (path: string) => boolean) {
  const files = new Map<string, string>();
  const warnings: string[] = [];
  const result = await dashboard(
    {
      store: workingFleet(),
      clock: { now: () => NOW, sleep: async () => {} },
      report: { ...SILENT, warn: (message) => void warnings.push(message) },
      site: {
        async replace(given: AsyncIterable<SiteFile>) {
          for await (const { path, content } of given) files.set(path, Buffer.from(content).toString());
          return { files: files.size, bytes: 0 };
        },
      },
      render: renderer(fails),
    },
    {
      repository: "octo-org/agent-fleet",
      config: Config.parse({}),
      server: "https://github.com",
      siteUrl: null,
      cron: null,
      now: null,
    },
  );
  return { files, result, warnings };
}

describe("a page that cannot be rendered", () => {
  it("says so in its place, is named, and leaves all others as they are", async () => {
    const { files, result, warnings } = await rendered((path) => path === "costs/30d/");
    const { files: before } = await rendered(() => false);
    const failed = [{ path: "costs/30d/", reason: 'no place for "<b>costs/30d/"' }];
    expect(result.failed).toEqual(failed);
    expect(result.pages).toBe([...before.keys()].filter((path) => path.endsWith(".html")).length);
    expect(files.get("costs/30d/index.html")).toContain("<h1>This page could not be made</h1>");
    expect(files.get("costs/30d/index.html")).toContain('href="../../health/"');
    expect(files.get("health/index.html")).toContain(JSON.stringify(failed));
    expect(warnings).toEqual(['/costs/30d/ cannot be made: no place for "<b>costs/30d/"']);
    for (const [path, text] of before)
      if (path !== "costs/30d/index.html" && path !== "health/index.html") expect(files.get(path)).toBe(text);
  });

  it("ends the build only when there is no other", async () => {
    await expect(rendered(() => true)).rejects.toThrow("no page can be rendered");
  });
});
