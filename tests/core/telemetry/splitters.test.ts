import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TextSink } from "#core/telemetry/importer.ts";
import { jsonElements } from "#core/telemetry/json-elements.ts";
import { lineSplitter } from "#core/telemetry/lines.ts";

function feed(sink: TextSink, text: string, cuts: readonly number[]) {
  let start = 0;
  for (const cut of [...cuts].map((at) => at % (text.length + 1)).sort((a, b) => a - b)) {
    sink.push(text.slice(start, cut));
    start = cut;
  }
  sink.push(text.slice(start));
  sink.end();
}

function elements(text: string, cuts: readonly number[] = [], longest?: number) {
  const found: { json: string; line: number }[] = [];
  const broken: { line: number; reason: string }[] = [];
  const sink = jsonElements(
    (json, line) => found.push({ json, line }),
    (line, reason) => broken.push({ line, reason }),
    longest,
  );
  feed(sink, text, cuts);
  return { found, broken };
}

function lines(text: string, cuts: readonly number[] = [], longest?: number) {
  const found: [string, number][] = [];
  const long: [number, number][] = [];
  const sink = lineSplitter(
    (line, number) => found.push([line, number]),
    (number, characters) => long.push([number, characters]),
    longest,
  );
  feed(sink, text, cuts);
  return { found, long };
}

const cuts = fc.array(fc.nat(10_000), { maxLength: 12 });
/** Text that is likely to hold what splitters look for. */
const noise = fc.string({
  unit: fc.constantFrom("{", "}", "[", "]", '"', "\\", "\n", "\r", ",", "a", "é", "😀"),
  maxLength: 80,
});
const objects = fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), { maxLength: 6 });

describe("the splitter of JSON", () => {
  it("finds the objects of one list, of objects in a row and of lines, however the text is cut", () => {
    fc.assert(
      fc.property(objects, fc.constantFrom("list", "pretty", "row", "lines"), cuts, (values, shape, at) => {
        const text =
          shape === "list"
            ? JSON.stringify(values)
            : shape === "pretty"
              ? JSON.stringify(values, null, 2)
              : values
                  .map((value) => JSON.stringify(value, null, shape === "row" ? 2 : 0))
                  .join(shape === "row" ? "" : "\n");
        const { found, broken } = elements(text, at);
        expect(found.map(({ json }) => JSON.parse(json))).toEqual(JSON.parse(JSON.stringify(values)));
        expect(broken).toEqual([]);
      }),
    );
  });

  it("makes the same of any text, however it is cut", () => {
    fc.assert(
      fc.property(noise, cuts, (text, at) => {
        expect(elements(text, at)).toEqual(elements(text));
      }),
    );
  });

  it("names the line in which an object begins and goes on after a broken one", () => {
    const { found, broken } = elements('[\n  {"a": 1},\n  {"b": "cut\n  {"c": "3"}\n]');
    expect(found).toEqual([
      { json: '{"a": 1}', line: 2 },
      { json: '{"c": "3"}', line: 4 },
    ]);
    expect(broken.map(({ line }) => line)).toEqual([3]);
  });

  it("leaves out what is too long, and says what the end of the file cut", () => {
    const { found, broken } = elements(`{"a":"${"x".repeat(50)}"}{"b":1}{"c":`, [10, 20, 30], 20);
    expect(found.map(({ json }) => json)).toEqual(['{"b":1}']);
    expect(broken).toHaveLength(2);
  });
});

describe("the splitter of lines", () => {
  it("makes the same of any text, however it is cut", () => {
    fc.assert(
      fc.property(noise, cuts, (text, at) => {
        expect(lines(text, at)).toEqual(lines(text));
        expect(lines(text, at).found.map(([line]) => line)).toEqual(
          text
            .split("\n")
            .map((line) => line.replace(/\r$/, ""))
            .filter((line) => line !== ""),
        );
      }),
    );
  });

  it("keeps no line of a hundred megabytes", () => {
    const sent = "x".repeat(1024 * 1024);
    const found: string[] = [];
    const long: [number, number][] = [];
    const sink = lineSplitter(
      (line) => found.push(line),
      (...reported) => long.push(reported),
    );
    for (let megabyte = 0; megabyte < 100; megabyte++) sink.push(sent);
    sink.push("\nshort\n");
    sink.end();
    expect(found).toEqual(["short"]);
    expect(long).toEqual([[1, 100 * 1024 * 1024]]);
  });
});
