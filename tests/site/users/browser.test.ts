import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Config } from "#core/config.ts";
import {
  expectFitAndDark,
  type OpenSite,
  openSite,
  SLOW,
  seeCharts,
  TAGS,
  violations,
} from "../open-site.ts";
import { renderSite } from "../rendered.ts";
import { tellingStore } from "./telling.ts";

const CONFIG = Config.parse({
  teams: { core: { users: ["mona", "l*"] }, agents: { workflows: ["claude.yml"] } },
});

let open: OpenSite;

beforeAll(async () => {
  const site = await renderSite(tellingStore(), { config: CONFIG });
  open = await openSite(site.folder);
}, SLOW);

afterAll(() => open?.close());

describe("the pages of users, metrics and events", () => {
  for (const width of [390, 1440])
    for (const path of ["users/", "metrics/30d/", "30d/"])
      it(
        `${path} is accessible in light and dark, quiet, and within ${width} px`,
        async () => {
          const viewport = { width, height: 900 };
          const complaints = await open.visit(path, { colorScheme: "light", viewport }, async (page) => {
            await seeCharts(page);
            expect(await violations(new AxeBuilder({ page }).withTags(TAGS))).toEqual([]);
            await page.evaluate("scrollTo(0, 0)");
            await page.locator("summary", { hasText: "More" }).click();
            // What lies under an open menu cannot be hit, which is as it should be.
            expect(await violations(new AxeBuilder({ page }).include("nav.main").withTags(TAGS))).toEqual([]);
            await expectFitAndDark(page);
          });
          expect(complaints).toEqual([]);
        },
        SLOW,
      );

  it("draws events on the axis, numbered as in the list and the table, once a chart comes into view", async () => {
    await open.visit("30d/", {}, async (page) => {
      const plain = await drawn(page, "30d/");
      await page.route("**/30d/", async (route) => {
        const answer = await route.fetch();
        // The same page without flags: what else the chart draws is the same.
        await route.fulfill({
          response: answer,
          body: (await answer.text()).replaceAll("data-buckets", "data-no"),
        });
      });
      expect(await drawn(page, "30d/")).not.toBe(plain);
      const listed = await page.locator(".markers .flag").allTextContents();
      expect(listed).toEqual(["1", "2", "3", "4", "5"]);
      expect(await page.locator("figure.trend").first().locator("th .flag").allTextContents()).toEqual(
        listed.map((number) => `event ${number}`),
      );
    });
  });

  it("says everything without JavaScript, the menu of further pages included", async () => {
    await open.visit("metrics/30d/", { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator("figure.trend table").first().isVisible()).toBe(true);
      expect(await page.locator(".markers").textContent()).toMatch(
        /release .*tag v7.0.0.*Too frequent to be drawn: reaction \(60\)/,
      );
      expect(await page.locator("table.metrics tr", { hasText: "queue.depth" }).textContent()).toContain(
        "7 jobs",
      );
      expect(await page.locator("nav.main [aria-current=page]").textContent()).toBe("Metrics");
      await page.locator("summary", { hasText: "More" }).click();
      await page.getByRole("link", { name: "Users" }).click();
      expect(await page.locator("#people").isVisible()).toBe(true);
      const mona = page.locator("section[aria-labelledby=people] tr", { hasText: "mona" }).first();
      expect(await mona.textContent()).toMatch(/3 success, 3 failed.*4 of 6 known.*core/);
    });
  });

  it("keeps the page shown in sight on a phone, and closes the menu by Escape or a click elsewhere", async () => {
    await open.visit("metrics/", { viewport: { width: 390, height: 800 } }, async (page) => {
      const box = await page.locator("nav.main [aria-current=page]").boundingBox();
      expect((box?.x ?? 999) + (box?.width ?? 0)).toBeLessThan(390);
      const menu = page.locator("details.more");
      await menu.locator("summary").click();
      await page.keyboard.press("Escape");
      expect(await menu.getAttribute("open")).toBeNull();
      await menu.locator("summary").click();
      await page.locator("h1").click({ position: { x: 2, y: 2 } });
      expect(await menu.getAttribute("open")).toBeNull();
    });
  });
});

describe("a redacted site", () => {
  it("names no person and repeats no text of an event", async () => {
    const config = Config.parse({ privacy: { publish: "redacted" } });
    const { files } = await renderSite(tellingStore(), { config });
    for (const path of ["users/index.html", "metrics/index.html", "api/v1/users.csv", "api/v1/events.json"])
      for (const text of ["hubot", "mona", "v7.0.0", "production"])
        expect(files.get(path)?.includes(text), `${path}: ${text}`).toBe(false);
    expect(files.get("users/index.html")).toContain("names no people");
    expect(files.get("metrics/index.html")).toContain("version 40");
  });
});

/** The first chart's picture. */
async function drawn(page: Page, path: string): Promise<string> {
  await page.goto(open.root + path);
  const chart = page.locator("trend-chart").first();
  await chart.scrollIntoViewIfNeeded();
  await chart.locator("canvas").waitFor();
  return (await chart.screenshot()).toString("base64");
}
