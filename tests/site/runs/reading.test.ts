import { rm } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runLink } from "#core/addresses/paths.ts";
import type { StoredAnalysis } from "#core/records/analysis.ts";
import { runKey } from "#core/records/run.ts";
import { type StaticServer, startStaticServer } from "#io/static-server.ts";
import { launch } from "../../browser.ts";
import { renderSite } from "../rendered.ts";
import { HOSTILE_LINE, manyReadings, manyRuns, manyRunsStore, RATE_LIMITED } from "./many-runs.ts";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const RUNS = manyRuns(300);
const READINGS = manyReadings(RUNS);

/** The newest run with such a reading. */
function runWith(is: (reading: StoredAnalysis) => boolean): string {
  const reading = READINGS.findLast(is);
  const attempts = RUNS.filter(({ id }) => id === reading?.run_id).length;
  return runLink(reading?.run_id ?? 0, attempts > 1 ? (reading?.run_attempt ?? 1) : null);
}
const RATE_LIMIT = runWith(({ source }) => source === "inferred");
const HOSTILE = runWith(({ tests }) => tests !== null);
const NOTHING = runWith(({ findings }) => findings.length === 0);
const read = new Set(READINGS.map(({ run_id }) => run_id));
const UNREAD = runLink(RUNS.findLast((run) => run.conclusion === "failure" && !read.has(run.id))?.id ?? 0);

let browser: Browser;
let server: StaticServer;
let folder: string;

