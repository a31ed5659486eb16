import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Config } from "#core/config.ts";
import { spendingStore } from "../costs/spending.ts";
import { expectAccessible, type OpenSite, openSite, SLOW } from "../open-site.ts";
import { renderSite } from "../rendered.ts";

const CONFIG = Config.parse({
  budgets: [
    { id: "all", threshold_usd: 1000, period_days: 90 },
    { id: "hard", threshold_usd: 0.01, period_days: 90, alert_type: "hard_stop" },
    { id: "nobody", scope: "user:nobody", threshold_usd: 5 },
  ],
});

let open: OpenSite;
let files: Map<string, string>;

beforeAll(async () => {
  const site = await renderSite(spendingStore(), { config: CONFIG });
  files = site.files;
  open = await openSite(site.folder);
}, SLOW);

afterAll(() => open?.close());

describe("the Budgets page", () => {
  for (const width of [390, 1440])
    it(
      `is accessible in light and dark, quiet, and within ${width} px`,
      async () => {
        const viewport = { width, height: 900 };
        const complaints = await open.visit("budgets/", { colorScheme: "light", viewport }, expectAccessible);
        expect(complaints).toEqual([]);
      },
      SLOW,
    );

  it("says of each budget how it stands, the same as the files", async () => {
    const { data } = JSON.parse(files.get("api/v1/budgets.json") ?? "{}");
    const states = data.budgets.map(({ id, state }: { id: string; state: string }) => [id, state]);
    expect(states).toEqual([
      ["all", "on track"],
      ["hard", "stopped"],
      ["nobody", "on track"],
    ]);
    expect(files.get("api/v1/budgets.csv")?.trim().split("\r\n")).toHaveLength(4);
    await open.visit("budgets/", { javaScriptEnabled: false }, async (page) => {
      const rows = page.locator("section[aria-labelledby=budgets] tbody tr");
      for (const [index, [id, state]] of states.entries())
        expect(await rows.nth(index).textContent()).toMatch(new RegExp(`^\\s*${id}.*${state}`, "s"));
    });
  });

  it("says where the month will end, and from what", async () => {
    await open.visit("budgets/", { javaScriptEnabled: false }, async (page) => {
      const month = await page.locator("section[aria-labelledby=month]").textContent();
      expect(month).toMatch(
        /Spend: \$[\d.]+ so far; .* in nineteen of twenty|No forecast: \d+ complete days are known/,
      );
    });
  });

  for (const path of ["", "costs/"])
    it(`stands in short on /${path} too, the nearest to its end first`, async () => {
      await open.visit(path, { javaScriptEnabled: false }, async (page) => {
        const outlook = page.locator("section[aria-labelledby=outlook]");
        expect(await outlook.locator("li .name").allTextContents()).toEqual(["hard", "all", "nobody"]);
        expect(await outlook.textContent()).toMatch(/so far/);
        expect(await outlook.locator("li").first().textContent()).toMatch(/stopped.*spent/s);
      });
    });
});

describe("without a budget", () => {
  it("the page says how to write one", async () => {
    const { files } = await renderSite(spendingStore());
    expect(files.get("budgets/index.html")).toContain("No budget is configured");
  });
});
