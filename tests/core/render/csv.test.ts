import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csv } from "#core/render/csv.ts";

const text = (value: string | number | boolean | null) => csv([{ name: "a", value: () => value }], [{}]);

/** A reader by the RFC's grammar. */
function parse(table: string): string[][] {
  const rows: string[][] = [[]];
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  for (const [, quoted, plain, end] of table.matchAll(cells)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end === "\r\n") rows.push([]);
    if (end === "") break;
  }
  return rows.slice(0, -1);
}

describe("csv", () => {
  it("writes a heading and a line for each row, each ended by CRLF", () => {
    const columns = [
      { name: "id", value: (row: { id: number; name: string | null }) => row.id },
      { name: "name", value: (row: { id: number; name: string | null }) => row.name },
    ];
    expect(
      csv(columns, [
        { id: 1, name: "a" },
        { id: 2, name: null },
      ]),
    ).toBe("id,name\r\n1,a\r\n2,\r\n");
    expect(csv(columns, [])).toBe("id,name\r\n");
  });

  it.each([
    ['say "hi"', '"say ""hi"""'],
    ["a,b", '"a,b"'],
    ["two\nlines", '"two\nlines"'],
    ["cr\rcr", '"cr\rcr"'],
  ])("quotes %j", (value, cell) => {
    expect(text(value)).toBe(`a\r\n${cell}\r\n`);
  });

  it.each(["=cmd()", "+1", "-1", "@x", "\tx", "＝x"])("disarms the formula %j", (value) => {
    expect(parse(text(value))[1]).toEqual([`'${value}`]);
  });

  it("leaves numbers as they are", () => {
    expect(text(-1.5)).toBe("a\r\n-1.5\r\n");
    expect(text("-1.250000000")).toBe("a\r\n-1.250000000\r\n");
  });

  it("keeps any text readable", () => {
    // What begins with the mark already could be a guarded formula as well as itself.
    const unmarked = fc.string().filter((value) => !value.startsWith("'"));
    fc.assert(
      fc.property(unmarked, (value) => {
        expect(parse(text(value))[1]?.[0]?.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, "")).toBe(value);
      }),
    );
  });
});
