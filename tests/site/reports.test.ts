import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Store } from "#app/effects.ts";
import { Config } from "#core/config.ts";
import { type StaticServer, startStaticServer } from "#io/static-server.ts";
import { launch } from "../browser.ts";
import { aJournalEntry, aState } from "../builders.ts";
import { memoryStore } from "../memory-store.ts";
import { fleetRuns, fleetStore } from "./fleet.ts";
import { type RenderedSite, renderSite } from "./rendered.ts";

/** The pages about steps, data health and the API. */

let browser: Browser;
const servers: StaticServer[] = [];

beforeAll(async () => {
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  for (const server of servers) await server.close();
});

async function serve(store: Store): Promise<{ site: RenderedSite; root: string }> {
  const site = await renderSite(store);
  const server = await startStaticServer({ directory: site.folder, base: "/x/" });
  servers.push(server);
  return { site, root: new URL("/x/", server.url).href };
}

async function visit<T>(
  address: string,
  look: (page: Page) => Promise<T>,
  options: BrowserContextOptions = {},
) {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(address);
    return await look(page);
  } finally {
    await context.close();
  }
}

describe("with a fleet's runs", () => {
  let fleet: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    fleet = await serve(fleetStore());
  });

  it("ranks steps by what they could save, the runner's own apart", async () => {
    const rows = await visit(`${fleet.root}steps/30d/`, async (page) => {
      const first = page.locator("table.steps").first().locator("tbody tr");
      return {
        savings: await first
          .locator("td.bar-cell")
          .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute("data-value")))),
        names: await first.locator("th").allTextContents(),
        folded: await page.getByText("Set up job").first().isVisible(),
      };
    });
    expect(rows.savings.length).toBeGreaterThan(1);
    expect(rows.savings).toEqual(rows.savings.toSorted((a, b) => b - a));
    expect(rows.names.join()).toContain("Run agent");
    expect(rows.names.join()).not.toContain("Set up job");
    expect(rows.folded).toBe(false);
  });

  it("opens a step's spread from its name, without JavaScript", async () => {
    const look = async (page: Page) => {
      await page.locator("table.steps a[href^='#step-']").first().click();
      return page.locator(".spread dl").first().isVisible();
    };
    expect(await visit(`${fleet.root}steps/30d/`, look, { javaScriptEnabled: false })).toBe(true);
  });

  it("leads from a step's failures to the runs in which it failed", async () => {
    const links = await visit(`${fleet.root}steps/30d/`, (page) =>
      page
        .locator("table.steps a[href*='result=failed']")
        .evaluateAll((all) => all.map((link) => link.getAttribute("href"))),
    );
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(link).toMatch(/^\.\.\/\.\.\/runs\/\?p=30d&wf=.*&step=.*&result=failed$/);
  });

  it("tells the reader how long this page took in their own browser", async () => {
    const text = await visit(`${fleet.root}health/`, async (page) => {
      const place = page.locator("[data-page-load]");
      await page.waitForFunction("document.querySelector('[data-page-load]').textContent !== '—'");
      return place.textContent();
    });
    expect(text).toMatch(/^.+: answer after .+, readable after .+$/);
  });

  it("says how the site was rendered, and when the next sync is due", () => {
    const health = fleet.site.files.get("health/index.html") ?? "";
    expect(health).toMatch(/<dt>Pages<\/dt><dd>\d+<\/dd>/);
    expect(health).toContain("2026-11-20 12:17 UTC");
  });

  it("lists every file of the API with an address that answers", async () => {
    const listed = await visit(`${fleet.root}api/`, async (page) => {
      const addresses = await page
        .locator("main tbody th a")
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
      const example = await page.locator("pre.example").textContent();
      const answers = await Promise.all(
        addresses.map(async (address) => (await page.request.get(address)).status()),
      );
      return { addresses, answers: new Set(answers), example };
    });
    const published = [...fleet.site.files.keys()].filter(
      (path) => path.startsWith("api/v1/") && path !== "api/v1/index.json",
    );
    expect(listed.addresses.map((address) => address.slice(fleet.root.length)).sort()).toEqual(
      published.sort(),
    );
    expect(listed.answers).toEqual(new Set([200]));
    expect(listed.example).toContain(`curl -s ${fleet.root}api/v1/steps.json`);
  });
});

describe("with gaps", () => {
  it("lists each pending and missing run with its reason", async () => {
    const [run] = fleetRuns();
    const entry = { run_id: run?.id ?? 0, run_attempt: 1, day: "2026-11-19" };
    const { site } = await serve(
      memoryStore({
        runs: fleetRuns(),
        journal: [aJournalEntry({ stopped: "the reserve was reached" })],
        state: aState({
          pending: [{ ...entry, workflow_id: 11, needs: ["jobs"], tries: 2 }],
          ledger: [{ ...entry, missing: "jobs", reason: "forbidden", message: "<b>403</b>" }],
          backfill: [{ from: "2026-11-01T00:00:00Z", to: "2026-11-05T00:00:00Z" }],
        }),
      }),
    );
    const health = site.files.get("health/index.html") ?? "";
    expect(health).toContain("The last sync stopped before everything was fetched: the reserve was reached.");
    expect(health).toContain("Pending: 1 attempt (jobs and steps: 1)");
    expect(health).toContain("the token may not read it: 1");
    expect(health).toContain("&lt;b&gt;403&lt;/b&gt;");
    expect(health).toContain(`/actions/runs/${entry.run_id}/attempts/1`);
    expect(health).toContain("4 days to go, back to 2026-11-01");
    expect(health).toMatch(/data-state="partial"[^>]*>(?:<[^>]*>)*Partial/);
  });
});

describe("with `privacy.publish: redacted`", () => {
  it("no file of the site holds a title, a branch, a person or a commit message", async () => {
    const secret = "acquire-initech";
    const runs = fleetRuns().map((run) => ({
      ...run,
      display_title: secret,
      head_branch: secret,
      head_commit: { message: secret, author: secret },
      actor: secret,
      triggering_actor: secret,
      head_repository: `${secret}/fork`,
    }));
    const config = Config.parse({ privacy: { publish: "redacted" } });
    const { files } = await renderSite(memoryStore({ runs }), { config });
    expect([...files].filter(([, text]) => text.includes(secret)).map(([path]) => path)).toEqual([]);
    expect(files.get("workflows/index.html")).toContain("CI");
  });
});

describe("with nothing at all", () => {
  it("renders every page and says why it is empty", async () => {
    const { site, root } = await serve(memoryStore({ journal: [], state: aState({ covered: null }) }));
    expect(site.files.get("steps/index.html")).toContain("No step ran in this period");
    const health = site.files.get("health/index.html") ?? "";
    for (const text of ["Unknown", "No sync has been recorded.", "No sync recorded yet", "not begun"])
      expect(health).toContain(text);
    const complaints = await visit(`${root}health/`, async (page) => {
      const said: string[] = [];
      page.on("console", (message) => said.push(message.text()));
      for (const path of ["steps/", "health/", "api/"]) await page.goto(root + path);
      return said;
    });
    expect(complaints).toEqual([]);
  });
});
