import { describe, expect, it } from "vitest";
import { exportFiles } from "#app/export.ts";
import { summary } from "#app/summary.ts";
import { Config } from "#core/config.ts";
import { memoryStore } from "../memory-store.ts";
import { workingFleet } from "../site/agents/working-fleet.ts";
import { HOSTILE } from "../site/fleet.ts";
import { NOW, SILENT } from "../site/rendered.ts";

const CLOCK = { now: () => NOW, sleep: async () => {} };
const OPTIONS = {
  repository: "octo-org/agent-fleet",
  config: Config.parse({}),
  server: "https://github.com",
  cron: null,
  now: null,
};

async function exported(format: "json" | "csv", config = OPTIONS.config): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for await (const { path, content } of exportFiles(
    { store: workingFleet(), clock: CLOCK, report: SILENT },
    { ...OPTIONS, config, format },
  ))
    files.set(path, String(content));
  return files;
}

describe("the summary in the terminal", () => {
  it("shows spend, agents, tools and what to do, and nothing that a terminal would obey", async () => {
    const text = await summary({ store: workingFleet(), clock: CLOCK }, { ...OPTIONS, colour: false });
    expect(text).toMatch(/Spend \$\d+\.\d\d \(\d+ amounts unknown\) {3}waste \$/);
    expect(text).toMatch(/Agents \d+ executions {3}success [\d.]+ % of \d+/);
    for (const title of ["Agents", "Tools", "What to do", "Most failures"])
      expect(text).toContain(`\n${title}\n`);
    expect(text).toContain("Claude issue agent");
    expect(HOSTILE).toContain("\u202E");
    expect(text).not.toMatch(/[\u001b\u202e]/);
  });

  it("says — for what is not known, and leaves out agents where none ran", async () => {
    const text = await summary({ store: memoryStore(), clock: CLOCK }, { ...OPTIONS, colour: false });
    expect(text).toContain("Spend —   waste $0.00");
    expect(text).not.toMatch(/Agents|Tools|What to do/);
  });
});

describe("an export", () => {
  it("holds every table, or every document, of the static API and nothing else", async () => {
    const [tables, documents] = [await exported("csv"), await exported("json")];
    for (const name of ["models", "tools", "comparison/models", "recommendations", "agents", "runs/recent"]) {
      expect(tables.get(`${name}.csv`), name).toMatch(/\r\n$/);
      expect(JSON.parse(documents.get(`${name}.json`) ?? "null")?.units, name).toBeDefined();
    }
    // Beside the tables stands the file that says whose folder it is.
    expect([...tables.keys()].filter((path) => !path.endsWith(".csv"))).toEqual(["meta.json"]);
    expect([...documents.keys()].every((path) => path.endsWith(".json"))).toBe(true);
  });

  it("leaves out of a redacted site's tables what the site leaves out", async () => {
    const titles = async (config: Config) =>
      [...(await exported("csv", config)).values()].join("").includes("Change 1");
    expect(await titles(OPTIONS.config)).toBe(true);
    expect(await titles(Config.parse({ privacy: { publish: "redacted" } }))).toBe(false);
  });
});
