import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Config } from "#core/config.ts";
import type { Statement } from "#core/documents/statements/statement.ts";
import { spendingStore } from "../costs/spending.ts";
import { expectAccessible, type OpenSite, openSite, SLOW } from "../open-site.ts";
import { NOW, renderSite } from "../rendered.ts";

const MONTH = NOW.slice(0, 7);
const CONFIG = Config.parse({
  chargeback: {
    tags: [{ scope: "agent:Claude*", tags: { "cost-center": "4711" } }],
    adjustments: [{ id: "startup", date: `${MONTH}-02`, kind: "credit", amount_usd: -0.5 }],
  },
});

let open: OpenSite;
let files: Map<string, string>;

beforeAll(async () => {
  const site = await renderSite(spendingStore(), { config: CONFIG });
  files = site.files;
  open = await openSite(site.folder);
}, SLOW);

afterAll(() => open?.close());

const cents = (text: string | null | undefined) => {
  const [, sign, digits = ""] = /(−?)\$([\d,.]+)/.exec(text ?? "") ?? [];
  return Math.round(Number(digits.replaceAll(",", "")) * 100) * (sign === "−" ? -1 : 1);
};

describe("the Statements pages", () => {
  for (const path of ["statements/", `statements/${MONTH}/`])
    for (const width of [390, 1440])
      it(
        `/${path} is accessible in light and dark, quiet, and within ${width} px`,
        async () => {
          const viewport = { width, height: 900 };
          const complaints = await open.visit(path, { colorScheme: "light", viewport }, expectAccessible);
          expect(complaints).toEqual([]);
        },
        SLOW,
      );

  it("add up to the cent, and to what the file says", async () => {
    const { data } = JSON.parse(files.get(`api/v1/statements/${MONTH}.json`) ?? "{}") as { data: Statement };
    await open.visit(`statements/${MONTH}/`, { javaScriptEnabled: false }, async (page) => {
      const due = await page.locator("section[aria-labelledby=due] dd strong").textContent();
      expect(Math.abs(cents(due) - data.due_nano_usd / 1e7)).toBeLessThanOrEqual(1);
      for (const part of ["teams", "tag-cost-center", "agents", "users", "workflows"]) {
        const rows = await page.locator(`section[aria-labelledby=${part}] tbody tr`).all();
        const amounts = await Promise.all(
          rows.map(async (row) => {
            const [amount, ...parts] = await row.locator("td").allTextContents();
            const [tokens, minutes, calls] = parts.map(cents);
            if (amount?.includes("$"))
              expect((tokens ?? 0) + (minutes ?? 0) + (calls ?? 0)).toBe(cents(amount));
            return amount?.includes("$") ? cents(amount) : 0;
          }),
        );
        const all = amounts.pop();
        expect(amounts.reduce((sum, each) => sum + each, 0)).toBe(all);
        expect(all).toBe(Math.round(data.spend.total_nano_usd / 1e7));
      }
    });
  });

  it("print without what only a screen can do, and say whose month it is", async () => {
    await open.visit(`statements/${MONTH}/`, {}, async (page) => {
      await page.emulateMedia({ media: "print" });
      expect(await page.locator("header.top").isVisible()).toBe(false);
      expect(await page.locator(".heading .actions").isVisible()).toBe(false);
      expect(await page.locator("h1").textContent()).toContain(MONTH);
      expect(await page.locator(".lede").first().textContent()).toContain("octo-org/agent-fleet");
    });
  });
});
