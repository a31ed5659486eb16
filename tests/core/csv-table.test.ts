import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CsvFault, csvTable } from "#core/text/csv-table.ts";

const cells = (text: string) => csvTable(text).map((row) => row.cells);

describe("a table as CSV", () => {
  it("reads back what was written, whatever is in it", () => {
    const table = fc.array(fc.array(fc.string({ unit: "grapheme" }), { minLength: 2, maxLength: 4 }));
    fc.assert(
      fc.property(table, fc.constantFrom("\n", "\r\n"), fc.constantFrom("", "\uFEFF"), (rows, end, mark) => {
        const quoted = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","));
        expect(cells(mark + quoted.map((row) => row + end).join(""))).toEqual(rows);
      }),
    );
  });

  it("knows the line that a row begins on, and leaves empty ones out", () => {
    expect(csvTable('a,b\n"x\ny",1\n\n2,3')).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: ["x\ny", "1"] },
      { line: 5, cells: ["2", "3"] },
    ]);
  });

  it.each([
    ['a\n"b', 2],
    ['a\n"b"c', 2],
    [`a\n${"x".repeat(100_001)}`, 2],
    [`a\n${",".repeat(501)}`, 2],
  ])("refuses %.12j, and says where", (text, line) => {
    expect(() => csvTable(text)).toThrow(CsvFault);
    expect(() => csvTable(text)).toThrow(`line ${line}`);
  });
});
