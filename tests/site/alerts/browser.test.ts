import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aCondition, anAlert, aRepositoryRecord, aRunRecord, aState } from "../../builders.ts";
import { memoryStore } from "../../memory-store.ts";
import { expectAccessible, type OpenSite, openSite, SLOW } from "../open-site.ts";
import { renderSite } from "../rendered.ts";

const HOSTILE = `"><img src=x onerror=alert(1)> </script> ${"long name ".repeat(20)}`;
const fire = {
  kind: "fire",
  at: "2026-11-20T08:00:00Z",
  severity: "critical",
  value: 0.5,
  mark: null,
  quiet: false,
} as const;
const firing = anAlert({
  state: "firing",
  condition: aCondition({
    severity: "critical",
    runs: [{ run_id: 1000, run_attempt: 1 }],
    cause: { before_sha: "a".repeat(40), sha: "b".repeat(40) },
  }),
  transitions: [fire],
  issue: 12,
});
const over = anAlert({
  state: "resolved",
  condition: aCondition({
    rule: "retry-storm",
    subject: { kind: "work", id: "x", name: HOSTILE.slice(0, 300) },
  }),
  transitions: [fire, { ...fire, kind: "resolve", at: "2026-11-20T10:00:00Z" }],
});

let open: OpenSite;
let files: Map<string, string>;

beforeAll(async () => {
  const store = memoryStore({
    repository: aRepositoryRecord(),
    state: aState(),
    runs: [aRunRecord()],
    alerts: [firing, over, anAlert({ key: "00000000000000ff", state: "withdrawn" })],
  });
  const site = await renderSite(store);
  files = site.files;
  open = await openSite(site.folder);
}, SLOW);

afterAll(() => open?.close());

describe("the pages of alerts", () => {
  for (const path of ["alerts/", `alerts/${firing.key}-1/`, `alerts/${over.key}-1/`])
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

  it("list what fires before what is over, and nothing that was never told, as the files do", async () => {
    const { data } = JSON.parse(files.get("api/v1/alerts.json") ?? "{}");
    expect(data.alerts.map(({ id, state }: { id: string; state: string }) => [id, state])).toEqual([
      [`${firing.key}-1`, "firing"],
      [`${over.key}-1`, "resolved"],
    ]);
    expect(data.alerts[1].seconds).toBe(7200);
    expect(files.get("api/v1/alerts.csv")?.trim().split("\r\n")).toHaveLength(3);
    await open.visit("alerts/", { javaScriptEnabled: false }, async (page) => {
      await page.getByRole("link", { name: "Fails too often: CI" }).click();
      expect(await page.locator("h1").textContent()).toContain("Fails too often: CI");
      expect(await page.getByRole("link", { name: "#12" }).getAttribute("href")).toMatch(/\/issues\/12$/);
      await page.getByRole("link", { name: "1000" }).click();
      expect(page.url()).toMatch(/runs\/1000\/$/);
    });
  });
});
