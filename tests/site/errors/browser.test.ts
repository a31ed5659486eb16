import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type StaticServer, startStaticServer } from "#io/static-server.ts";
import { launch } from "../../browser.ts";
import { aRunRecord } from "../../builders.ts";
import { memoryStore } from "../../memory-store.ts";
import { type RenderedSite, renderSite } from "../rendered.ts";
import { failingFleet, HOSTILE_SIGNATURE, KNOWN, KNOWN_SIGNATURE } from "./failing-fleet.ts";

const PAGES = [
  "operations/",
  "operations/30d/",
  "errors/",
  `errors/${KNOWN_SIGNATURE}/`,
  `errors/${HOSTILE_SIGNATURE}/`,
];
/** Milliseconds: axe reads every element, and the machine has other things to do. */
const SLOW = 90_000;
const WIDTHS = [390, 1440];
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const WIDE = { viewport: { width: 1440, height: 900 } };

let browser: Browser;
let server: StaticServer;
let site: RenderedSite;
let root: string;

beforeAll(async () => {
  site = await renderSite(failingFleet(), { knownErrors: KNOWN });
  server = await startStaticServer({ directory: site.folder, base: "/x/y/" });
  root = new URL("/x/y/", server.url).href;
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function visit(
  path: string,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<void>,
): Promise<string[]> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", (dialog) => complaints.push(`dialog: ${dialog.message()}`));
  page.on("requestfailed", (request) => complaints.push(`failed: ${request.url()}`));
  await page.goto(root + path);
  await look(page);
  await context.close();
  return complaints;
}

async function violations(axe: AxeBuilder): Promise<string[]> {
  const found = await axe.analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

describe("the pages of failures", () => {
  for (const path of PAGES)
    for (const width of WIDTHS)
      it(
        `/${path} is accessible in light and dark, quiet, and within ${width} px`,
        async () => {
          const viewport = { width, height: 900 };
          const complaints = await visit(path, { colorScheme: "light", viewport }, async (page) => {
            await page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true");
            for (const chart of await page.locator("trend-chart").all()) {
              await chart.scrollIntoViewIfNeeded();
              await chart.locator("canvas").waitFor();
            }
            // The header would lie over what it has been scrolled to.
            await page.evaluate("scrollTo(0, 0)");
            expect(await violations(new AxeBuilder({ page }).withTags(TAGS))).toEqual([]);
            await page.emulateMedia({ colorScheme: "dark" });
            const colours = ["color-contrast", "link-in-text-block"];
            expect(await violations(new AxeBuilder({ page }).withRules(colours))).toEqual([]);
            const overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
            expect(await page.evaluate(overflow)).toBe(0);
          });
          expect(complaints).toEqual([]);
        },
        SLOW,
      );

  it("lead from the list to an error, and from there to its runs and to the line of the log", async () => {
    await visit("errors/", WIDE, async (page) => {
      await page.getByRole("link", { name: "Jest: a test failed" }).click();
      expect(page.url()).toBe(`${root}errors/${KNOWN_SIGNATURE}/`);
      const line = page.getByRole("link", { name: "line 17" }).first();
      expect(await line.getAttribute("href")).toMatch(/\/actions\/runs\/\d+\/job\/\d+#step:2:17$/);
      await page.getByRole("link", { name: "Its runs" }).click();
      expect(page.url()).toContain(`runs/?p=90d&signature=${KNOWN_SIGNATURE}`);
      await page.locator("tbody tr[aria-rowindex]").first().waitFor();
      expect(await page.locator("main").textContent()).toContain("Test failure");
    });
  });

  it("lead from a cell of the heatmap to the runs in which that step failed", async () => {
    await visit("operations/30d/", WIDE, async (page) => {
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
    await visit("operations/30d/", { javaScriptEnabled: false }, async (page) => {
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