beforeAll(async () => {
  ({ folder } = await renderSite(manyRunsStore(300)));
  server = await startStaticServer({ directory: folder });
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

async function visit(path: string, look: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const complaints: string[] = [];
  try {
    const page = await context.newPage();
    page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("dialog", (dialog) => complaints.push(`dialog: ${dialog.message()}`));
    await page.goto(new URL(path, server.url).href);
    await look(page);
  } finally {
    await context.close();
  }
  expect(complaints).toEqual([]);
}

describe("a run whose logs were read", () => {
  for (const path of [RATE_LIMIT, HOSTILE])
    for (const width of [390, 1440])
      for (const colorScheme of ["light", "dark"] as const)
        it(`/${path} is accessible, quiet and within ${width} px in ${colorScheme}, with all of it unfolded`, () =>
          visit(
            path,
            async (page) => {
              for (const folded of await page.locator(".diagnosis details, .reading details").all())
                await folded.evaluate((details) => details.setAttribute("open", ""));
              await page.locator(".analyze summary").click();
              const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
              const found = violations.map(
                ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`,
              );
              expect(found).toEqual([]);
              const overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
              expect(await page.evaluate(overflow)).toBe(0);
            },
            { colorScheme, viewport: { width, height: 900 } },
          ));

  it("says what it is, how sure that is, and leads to the very line", () =>
    visit(HOSTILE, async (page) => {
      const verdict = page.locator(".diagnosis");
      expect(await verdict.locator(".finding-kind").first().textContent()).toBe(
        "Test failure Tooling and code",
      );
      expect(await verdict.locator(".finding-title").first().textContent()).toBe("Jest: a test failed");
      expect(await verdict.textContent()).toContain("Almost certainly right (93.0 %)");
      const link = verdict.getByRole("link", { name: "line 17 of the step's log" }).first();
      expect(await link.getAttribute("href")).toMatch(/\/actions\/runs\/\d+\/job\/\d+#step:3:17$/);
      expect(await verdict.locator(".cause").first().textContent()).toMatch(/^▶99The cause: /);
      expect(await verdict.locator(".others").textContent()).toContain("1 other finding");
    }));

  it("shows a hostile log as text", () =>
    visit(HOSTILE, async (page) => {
      const shown = HOSTILE_LINE.replace("\u001b[31m", "");
      expect(await page.locator(".diagnosis .cause code").first().textContent()).toBe(`The cause: ${shown}`);
      expect(await page.locator(".card:has(#logs)").textContent()).toContain(shown);
      expect(
        await page.locator(".diagnosis img, .card:has(#logs) img, .diagnosis a[href^=javascript]").count(),
      ).toBe(0);
      expect(await page.content()).not.toContain("\u001b");
    }));

  it("tells tests, figures, slow commands and what was hidden", () =>
    visit(HOSTILE, async (page) => {
      const text = await page.locator(".card:has(#logs)").textContent();
      for (const part of ["2 failed, 120 passed, — skipped", "81.3 %", "734.0 MB", "0.93", "54 s"])
        expect(text).toContain(part);
      expect(text).toContain("2 × github token");
    }));

  it("says that a reading was inferred, from which run, and leads no further than the step", () =>
    visit(RATE_LIMIT, async (page) => {
      const verdict = page.locator(".diagnosis");
      expect(await verdict.textContent()).toContain("Inferred: these logs were not read.");
      const from = verdict.getByRole("link", { name: "run 36000000977" });
      expect(await from.getAttribute("href")).toMatch(/runs\/36000000977\/$/);
      const step = verdict.getByRole("link", { name: "the step's log" });
      expect(await step.getAttribute("href")).toMatch(/#step:3:1$/);
      expect(await page.locator(".card:has(#logs) tbody tr").textContent()).toContain("$0.4321");
    }));

  it("says how often the failure was seen, and leads to its page", () =>
    visit(RATE_LIMIT, async (page) => {
      const seen = READINGS.filter(({ findings }) => findings[0]?.signature === RATE_LIMITED).length;
      const link = page.locator(".diagnosis").getByRole("link", { name: `Seen in ${seen} runs` });
      expect(await link.getAttribute("href")).toMatch(new RegExp(`errors/${RATE_LIMITED}/$`));
    }));

  it("says so when nothing was found, and why when nothing was read", async () => {
    await visit(NOTHING, async (page) => {
      expect(await page.locator(".diagnosis").textContent()).toMatch(
        /^UnknownThe logs were read, and nothing/,
      );
      expect(await page.locator(".card:has(#logs)").textContent()).toContain("2_test.txt: larger than 50 MB");
    });
    await visit(UNREAD, async (page) => {
      expect(await page.locator(".diagnosis").count()).toBe(0);
      expect(await page.locator(".verdict").last().textContent()).toContain("Nobody has read its logs");
    });
  });
});

describe("analyze this run", () => {
  it("works without JavaScript but for copying", () =>
    visit(
      UNREAD,
      async (page) => {
        const menu = page.locator(".analyze");
        await menu.locator("summary").click();
        expect(await menu.locator("pre").isVisible()).toBe(true);
        expect(await menu.getByRole("button", { name: "Copy the command" }).isVisible()).toBe(false);
        const addresses = await menu
          .locator("a")
          .evaluateAll((all) => all.map((a) => a.getAttribute("href")));
        expect(addresses[0]).toMatch(/\/actions\/workflows\/agentops-log-analyzer\.yml$/);
        expect(addresses[1]).toMatch(/\/issues\/new\?title=Analyze%20run%20\d+&body=/);
      },
      { javaScriptEnabled: false },
    ));

  it("copies the command", () =>
    visit(
      UNREAD,
      async (page) => {
        await page.locator(".analyze summary").click();
        await page.getByRole("button", { name: "Copy the command" }).click();
        await page.getByRole("button", { name: "Copied" }).waitFor();
        const command = await page.locator(".analyze pre").textContent();
        expect(await page.evaluate("navigator.clipboard.readText()")).toBe(command);
      },
      { permissions: ["clipboard-read", "clipboard-write"] },
    ));
});

describe("the Runs page", () => {
  it("filters by category, with counts, and links each to its failure", () =>
    visit("runs/?p=90d", async (page) => {
      await page.locator("runs-explorer[data-ready]").waitFor();
      await page.locator('[data-facet="category"] summary').click();
      const limited = READINGS.filter(({ findings }) => findings[0]?.category === "rate_limit").length;
      const option = page.locator('[data-facet="category"] li', { hasText: "Rate limit" });
      expect(await option.textContent()).toContain(String(limited));
      await option.getByRole("checkbox").check();
      await page.waitForFunction(() => location.search === "?p=90d&category=rate_limit");
      const cells = page.locator('[data-rows] [data-field="category"]');
      expect(new Set(await cells.allTextContents())).toEqual(new Set(["Rate limit"]));
      expect(await cells.first().getAttribute("href")).toMatch(new RegExp(`errors/${RATE_LIMITED}/$`));
      expect(await page.locator("[data-rows] tr").count()).toBe(limited);
    }));

  it("has a dash for what nobody read", () =>
    visit("runs/?p=90d&category=(none)", async (page) => {
      await page.locator("runs-explorer[data-ready]").waitFor();
      const cells = page.locator('[data-rows] [data-field="category"]');
      expect(new Set(await cells.allTextContents())).toEqual(new Set(["—"]));
      const shown = RUNS.filter(
        (run) => !READINGS.some((reading) => `${reading.run_id}/${reading.run_attempt}` === runKey(run)),
      );
      expect(await page.locator("[data-result]").textContent()).toMatch(new RegExp(`^${shown.length} `));
    }));
});
