import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type StaticServer, startStaticServer } from "#io/static-server.ts";
import { launch } from "../../browser.ts";
import { renderSite } from "../rendered.ts";
import { manyReadings, manyRuns, manyRunsStore } from "./many-runs.ts";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const RUNS = 400;

let browser: Browser;
let server: StaticServer;
let folder: string;
let root: string;

beforeAll(async () => {
  ({ folder } = await renderSite(manyRunsStore(RUNS), { siteUrl: "https://example.org/x/y" }));
  server = await startStaticServer({ directory: folder, base: "/x/y/" });
  root = new URL("/x/y/", server.url).href;
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** Opens a page, looks at it, and returns what the browser complained about meanwhile. */
async function visit(
  path: string,
  look: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<string[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  try {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("dialog", (dialog) => complaints.push(`dialog: ${dialog.message()}`));
    await page.goto(root + path);
    await look(page);
    return complaints;
  } finally {
    await context.close();
  }
}

const ready = (page: Page) => page.locator("runs-explorer[data-ready]").waitFor();
const result = async (page: Page) => (await page.locator("[data-result]").textContent()) ?? "";
const titles = (page: Page) => page.locator('[data-rows] [data-field="title"]').allTextContents();
/** The address is written a moment after the last change. */
const addressIs = (page: Page, search: string) =>
  page.waitForFunction((wanted) => location.search === wanted, search);

/** A failed run with a page whose logs nobody read, and a re-run one. */
const read = new Set(manyReadings(manyRuns(RUNS)).map(({ run_id }) => run_id));
const failed = manyRuns(RUNS).findLast(
  (run) => run.conclusion === "failure" && run.workflow_id === 11 && !read.has(run.id),
);
const rerun = manyRuns(RUNS).findLast((run) => run.run_attempt === 2);
const PAGES = ["runs/", `runs/${failed?.id}/`, `runs/${rerun?.id}/attempts/1/`, "runs/1/"];

describe("the pages of runs", () => {
  for (const path of PAGES)
    for (const width of [390, 1440])
      for (const colorScheme of ["light", "dark"] as const)
        it(`/${path} is accessible, quiet and within ${width} px in ${colorScheme}`, async () => {
          const complaints = await visit(
            path,
            async (page) => {
              if (path === "runs/") await ready(page);
              if (path === "runs/1/") await page.getByText("Run 1 is not in this dataset.").waitFor();
              const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
              expect(
                violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`),
              ).toEqual([]);
              const overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
              expect(await page.evaluate(overflow)).toBe(0);
            },
            { colorScheme, viewport: { width, height: 900 } },
          );
          // The 404 page itself is answered with 404, which the browser notes.
          expect(complaints.filter((text) => path !== "runs/1/" || !text.includes("404"))).toEqual([]);
        });

  it("are accessible with a menu and filters open", async () => {
    await visit("runs/?status=failure&branch=nope&zap=1&p=90d", async (page) => {
      await ready(page);
      await page.locator('[data-facet="wf"] summary').click();
      const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual(
        [],
      );
    });
  });
});

describe("the Runs page without JavaScript", () => {
  it("shows the newest runs as a table, and no control that would not work", async () => {
    await visit(
      "runs/",
      async (page) => {
        expect(await page.locator("[data-rows] tr").count()).toBeGreaterThan(60);
        expect(await page.locator("[data-rows] tr").first().isVisible()).toBe(true);
        expect(await page.locator(".toolbar").isVisible()).toBe(false);
        await page.locator('[data-rows] [data-field="title"]').first().click();
        expect(await page.locator("#timeline").isVisible()).toBe(true);
        expect(await page.locator(".jobs-table tbody").count()).toBeGreaterThan(0);
      },
      { javaScriptEnabled: false },
    );
  });

  it("says the same as with it", async () => {
    const without: string[] = [];
    await visit(
      "runs/",
      async (page) => void without.push(await result(page), ...(await titles(page)).slice(0, 20)),
      {
        javaScriptEnabled: false,
      },
    );
    await visit("runs/", async (page) => {
      await ready(page);
      expect([await result(page), ...(await titles(page)).slice(0, 20)]).toEqual(without);
    });
  });
});

describe("the address", () => {
  it("is empty by default, follows every control, and shows the same runs when opened again", async () => {
    await visit("runs/", async (page) => {
      await ready(page);
      expect(new URL(page.url()).search).toBe("");
      await page.locator('[data-period="30d"]').click();
      await page.locator('[data-facet="status"] summary').click();
      await page.getByRole("checkbox", { name: "Failed", exact: false }).first().check();
      await page.getByRole("button", { name: "Exclude Cancelled" }).click();
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Duration" }).click();
      await page.getByRole("searchbox", { name: "Search runs" }).fill("parser");
      await addressIs(page, "?p=30d&status=failure,!cancelled&q=parser&sort=-duration");
      const seen = [await result(page), ...(await titles(page))];
      await page.goto(page.url());
      await ready(page);
      expect([await result(page), ...(await titles(page))]).toEqual(seen);
      expect(seen.length).toBeGreaterThan(1);
    });
  });

  it("does not make Back bounce through refinements, and Back returns to them", async () => {
    await visit("", async (page) => {
      await page.getByRole("link", { name: "Runs", exact: true }).click();
      await ready(page);
      await page.locator("[data-states] button").first().click();
      await page.locator('[data-period="90d"]').click();
      await page.waitForFunction(() => location.search.includes("p=90d&status="));
      const address = page.url();
      const seen = await result(page);
      await page.locator('[data-rows] [data-field="title"]').first().click();
      await page.locator("#timeline").waitFor();
      await page.goBack();
      await ready(page);
      expect([page.url(), await result(page)]).toEqual([address, seen]);
      await page.goBack();
      expect(page.url()).toBe(root);
    });
  });

  it("shows what it does not understand as a warning that can be removed", async () => {
    await visit("runs/?branch=nope&p=99d&evil=%3Cimg%20src%3Dx%3E", async (page) => {
      await ready(page);
      expect(await page.locator("[data-chips] .warning").allTextContents()).toEqual([
        "Remove filter ⚠ Not understood: p=99d ×",
        "Remove filter ⚠ Not understood: evil=<img src=x> ×",
        "Remove filter ⚠ No such run: Branch: nope ×",
      ]);
      await page.getByRole("button", { name: /^Remove filter .*Branch: nope/ }).click();
      expect(await page.locator("[data-chips] button").count()).toBe(0);
      await addressIs(page, "");
    });
  });
});

describe("the filters", () => {
  it("find runs by the job and step that failed, with the months it takes", async () => {
    await visit("runs/?p=90d&step=Run%20tests&result=failed", async (page) => {
      await ready(page);
      const failures = manyRuns(RUNS).filter(
        (run) => run.workflow_id === 11 && ["failure", "timed_out"].includes(run.conclusion ?? ""),
      );
      await page.waitForFunction(
        (n) => document.querySelector("[data-result]")?.textContent?.startsWith(`${n} `),
        failures.length,
      );
      await page.locator('[data-facet="step"] summary').click();
      await page.getByRole("checkbox", { name: "Run tests" }).uncheck();
      await page.getByRole("checkbox", { name: "Run agent" }).check();
      await addressIs(page, "?p=90d&step=Run%20agent&result=failed");
    });
  });

  it("select a stretch by dragging over the histogram", async () => {
    await visit("runs/?p=30d", async (page) => {
      await ready(page);
      const box = await page.locator("[data-histogram]").boundingBox();
      if (box === null) throw new Error("the histogram has no box");
      await page.mouse.move(box.x + box.width * 0.5, box.y + 20);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * 0.75, box.y + 20, { steps: 5 });
      await page.mouse.up();
      await page.waitForFunction(() => /^\?from=.*&to=/.test(location.search));
      expect(await page.locator("[data-chips] button").count()).toBe(1);
    });
  });

  it("offer a way out when nothing matches", async () => {
    await visit("runs/?p=24h&q=zzzz&status=failure", async (page) => {
      await ready(page);
      expect(await page.locator("[data-empty] strong").textContent()).toBe("No runs match these 2 filters");
      await page.getByRole("button", { name: "Clear all filters" }).click();
      expect(await titles(page)).not.toEqual([]);
    });
  });
});

describe("the table", () => {
  it("holds few rows however many there are, and tells assistive technology which", async () => {
    await visit("runs/?p=90d", async (page) => {
      await ready(page);
      const total = manyRuns(RUNS).length;
      expect(await page.locator(".runs-table").getAttribute("aria-rowcount")).toBe(String(total + 1));
      await page.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
      await page.locator(`tr[aria-rowindex="${total + 1}"]`).waitFor();
      expect(await page.locator("[data-rows] tr").count()).toBeLessThanOrEqual(60);
      expect((await titles(page)).at(-1)).not.toBe("");
    });
  });

  it("is walked by j and k in the shown order, opened by Enter, searched by /", async () => {
    await visit("runs/?p=90d&sort=duration", async (page) => {
      await ready(page);
      const focused = () =>
        page.evaluate(() => document.activeElement?.closest("tr")?.getAttribute("aria-rowindex"));
      for (let step = 0; step < 3; step += 1) await page.keyboard.press("j");
      expect(await focused()).toBe("4");
      await page.keyboard.press("k");
      expect(await focused()).toBe("3");
      for (let step = 0; step < 90; step += 1) await page.keyboard.press("j");
      expect(await focused()).toBe("93");
      const all = await page.locator("[data-result]").textContent();
      await page.keyboard.press("/");
      await page.keyboard.type("jk");
      expect(await page.getByRole("searchbox", { name: "Search runs" }).inputValue()).toBe("jk");
      // A search waits for the end of typing: what is focused before it was carried out would go with its row.
      await page.waitForFunction(
        (before) => document.querySelector("[data-result]")?.textContent !== before,
        all,
      );
      await page.getByRole("searchbox", { name: "Search runs" }).fill("");
      await page.waitForFunction(
        (before) => document.querySelector("[data-result]")?.textContent === before,
        all,
      );
      await page.locator('[data-rows] [data-field="title"]').first().focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(/runs\/\d+\//);
    });
  });

  it("keeps the focus on its run when the order changes", async () => {
    await visit("runs/?p=24h", async (page) => {
      await ready(page);
      const link = page.locator('[data-rows] [data-field="title"]').nth(2);
      const address = await link.getAttribute("href");
      await link.focus();
      await page.evaluate(() =>
        document.querySelector<HTMLElement>('th[data-column="started"] button')?.click(),
      );
      await page.evaluate(() =>
        document.querySelector<HTMLElement>('th[data-column="started"] button')?.click(),
      );
      expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe(address);
    });
  });

  it("says how it is sorted", async () => {
    await visit("runs/", async (page) => {
      await ready(page);
      const header = page.getByRole("columnheader", { name: "Workflow" });
      await header.getByRole("button").click();
      expect(await header.getAttribute("aria-sort")).toBe("ascending");
      await header.getByRole("button").click();
      expect(await header.getAttribute("aria-sort")).toBe("descending");
      expect(await page.locator("th[aria-sort]").count()).toBe(1);
    });
  });

  it("exports exactly the shown runs", async () => {
    await visit("runs/?p=90d&status=failure&sort=duration", async (page) => {
      await ready(page);
      await page.locator("summary", { hasText: "Share" }).click();
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "CSV, shown columns" }).click(),
      ]);
      expect(file.suggestedFilename()).toMatch(
        /^agentops_runs_\d{4}-\d\d-\d\d_2026-11-20_status-failure-sort-duration_as-of-20261120T1200Z\.csv$/,
      );
      const lines = (await readFile(await file.path(), "utf8")).trimEnd().split("\r\n");
      const rows = await page.locator(".runs-table").getAttribute("aria-rowcount");
      expect(lines.length).toBe(Number(rows));
      const shown = await page
        .locator("[data-rows] tr")
        .evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset["run"]));
      expect(lines.slice(1, 1 + shown.length).map((line) => line.split(",").slice(0, 2).join("/"))).toEqual(
        shown,
      );
    });
  });

  it("stays, with the reason, when the index cannot be loaded, and recovers", async () => {
    await visit("", async (page) => {
      await page.route("**/runs/index.json", (route) => route.fulfill({ status: 503, body: "" }));
      await page.goto(`${root}runs/`);
      expect(await page.getByRole("alert").textContent()).toContain(
        "/x/y/api/v1/runs/index.json answered 503",
      );
      expect(await titles(page)).not.toEqual([]);
      await page.unroute("**/runs/index.json");
      await page.getByRole("button", { name: "Try again" }).click();
      await ready(page);
      expect(await page.getByRole("alert").textContent()).toBe("");
    });
  });
});

describe("a run's page", () => {
  it("says first where the run failed", async () => {
    await visit(`runs/${failed?.id}/`, async (page) => {
      expect(await page.locator(".verdict.failed").textContent()).toMatch(
        /Failed in job test \(24\), step 3 Run tests/,
      );
      expect(await page.locator(".run-actions a").first().textContent()).toBe("Open on GitHub");
      expect(await page.locator(".verdict.failed a").last().getAttribute("href")).toMatch(
        /\/actions\/runs\/\d+\/job\/\d+#step:3:1$/,
      );
    });
  });

  it("walks its bars by the arrow keys", async () => {
    await visit(`runs/${failed?.id}/`, async (page) => {
      await page.locator(".timeline summary").first().focus();
      const focused = () => page.evaluate(() => document.activeElement?.querySelector(".clip")?.textContent);
      expect(await focused()).toBe("lint");
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowDown");
      expect(await focused()).toBe("Set up job");
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("ArrowDown");
      expect(await focused()).toBe("test (20)");
    });
  });

  it("leads from attempt to attempt", async () => {
    await visit(`runs/${rerun?.id}/`, async (page) => {
      await page.getByRole("link", { name: /Attempt 1/ }).click();
      expect(page.url()).toBe(`${root}runs/${rerun?.id}/attempts/1/`);
      await page.getByRole("link", { name: /Attempt 2/ }).click();
      expect(page.url()).toBe(`${root}runs/${rerun?.id}/`);
    });
  });
});

describe("a run without a page of its own", () => {
  it("is shown from the records of its day, at any depth", async () => {
    await rm(join(folder, `runs/${rerun?.id}`), { recursive: true });
    await visit(`runs/${rerun?.id}/attempts/1/`, async (page) => {
      await page.locator(".run-head").waitFor();
      expect(await page.locator("h1").textContent()).toBe(
        rerun?.display_title ?? `${rerun?.workflow_name} #${rerun?.run_number}`,
      );
      expect(await page.locator(".run-actions a").getAttribute("href")).toMatch(
        new RegExp(`/actions/runs/${rerun?.id}/attempts/1$`),
      );
      const [job] = rerun?.jobs ?? [];
      const steps = page.locator(".jobs-table tbody tr");
      expect(await steps.first().locator("th").textContent()).toContain(job?.name);
      expect(await steps.nth(1).locator("th").textContent()).toContain(job?.steps[0]?.name);
    });
  });

  it("leads to GitHub when nobody knows it", async () => {
    await visit("runs/77/", async (page) => {
      await page.getByText("Run 77 is not in this dataset.").waitFor();
      expect(await page.getByRole("link", { name: "Open on GitHub" }).getAttribute("href")).toMatch(
        /\/actions\/runs\/77$/,
      );
    });
  });

  it("leaves other addresses to a plain answer", async () => {
    await visit("no/such/page", async (page) => {
      expect(await page.locator("run-lookup").textContent()).toContain("There is no such page.");
      await page.getByRole("link", { name: "All runs" }).click();
      expect(page.url()).toBe(`${root}runs/`);
    });
  });
});
