import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aRunRecord } from "../../builders.ts";
import { memoryStore } from "../../memory-store.ts";
import { expectAccessible, type OpenSite, openSite, SLOW, seeCharts } from "../open-site.ts";
import { type RenderedSite, renderSite } from "../rendered.ts";
import { failingFleet, HOSTILE_SIGNATURE, KNOWN, KNOWN_SIGNATURE } from "./failing-fleet.ts";

const PAGES = [
  "operations/",
  "operations/30d/",
  "errors/",
  `errors/${KNOWN_SIGNATURE}/`,
  `errors/${HOSTILE_SIGNATURE}/`,
];
const WIDTHS = [390, 1440];
const WIDE = { viewport: { width: 1440, height: 900 } };

let open: OpenSite;
let site: RenderedSite;

beforeAll(async () => {
  site = await renderSite(failingFleet(), { knownErrors: KNOWN });
  open = await openSite(site.folder);
});

afterAll(() => open?.close());

describe("the pages of failures", () => {
  for (const path of PAGES)
    for (const width of WIDTHS)
      it(
        `/${path} is accessible in light and dark, quiet, and within ${width} px`,
        async () => {
          const viewport = { width, height: 900 };
          const complaints = await open.visit(path, { colorScheme: "light", viewport }, async (page) => {
            await page.evaluate(
              "for (const fold of document.querySelectorAll('main details')) fold.open = true",
            );
            await seeCharts(page);
            await expectAccessible(page);
          });
          expect(complaints).toEqual([]);
        },
        SLOW,
      );

  it("lead from the list to an error, and from there to its runs and to the line of the log", async () => {
    await open.visit("errors/", WIDE, async (page) => {
      await page.getByRole("link", { name: "Jest: a test failed" }).click();
      expect(page.url()).toBe(`${open.root}errors/${KNOWN_SIGNATURE}/`);
      const line = page.getByRole("link", { name: "line 17" }).first();
      expect(await line.getAttribute("href")).toMatch(/\/actions\/runs\/\d+\/job\/\d+#step:2:17$/);
      await page.getByRole("link", { name: "Its runs" }).click();
      expect(page.url()).toContain(`runs/?p=90d&signature=${KNOWN_SIGNATURE}`);
      await page.locator("tbody tr[aria-rowindex]").first().waitFor();
      expect(await page.locator("main").textContent()).toContain("Test failure");
    });
  });

  it("lead from a cell of the heatmap to the runs in which that step failed", async () => {
    await open.visit("operations/30d/", WIDE, async (page) => {
      const cell = page.locator(".heatmap td.slot a").last();
      expect(await cell.getAttribute("aria-label")).toMatch(
        /^\d+ of \d+ executions? failed, day from \d+ \w+$/,
      );
      const failures = Number(await cell.textContent());
      await cell.click();
      expect(page.url()).toMatch(/runs\/\?from=.*&to=.*&wf=.*&step=.*&result=failed/);
      await page.locator("tbody tr[aria-rowindex]").first().waitFor();
      await expect.poll(() => page.locator("tbody tr[aria-rowindex]").count()).toBe(failures);
    });
  });

  it("open domain, category and error without JavaScript", async () => {
    await open.visit("operations/30d/", { javaScriptEnabled: false }, async (page) => {
      await page.locator(".domain summary", { hasText: "Provider" }).first().click();
      await page.locator(".category summary", { hasText: "Rate limit" }).click();
      await page.getByRole("link", { name: "The provider limits the rate" }).click();
      expect(await page.locator("h1").textContent()).toBe("The provider limits the rate");
    });
  });

  it("show what people wrote as text with links to the web, never as markup", () => {
    const html = site.files.get(`errors/${KNOWN_SIGNATURE}/index.html`) ?? "";
    expect(html).toContain('<a href="https://example.org/1" rel="nofollow noopener">the issue</a>');
    expect(html).toContain("[this](javascript:alert(1)) &lt;img src=x onerror=alert(1)&gt;");
    expect(html).not.toContain('href="javascript:');
    expect(html).toMatch(/<ol><li>Pin <code>left-pad<\/code><\/li>/);
    expect(html).toContain("npm ci &lt;b&gt;");
  });

  it("have no link that leads nowhere, and stay small", () => {
    for (const [path, html] of site.files) {
      if (!/^(errors|operations)\/.*\.html$/.test(path)) continue;
      for (const [, address = ""] of html.matchAll(/\shref="([^"]*)"/g)) {
        const url = new URL(address.replaceAll("&amp;", "&"), `http://site/${path}`);
        if (url.host !== "site") continue;
        const file = decodeURIComponent(url.pathname.slice(1)).replace(/(^|\/)$/, "$1index.html");
        expect(site.files.has(file), `${path} -> ${address}`).toBe(true);
      }
      expect(html.length, path).toBeLessThan(250_000);
    }
  });

  it("say what is missing: nothing failed, nothing was read", async () => {
    const quiet = await renderSite(memoryStore({ runs: [aRunRecord()] }));
    expect(quiet.files.get("errors/index.html")).toContain("Nothing failed");
    expect(quiet.files.get("operations/index.html")).toContain("No failures in this period");
    const unread = await renderSite(memoryStore({ runs: [aRunRecord({ conclusion: "failure" })] }));
    expect(unread.files.get("errors/index.html")).toContain("No failure has been read yet");
    expect(unread.files.get("operations/index.html")).toContain("No failure of this period has been read");
  });
});
