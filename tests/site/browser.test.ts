import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fleetStore } from "./fleet.ts";
import { expectAccessible, type OpenSite, openSite, SLOW, seeCharts } from "./open-site.ts";
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
const WIDTHS = [390, 1440];

let open: OpenSite;

beforeAll(async () => {
  const { folder } = await renderSite(fleetStore());
  open = await openSite(folder);
});

afterAll(() => open?.close());

describe("in a browser, under a path of its own", () => {
  for (const path of PAGES)
    for (const width of WIDTHS)
      it(
        `/${path} is accessible in light and dark, quiet, and within ${width} px`,
        async () => {
          const viewport = { width, height: 900 };
          const complaints = await open.visit(path, { colorScheme: "light", viewport }, async (page) => {
            await seeCharts(page);
            await expectAccessible(page);
          });
          expect(complaints).toEqual([]);
        },
        SLOW,
      );

  it("shows the numbers of every chart without JavaScript", async () => {
    await open.visit("", { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator("figure.trend table").first().isVisible()).toBe(true);
      expect(await page.locator("trend-chart").first().isVisible()).toBe(false);
      expect(await page.locator("[data-theme-switch]").isVisible()).toBe(false);
    });
  });

  it("leads from a bar of a chart to the runs in it", async () => {
    await open.visit("30d/", { viewport: { width: 1440, height: 900 } }, async (page) => {
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
    await open.visit("workflows/30d/", {}, async (page) => {
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
    await open.visit("", { colorScheme: "light" }, async (page) => {
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
