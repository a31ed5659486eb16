import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type StaticServer, startStaticServer } from "#io/static-server.ts";
import { launch } from "../../browser.ts";
import { memoryStore } from "../../memory-store.ts";
import { type RenderedSite, renderSite } from "../rendered.ts";
import { RICH, workingFleet } from "./working-fleet.ts";

/** Milliseconds: axe reads every element, and the machine has other things to do. */
const SLOW = 90_000;
const WIDTHS = [390, 1440];
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const PAGES = [
  "agents/",
  "agents/claude/30d/",
  "executions/",
  `executions/${RICH}/`,
  "sessions/",
  "sessions/issue-40/",
];
const WIDE = { viewport: { width: 1440, height: 900 } };

let browser: Browser;
let server: StaticServer;
let site: RenderedSite;
let root: string;

beforeAll(async () => {
  site = await renderSite(workingFleet());
  server = await startStaticServer({ directory: site.folder, base: "/x/y/" });
  root = new URL("/x/y/", server.url).href;
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
  page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", (dialog) => complaints.push(`dialog: ${dialog.message()}`));
  await page.goto(root + path);
  await look(page);
  await context.close();
  return complaints;
}

async function violations(axe: AxeBuilder): Promise<string[]> {
  const found = await axe.analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

describe("the pages of agents' work", () => {
  for (const path of PAGES)
    for (const width of WIDTHS)
      it(
        `/${path} is accessible in light and dark, quiet, and within ${width} px`,
        async () => {
          const viewport = { width, height: 900 };
          const complaints = await visit(path, { colorScheme: "light", viewport }, async (page) => {
            await page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true");
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

  it("filter, order and page through executions, and keep it in the address", async () => {
    const complaints = await visit("executions/", WIDE, async (page) => {
      await page.getByLabel("Any end").selectOption("failure");
      await expect.poll(() => page.locator("[data-said]").textContent()).toMatch(/^1–\d+ of \d+ executions$/);
      expect(new URL(page.url()).search).toBe("?status=failure");
      for (const text of await page.locator("tbody tr td:nth-child(2)").allTextContents())
        expect(text).toContain("Failed");
      await page.getByLabel("Any end").selectOption("");
      await page.getByLabel("Order").selectOption("cost");
      await expect.poll(() => page.locator("h2").first().textContent()).toBe("Dearest first");
      await page.getByLabel("Search executions").fill("nothing is called this");
      await expect.poll(() => page.locator("[data-said]").textContent()).toBe("No execution matches");
      await page.reload();
      await expect.poll(() => page.locator("[data-said]").textContent()).toBe("No execution matches");
    });
    expect(complaints).toEqual([]);
  });

  it("lead from the list to an execution, its run, its agent and back, without JavaScript", async () => {
    await visit("executions/", { ...WIDE, javaScriptEnabled: false }, async (page) => {
      expect(await page.locator(".toolbar").isVisible()).toBe(false);
      await page.locator(`a[href$="${RICH}/"]`).first().click();
      expect(page.url()).toBe(`${root}executions/${RICH}/`);
      expect(await page.locator("#steps").isVisible()).toBe(true);
      await page.getByRole("link", { name: "Its run" }).click();
      expect(page.url()).toBe(`${root}runs/2001/`);
      expect(await page.locator("#agents").textContent()).toContain("2 of 2 executions told");
    });
  });

  it("mark what is estimated or unknown, and show no 0 for it", async () => {
    await visit("executions/", WIDE, async (page) => {
      const text = (await page.locator("table.executions").textContent()) ?? "";
      expect(text).toContain("~$");
      expect(text).toContain("told nothing");
      const silent = page.locator("tr", { hasText: "told nothing" }).first();
      expect(await silent.locator("td:nth-child(9)").textContent()).toContain("—");
    });
  });

  it("say what is missing where no agent worked", async () => {
    const { files } = await renderSite(memoryStore({ runs: [] }));
    expect(files.get("executions/index.html")).toContain("No agent has worked yet");
    expect(files.get("agents/index.html")).toContain("No agent is known");
    expect(files.get("sessions/index.html")).toContain("No sessions yet");
  });
});
