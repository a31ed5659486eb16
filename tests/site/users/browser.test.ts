import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Config } from "#core/config.ts";
import { type StaticServer, startStaticServer } from "#io/static-server.ts";
import { launch } from "../../browser.ts";
import { renderSite } from "../rendered.ts";
import { tellingStore } from "./telling.ts";

const SLOW = 120_000;
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const CONFIG = Config.parse({
  teams: { core: { users: ["mona", "l*"] }, agents: { workflows: ["claude.yml"] } },
});

let browser: Browser;
let server: StaticServer;

beforeAll(async () => {
  const site = await renderSite(tellingStore(), { config: CONFIG });
  server = await startStaticServer({ directory: site.folder });
  browser = await launch();
}, SLOW);

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
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", (dialog) => complaints.push(dialog.message()));
  await page.goto(new URL(path, server.url).href);
  await look(page);
  await context.close();
  return complaints;
}

async function violations(axe: AxeBuilder): Promise<string[]> {
  const found = await axe.analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

describe("the pages of users, metrics and events", () => {
  for (const width of [390, 1440])
    for (const path of ["/users/", "/metrics/30d/", "/30d/"])
      it(
        `${path} is accessible in light and dark, quiet, and within ${width} px`,
        async () => {
          const viewport = { width, height: 900 };
          const complaints = await visit(path, { colorScheme: "light", viewport }, async (page) => {
            await page
              .locator("trend-chart")
              .first()
              .scrollIntoViewIfNeeded({ timeout: 500 })
              .catch(() => {});
            if (path !== "/users/") await page.locator("trend-chart canvas").first().waitFor();
            expect(await violations(new AxeBuilder({ page }).withTags(TAGS))).toEqual([]);
            await page.evaluate("scrollTo(0, 0)");
            await page.locator("summary", { hasText: "More" }).click();
            // What lies under an open menu cannot be hit, which is as it should be.
            expect(await violations(new AxeBuilder({ page }).include("nav.main").withTags(TAGS))).toEqual([]);
            await page.emulateMedia({ colorScheme: "dark" });
            expect(await violations(new AxeBuilder({ page }).withRules(["color-contrast"]))).toEqual([]);
            const overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
            expect(await page.evaluate(overflow)).toBe(0);
            if (process.env["SHOTS"]) {
              const name = `${process.env["SHOTS"]}/${path.replaceAll("/", "_")}${width}`;
              await page.screenshot({ path: `${name}-menu.png` });
              await page.keyboard.press("Escape");
              for (const chart of await page.locator("trend-chart").all()) {
                await chart.scrollIntoViewIfNeeded();
                await chart.locator("canvas").waitFor();
              }
              await page.screenshot({ path: `${name}-dark.png`, fullPage: true });
              await page.emulateMedia({ colorScheme: "light" });
              await page.screenshot({ path: `${name}.png`, fullPage: true });
            }
          });
          expect(complaints).toEqual([]);
        },
        SLOW,
      );
});
