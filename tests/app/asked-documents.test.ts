import { expect, it } from "vitest";
import { type Asked, buildDocuments } from "#app/documents.ts";
import type { Store } from "#app/effects.ts";
import { Config } from "#core/config.ts";
import { CATALOGUE } from "#core/documents/catalogue.ts";
import { overview } from "#core/documents/overview/document.ts";
import { recommendations } from "#core/documents/recommendations/document.ts";
import type { AnyRow } from "#core/documents/row/row.ts";
import { workingFleet } from "../site/agents/working-fleet.ts";
import { NOW } from "../site/rendered.ts";

const OPTIONS = {
  repository: "octo-org/agent-fleet",
  config: Config.parse({}),
  server: "https://github.com",
  cron: null,
  now: NOW,
};

async function made<Row extends AnyRow>(asked: Asked<Row>) {
  const store = workingFleet();
  const read = new Set<string>();
  const watched: Store = {
    ...store,
    read(kind, day) {
      read.add(kind);
      return store.read(kind, day);
    },
    sizes() {
      read.add("sizes");
      return store.sizes();
    },
  };
  const clock = { now: () => NOW, sleep: async () => {} };
  const { documents } = await buildDocuments({ store: watched, clock }, OPTIONS, "test", asked);
  return { documents, read: [...read].sort() };
}

it("makes of each document asked for alone what it is among all, from the records it is made from", async () => {
  const { documents: all } = await made({ rows: CATALOGUE });
  for (const row of CATALOGUE) {
    if (row.name === "runRelations") continue; // nothing but functions
    const { documents } = await made({ rows: [row] });
    expect(documents).toMatchObject({ [row.name]: all[row.name] });
  }
});

it("reads and makes nothing that is not asked for, and refuses a period that was not", async () => {
  const { documents: all } = await made({ rows: CATALOGUE });
  const { documents, read } = await made({
    rows: [overview, recommendations],
    periods: ["7d"],
    days: 180,
  });
  expect(Object.keys(documents).sort()).toEqual([
    ...["agents", "costs", "executions", "models", "overview", "product", "recommendations"],
    ...["stepTimes", "tools", "workflows"],
  ]);
  expect(read).not.toContain("analyses");
  expect(read).not.toContain("pulls");
  expect(read).not.toContain("sizes");
  expect(documents.overview["7d"]).toEqual(all.overview["7d"]);
  expect(documents.recommendations).toEqual(all.recommendations);
  expect(() => documents.overview["30d"]).toThrow("documents were made without the period 30d");
});
