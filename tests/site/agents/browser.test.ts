import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Config } from "#core/config.ts";
import { memoryStore } from "../../memory-store.ts";
import { expectAccessible, type OpenSite, openSite, SLOW } from "../open-site.ts";
import { type RenderedSite, renderSite } from "../rendered.ts";
import { RICH, SAID, workingFleet } from "./working-fleet.ts";

const WIDTHS = [390, 1440];
const PAGES = [
  "agents/",
  "agents/claude/30d/",
  "executions/",
  `executions/${RICH}/`,
  "sessions/",
  "sessions/issue-40/",
  "agent-workflows/",
];
const WIDE = { viewport: { width: 1440, height: 900 } };

let open: OpenSite;
let site: RenderedSite;

beforeAll(async () => {
  site = await renderSite(workingFleet(), {
    config: Config.parse({ privacy: { previews: "full", "full-previews-in-public": true } }),
  });
  open = await openSite(site.folder);
}, SLOW);

afterAll(() => open?.close());

describe("the pages of agents' work", () => {
  for (const path of PAGES)
    for (const width of WIDTHS)
      it(
        `/${path} is accessible in light and dark, quiet, and within ${width} px`,
        async () => {
          const viewport = { width, height: 900 };
          const complaints = await open.visit(path, { colorScheme: "light", viewport }, async (page) => {
            await page.evaluate(
              "for (const fold of document.querySelectorAll('main details')) fold.open = true",
            );
            await expectAccessible(page);
          });
          expect(complaints).toEqual([]);
        },
        SLOW,
      );

  it("filter, order and page through executions, and keep it in the address", async () => {
    const complaints = await open.visit("executions/", WIDE, async (page) => {
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
    await open.visit("executions/", { ...WIDE, javaScriptEnabled: false }, async (page) => {
      expect(await page.locator(".toolbar").isVisible()).toBe(false);
      await page.locator(`a[href$="${RICH}/"]`).first().click();
      expect(page.url()).toBe(`${open.root}executions/${RICH}/`);
      expect(await page.locator("#steps").isVisible()).toBe(true);
      await page.getByRole("link", { name: "Its run" }).click();
      expect(page.url()).toBe(`${open.root}runs/2001/`);
      expect(await page.locator(".card:has(#agents)").textContent()).toContain("2 of 2 executions told");
    });
  });

  it("mark what is estimated or unknown, and show no 0 for it", async () => {
    await open.visit("executions/", WIDE, async (page) => {
      const text = (await page.locator("table.executions").textContent()) ?? "";
      expect(text).toContain("~$");
      expect(text).toContain("told nothing");
      const silent = page.locator("tr", { hasText: "told nothing" }).first();
      expect(await silent.locator("td:nth-child(9)").textContent()).toContain("—");
    });
  });

  it("show what was said where the configuration wants it, and nowhere else", async () => {
    const page = `executions/${RICH}/index.html`;
    expect(site.files.get(page)).toContain(SAID);
    const { files } = await renderSite(workingFleet());
    expect(files.get(page)).toContain('id="steps"');
    for (const text of files.values()) expect(text).not.toContain(SAID);
  });

  it("say what is missing where no agent worked", async () => {
    const { files } = await renderSite(memoryStore({ runs: [] }));
    expect(files.get("executions/index.html")).toContain("No agent has worked yet");
    expect(files.get("agents/index.html")).toContain("No agent is known");
    expect(files.get("sessions/index.html")).toContain("No sessions yet");
    expect(files.get("agent-workflows/index.html")).toContain("No agents have worked together yet");
  });
});
