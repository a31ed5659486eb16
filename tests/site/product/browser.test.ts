import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { workingFleet } from "../agents/working-fleet.ts";
import { expectAccessible, type OpenSite, openSite, SLOW } from "../open-site.ts";
import { renderSite } from "../rendered.ts";

let open: OpenSite;
let files: Map<string, string>;

beforeAll(async () => {
  const site = await renderSite(workingFleet());
  files = site.files;
  open = await openSite(site.folder);
}, SLOW);

afterAll(() => open?.close());

/** The page of some tool. */
function aToolPage(): string {
  const found = [...files.keys()].find((path) =>
    /^tools\/(?!24h|7d|30d|90d|mtd)[^/]+\/index\.html$/.test(path),
  );
  if (found === undefined) throw new Error("no tool has a page");
  return found.replace("index.html", "");
}

describe("the pages of models, tools, product and recommendations", () => {
  for (const path of ["models/90d/", "tools/90d/", "a tool", "product/", "recommendations/"])
    for (const width of [390, 1440])
      it(
        `${path} is accessible in light and dark, quiet, and within ${width} px`,
        async () => {
          const options = { colorScheme: "light", viewport: { width, height: 900 } } as const;
          const complaints = await open.visit(
            path === "a tool" ? aToolPage() : path,
            options,
            async (page) => {
              for (const summary of await page.locator("main summary").all()) await summary.click();
              await expectAccessible(page);
            },
          );
          expect(complaints).toEqual([]);
        },
        SLOW,
      );

  it("lead from a tool to its page and from there to a run, without JavaScript", async () => {
    await open.visit("tools/30d/", { javaScriptEnabled: false }, async (page) => {
      await page.locator("section[aria-labelledby=by-tool] tbody th a", { hasText: /^Bash$/ }).click();
      await page.waitForURL(/tools\/[^/]+\/$/);
      await page.locator("section[aria-labelledby=slowest] td a").first().click();
      await page.waitForURL(/runs\/\d+\/$/);
    });
  });

  it("show on the Overview what to do, with a way to all of it", async () => {
    await open.visit("", { javaScriptEnabled: false }, async (page) => {
      const advice = page.locator("section[aria-labelledby=advice]");
      expect(await advice.locator("li").count()).toBeLessThanOrEqual(3);
      await advice.getByRole("link", { name: "All recommendations" }).click();
      await page.waitForURL(/recommendations\/$/);
      expect(await page.locator(".recommendations li").count()).toBeGreaterThan(0);
    });
  });

  it("link only to pages that exist", () => {
    const { data } = JSON.parse(files.get("api/v1/recommendations.json") ?? "{}") as {
      data: { link: string }[];
    };
    expect(data.length).toBeGreaterThan(0);
    for (const { link } of data) {
      const [path, id] = link.split("#");
      const page = files.get(`${path}index.html`);
      expect(page, link).toBeDefined();
      if (id) expect(page, link).toContain(`id="${id}"`);
    }
  });

  it("say in the API and its tables what they show", () => {
    const rows = (path: string) => (files.get(`api/v1/${path}`) ?? "").trimEnd().split("\r\n").length - 1;
    for (const name of ["models", "tools"]) {
      const { data } = JSON.parse(files.get(`api/v1/${name}.json`) ?? "{}");
      const listed = Object.values(data as Record<string, Record<string, unknown[]>>).flatMap(
        (one) => one[name],
      );
      expect(rows(`${name}.csv`)).toBe(listed.length);
      expect(listed.length).toBeGreaterThan(0);
    }
    expect(rows("recommendations.csv")).toBeGreaterThan(0);
    expect(files.has("api/v1/comparison/models.json")).toBe(true);
  });
});
