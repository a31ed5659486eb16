import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible, type OpenSite, openSite, SLOW } from "../open-site.ts";
import { renderSite } from "../rendered.ts";
import { spendingStore } from "./spending.ts";

let open: OpenSite;
let files: Map<string, string>;

beforeAll(async () => {
  const site = await renderSite(spendingStore());
  files = site.files;
  open = await openSite(site.folder);
}, SLOW);

afterAll(() => open?.close());

function file(path: string): string {
  const text = files.get(path);
  if (text === undefined) throw new Error(`the site has no ${path}`);
  return text;
}

describe("the Costs page", () => {
  for (const width of [390, 1440])
    it(
      `is accessible in light and dark, quiet, and within ${width} px`,
      async () => {
        const viewport = { width, height: 900 };
        const complaints = await open.visit(
          "costs/90d/",
          { colorScheme: "light", viewport },
          async (page) => {
            await page.locator("trend-chart").scrollIntoViewIfNeeded();
            await page.locator("trend-chart canvas").waitFor();
            for (const unit of ["Weeks", "Days"]) await page.locator("summary", { hasText: unit }).click();
            await expectAccessible(page);
          },
        );
        expect(complaints).toEqual([]);
      },
      SLOW,
    );

  it("is readable without JavaScript: the numbers, what they rest on, and what is not known", async () => {
    await open.visit("costs/90d/", { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator("figure.trend table").isVisible()).toBe(true);
      const rests = await page.locator("section.basis").textContent();
      for (const word of ["Reported", "AI credits", "Priced", "Estimated", "Minutes"])
        expect(rests).toContain(word);
      expect(rests).toMatch(/\d+\.\d % of 43 agent executions have known usage and a price/);
      expect(await page.locator("section[aria-labelledby=classes]").textContent()).toContain("Not priced");
      const silent = page.locator("section[aria-labelledby=models] tr", { hasText: "model not told" });
      expect(await silent.textContent()).toContain("—");
    });
  });

  it("leads from a workflow to its runs, and from a month to its ledger", async () => {
    await open.visit("costs/90d/", {}, async (page) => {
      const ledger = page.getByRole("link", { name: "Ledger of 2026-11 as CSV" });
      expect(
        (
          await page.request.get(new URL((await ledger.getAttribute("href")) ?? "", page.url()).href)
        ).status(),
      ).toBe(200);
      await page.locator("section[aria-labelledby=workflows] a", { hasText: "Claude issue agent" }).click();
      await page.waitForURL(/runs\/\?/);
      expect(page.url()).toContain("wf=claude");
    });
  });
});

describe("the ledger", () => {
  it("adds up to the month on the page and in the API, to the nano-dollar", () => {
    const { data } = JSON.parse(file("api/v1/costs/summary.json"));
    for (const { start, spend } of data.calendar.months) {
      const ledger = JSON.parse(file(`api/v1/costs/ledger-${start}.json`)).data.lines;
      const amounts = ledger.map((line: { amount_nano_usd: number | null }) => line.amount_nano_usd ?? 0);
      expect(amounts.reduce((sum: number, amount: number) => sum + amount, 0)).toBe(spend.total_nano_usd);
      const [head, ...rows] = file(`api/v1/costs/ledger-${start}.csv`).trimEnd().split("\r\n");
      expect(rows).toHaveLength(ledger.length);
      expect(head).toContain("amount,currency,cost_basis");
    }
  });

  it("leaves the cell of an unknown amount empty", () => {
    const rows = file("api/v1/costs/ledger-2026-11.csv").split("\r\n");
    const silent = rows.filter((row) => row.includes("an agent ran and its usage is not known"));
    expect(silent.length).toBeGreaterThan(0);
    for (const row of silent) expect(row).toContain(",,USD,unknown,");
  });
});
