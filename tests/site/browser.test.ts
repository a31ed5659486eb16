import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type StaticServer, startStaticServer } from "#io/static-server.ts";
import { launch } from "../browser.ts";
import { fleetStore } from "./fleet.ts";
import { renderSite } from "./rendered.ts";

/** One page of every kind, and the one made of hostile names. */
const PAGES = [
  "",
  "workflows/",
  "workflows/claude/",
  "workflows/7d-13/",
  "steps/",
  "health/",
  "api/",
  "runs/",
  "runs/3000/",
];
/** Milliseconds: axe reads every element, and the machine has other things to do. */
const SLOW = 90_000;
const WIDTHS = [390, 1440];
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** All that a theme can change. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

let browser: Browser;
let server: StaticServer;
let root: string;

beforeAll(async () => {
  const { folder } = await renderSite(fleetStore());
  server = await startStaticServer({ directory: folder, base: "/x/y/" });
  root = new URL("/x/y/", server.url).href;
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens a page, lets `look` at it, and returns whatever the browser complained about meanwhile. */
async function visit(
  path: string,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<void> = async () => {},
): Promise<string[]> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", (dialog) => complaints.push(`dialog: ${dialog.message()}`));
  page.on("requestfailed", (request) => complaints.push(`failed: ${request.url()}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(root)) complaints.push(`foreign: ${request.url()}`);
  });
  await page.goto(root + path);
  await look(page);
  await context.close();
  return complaints;
}

/** Charts are drawn when they come into view. */
async function seeCharts(page: Page): Promise<void> {
  for (const chart of await page.locator("trend-chart").all()) {
    await chart.scrollIntoViewIfNeeded();
    await chart.locator("canvas").waitFor();
  }
}

async function violations(axe: AxeBuilder): Promise<string[]> {
  const found = await axe.analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

describe("in a browser, under a path of its own", () => {
  for (const path of PAGES)
    for (const width of WIDTHS)
      it(
        `/${path} is accessible in light and dark, quiet, and within ${width} px`,
        async () => {
          const viewport = { width, height: 900 };
          const complaints = await visit(path, { colorScheme: "light", viewport }, async (page) => {
            await seeCharts(page);
            expect(await violations(new AxeBuilder({ page }).withTags(TAGS))).toEqual([]);
            await page.emulateMedia({ colorScheme: "dark" });
            expect(await violations(new AxeBuilder({ page }).withRules(COLOUR_RULES))).toEqual([]);
            const overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
            expect(await page.evaluate(overflow)).toBe(0);
          });
          expect(complaints).toEqual([]);
        },
        SLOW,
      );

  it("shows the numbers of every chart without JavaScript", async () => {
    await visit("", { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator("figure.trend table").first().isVisible()).toBe(true);
      expect(await page.locator("trend-chart").first().isVisible()).toBe(false);
      expect(await page.locator("[data-theme-switch]").isVisible()).toBe(false);
    });
  });

  it("leads from a bar of a chart to the runs in it", async () => {
    await visit("30d/", { viewport: { width: 1440, height: 900 } }, async (page) => {
      await seeCharts(page);
      const box = await page.locator("trend-chart").first().boundingBox();
      if (box === null) throw new Error("the chart has no box");
      // Near the foot of a bar in the middle.
      await page.mouse.click(box.x + box.width * 0.8, box.y + box.height - 32);
      await page.waitForURL(/runs\/\?/);
      expect(page.url()).toMatch(/from=.*&to=.*status=/);
    });
  });

  it("sorts a table by a column and back", async () => {
    await visit("workflows/30d/", {}, async (page) => {
      const failed = page.locator("th", { hasText: "Failed" });
      const column = async () =>
        (await page.locator("tbody tr td:nth-child(5)").allTextContents()).map((text) => Number(text.trim()));
      await failed.getByRole("button").click();
      expect(await failed.getAttribute("aria-sort")).toBe("descending");
      expect(await column()).toEqual((await column()).toSorted((a, b) => b - a));
      await failed.getByRole("button").click();
      expect(await failed.getAttribute("aria-sort")).toBe("ascending");
      expect(await column()).toEqual((await column()).toSorted((a, b) => a - b));
    });
  });

  it("keeps a chosen theme on the next page", async () => {
    await visit("", { colorScheme: "light" }, async (page) => {
      const theme = page.locator("[data-theme-switch]");
      await theme.click();
      await theme.click();
      expect(await theme.textContent()).toBe("Theme: dark");
      await page.getByRole("link", { name: "Workflows", exact: true }).click();
      expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
      expect(await theme.textContent()).toBe("Theme: dark");
    });
  });
});
