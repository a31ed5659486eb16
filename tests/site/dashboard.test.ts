import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { dashboard } from "#app/dashboard.ts";
import type { Renderer } from "#app/effects.ts";
import { Config } from "#core/config.ts";
import { SITE_MARK } from "#core/ownership.ts";
import { directoryWriter } from "#io/site-writer.ts";
import { aRunRecord } from "../builders.ts";
import { memoryStore } from "../memory-store.ts";
import { FLEET_WORKFLOWS, fleetStore } from "./fleet.ts";
import { NOW, type RenderedSite, renderSite, SILENT } from "./rendered.ts";

const POLICY = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'">`;

let site: RenderedSite;
let pages: [path: string, html: string][];

beforeAll(async () => {
  site = await renderSite(fleetStore());
  pages = [...site.files].filter(([path]) => path.endsWith(".html"));
});

/** Every address in a page: links, scripts, styles, images. */
function addresses(html: string): string[] {
  return [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map((match) =>
    (match[1] ?? "").replaceAll("&amp;", "&").replaceAll("&#38;", "&"),
  );
}

/** The tags of a page; a `<` or `>` inside an attribute is only a character, because quotes are escaped there. */
function tags(html: string): string[] {
  return html.match(/<[a-z!/](?:"[^"]*"|[^">])*>/gi) ?? [];
}

describe("the rendered dashboard", () => {
  it("has a page for every period and every workflow", () => {
    const paths = pages.map(([path]) => path);
    for (const period of ["", "24h/", "30d/", "90d/", "mtd/"]) {
      expect(paths).toContain(`${period}index.html`);
      expect(paths).toContain(`workflows/${period}index.html`);
    }
    expect(paths.filter((path) => /^workflows\/[^/]+\/index\.html$/.test(path))).toHaveLength(
      FLEET_WORKFLOWS.length + 4,
    );
    expect(site.result.pages).toBe(pages.length);
    expect(site.result.files).toBe(site.files.size);
  });

  it("states the same policy first in the head of every page", () => {
    const without = pages.filter(([, html]) => !/<head>\s*/.test(html) || !html.includes(`<head>${POLICY}`));
    expect(without.map(([path]) => path)).toEqual([]);
  });

  it("has nothing inline that the policy would refuse", () => {
    for (const [path, html] of pages) {
      expect(/<style[\s>]/.test(html), path).toBe(false);
      expect(/\s(?:style|on[a-z]+)="/.test(html), path).toBe(false);
      const inline = tags(html).filter((tag) => tag.startsWith("<script") && !tag.includes(" src="));
      expect(
        inline.filter((tag) => !tag.includes('type="application/json"')),
        path,
      ).toEqual([]);
    }
  });

  it("loads nothing from another host", () => {
    for (const [path, html] of pages) {
      const loading = tags(html).filter((tag) => /^<(script|link|img|source|iframe|object)\b/.test(tag));
      const foreign = loading.flatMap(addresses).filter((address) => /^[a-z]+:|^\/\//i.test(address));
      expect(foreign, path).toEqual([]);
    }
    for (const [path, text] of site.files)
      if (path.endsWith(".css")) expect(text, path).not.toMatch(/url\(["']?(?:https?:)?\/\/|@import/);
  });

  it("names nothing by an address that only works under one base", () => {
    for (const [path, text] of site.files) {
      if (!/\.(html|css|js)$/.test(path)) continue;
      const attributes = text.replaceAll("&#39;/__BASE__/&#39;", "");
      expect(attributes.includes('="/__BASE__/'), path).toBe(false);
      if (!path.endsWith(".html")) expect(text.includes("__BASE__"), path).toBe(false);
      if (path !== "404.html")
        expect(
          addresses(path.endsWith(".html") ? text : "").filter((to) => to.startsWith("/")),
          path,
        ).toEqual([]);
    }
  });

  it("has no link that leads nowhere", () => {
    const missing: string[] = [];
    for (const [path, html] of pages) {
      if (path === "404.html") continue;
      for (const address of addresses(html)) {
        const url = new URL(address, `http://site/${path}`);
        if (url.host !== "site") continue;
        const file = decodeURIComponent(url.pathname.slice(1)).replace(/(^|\/)$/, "$1index.html");
        if (!site.files.has(file)) missing.push(`${path} -> ${address}`);
      }
    }
    expect([...new Set(missing)]).toEqual([]);
  });

  it("shows strangers' texts as text", () => {
    const hostile = site.files.get("workflows/7d-13/index.html") ?? "";
    expect(hostile.includes("&lt;img src=x onerror=alert(1)&gt;")).toBe(true);
    for (const [path, html] of pages) {
      const foreign = tags(html).filter((tag) => /^<(img|script>)/i.test(tag));
      expect(foreign, path).toEqual([]);
    }
  });

  it("keeps every page within its budget", () => {
    const size = (text: string) => gzipSync(text, { level: 9 }).length;
    for (const [path, html] of pages) expect(size(html), path).toBeLessThan(30_000);
    for (const [path, html] of pages) {
      const styles = [...new Set(html.match(/_astro\/[\w.-]+\.css/g))].map((file) =>
        size(site.files.get(file) ?? ""),
      );
      expect(
        styles.reduce((sum, bytes) => sum + bytes, 0),
        path,
      ).toBeLessThan(10_000);
    }
    // Before anything is asked of it, Overview loads the scripts that it names; the chart comes when it is seen.
    const [, overview = ""] = pages.find(([path]) => path === "index.html") ?? [];
    const first = addresses(overview).filter((address) => address.endsWith(".js"));
    expect(first.reduce((sum, path) => sum + size(site.files.get(path.slice(2)) ?? ""), 0)).toBeLessThan(
      15_000,
    );
    const chart = [...site.files].find(([path]) => path.startsWith("_astro/chart."));
    expect(size(chart?.[1] ?? "")).toBeLessThan(70_000);
  });

  it("says so where nothing has run yet", async () => {
    const empty = await renderSite(memoryStore({ runs: [] }));
    expect(empty.files.get("index.html")?.includes("No runs yet")).toBe(true);
    expect(empty.files.get("workflows/ci/index.html")?.includes("No runs in the last 30 days")).toBe(true);
  });

  it("leaves the old site alone when no page can be rendered, and says which and why", async () => {
    const folder = await mkdtemp(join(tmpdir(), "agentops-site-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, "index.html"), "the old site");
    await mkdir(join(folder, "api/v1"), { recursive: true });
    await writeFile(join(folder, SITE_MARK), JSON.stringify({ generator: "agentops" }));
    const render: Renderer = {
      id: "broken",
      pages: [],
      render: async () => {
        throw new Error("rows is not iterable");
      },
      assets: async function* () {},
    };
    const options = {
      repository: "octo-org/agent-fleet",
      config: Config.parse({}),
      server: "https://github.com",
      siteUrl: null,
      cron: null,
      now: null,
    };
    const effects = {
      store: memoryStore({ runs: [aRunRecord()] }),
      clock: { now: () => NOW, sleep: async () => {} },
      report: SILENT,
      site: directoryWriter(folder),
      render,
    };
    await expect(dashboard(effects, options)).rejects.toThrow(
      "no page can be rendered: rows is not iterable",
    );
    expect((await readdir(folder)).sort()).toEqual(["api", "index.html"]);
    expect(await readdir(join(folder, ".."))).not.toContainEqual(
      expect.stringContaining(`.${folder.split("/").at(-1)}-`),
    );
  });
});
