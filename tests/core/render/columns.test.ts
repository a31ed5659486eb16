import { expect, it } from "vitest";
import { type Column, filed, headed, textOf, within } from "#core/render/columns/column.ts";
import { csv } from "#core/render/csv.ts";
import { toolDriftWords } from "#core/render/words/tool-drift.ts";
import type { Difference } from "#core/statistics/compare.ts";

type Row = { name: string; nano: number | null };

const COLUMNS: readonly Column<Row>[] = [
  { name: "name", heading: "Name", kind: "name", value: (row) => row.name },
  {
    name: "cost",
    heading: "Cost",
    kind: "figure",
    value: (row) => row.nano,
    text: (row) => (row.nano === null ? "—" : `$${row.nano / 1e9}`),
    filed: (row) => (row.nano === null ? null : (row.nano / 1e9).toFixed(2)),
  },
  { heading: "Pages only", kind: "figure", value: () => null },
];
const ROW = { name: "a", nano: 1_500_000_000 };

it("files the columns that have a name, in the units of files", () => {
  expect(csv(filed(COLUMNS), [ROW, { name: "b", nano: null }])).toBe("name,cost\r\na,1.50\r\nb,\r\n");
});

it("shows the columns with the asked headings, in the asked order, and no other", () => {
  const shown = headed(COLUMNS, ["Cost", "Name"]);
  expect(shown.map((column) => textOf(column, ROW))).toEqual(["$1.5", "a"]);
  expect(() => headed(COLUMNS, ["Costs"])).toThrow("no column is headed Costs");
});

it("says the same of a part of a row as of the part alone", () => {
  const columns = within<{ part: Row }, Row>(COLUMNS, ({ part }) => part);
  expect(columns.map((column) => textOf(column, { part: ROW }))).toEqual(
    COLUMNS.map((column) => textOf(column, ROW)),
  );
  expect(csv(filed(columns), [{ part: ROW }])).toBe(csv(filed(COLUMNS), [ROW]));
});

it("shows what is unknown as a dash", () => {
  expect(COLUMNS.map((column) => textOf(column, { name: "b", nano: null }))).toEqual(["b", "—", "—"]);
});

it("says of a tool what chance does not explain, and whether anything could be said", () => {
  const difference = (verdict: Difference["verdict"]): Difference => ({
    before: 0.5,
    before_n: 40,
    after: 0.5,
    after_n: 40,
    difference: 0,
    low: 0,
    high: 0,
    verdict,
  });
  const words = (success: Difference["verdict"], latency: Difference["verdict"]) =>
    toolDriftWords({ success: difference(success), latency: difference(latency) });
  expect(words("worse", "better")).toBe("fails more, faster");
  expect(words("better", "too few")).toBe("fails less");
  expect(words("too few", "too few")).toBe("too few");
  expect(words("no change beyond chance", "too few")).toBe("no difference");
  expect(toolDriftWords(null)).toBe("—");
});
