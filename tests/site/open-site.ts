import { AxeBuilder } from "@axe-core/playwright";
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import { startStaticServer } from "#io/static-server.ts";
import { launch } from "../browser.ts";

/** Milliseconds: axe reads every element, and the machine has other things to do. */
export const SLOW = 120_000;
export const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** All that a theme can change. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** A rendered site in a real browser, served under a path of its own as Pages does. */
export type OpenSite = {
  /** The address that the paths of pages follow. */
  root: string;
  /** Opens a page, lets `look` at it, and returns whatever the browser complained about meanwhile. */
  visit(path: string, options: BrowserContextOptions, look: (page: Page) => Promise<void>): Promise<string[]>;
  close(): Promise<void>;
};

export async function openSite(folder: string): Promise<OpenSite> {
  const server = await startStaticServer({ directory: folder, base: "/x/y/" });
  const root = new URL("/x/y/", server.url).href;
  const browser = await launch();
  return {
    root,
    async visit(path, options, look) {
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
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Charts are drawn when they come into view. */
export async function seeCharts(page: Page): Promise<void> {
  for (const chart of await page.locator("trend-chart").all()) {
    await chart.scrollIntoViewIfNeeded();
    await chart.locator("canvas").waitFor();
  }
}

/** Every rule in light colours, those of colour in dark ones too, and nothing wider than the window. */
export async function expectAccessible(page: Page): Promise<void> {
  // The header would lie over what it has been scrolled to.
  await page.evaluate("scrollTo(0, 0)");
  expect(await violations(new AxeBuilder({ page }).withTags(TAGS))).toEqual([]);
  await expectFitAndDark(page);
}

/** What `expectAccessible` asks after the rules. */
export async function expectFitAndDark(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await violations(new AxeBuilder({ page }).withRules(COLOUR_RULES))).toEqual([]);
  const overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
  expect(await page.evaluate(overflow)).toBe(0);
}

export async function violations(axe: AxeBuilder): Promise<string[]> {
  const found = await axe.analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}
