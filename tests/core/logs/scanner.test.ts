import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineScanner } from "#core/logs/scanner.ts";
import { preFilter } from "#core/text/prefilter.ts";

const HINTS = ["error", "err!", "or b", "✗", "fatal"];
const encode = (text: string) => new TextEncoder().encode(text);

function scan(bytes: Uint8Array, chunk: number) {
  const lines: { text: string; hits: string[] }[] = [];
  const scanner = new LineScanner(preFilter(HINTS), ({ bytes: of, start, end, hits }) =>
    lines.push({
      text: new TextDecoder().decode(of.subarray(start, end)),
      hits: hits.map((id) => HINTS[id] ?? "").sort(),
    }),
  );
  for (let at = 0; at < bytes.length; at += chunk) scanner.push(bytes.slice(at, at + chunk));
  return { lines, count: scanner.finish() };
}

describe("the scanner", () => {
  it("finds every hint of a line, without case, however the bytes are cut", () => {
    const word = fc.constantFrom("ERROR", "err!", "or b", "fat", "fatal", "✗", "x", " ", "é", "\r");
    const log = fc.array(
      fc.array(word, { maxLength: 8 }).map((words) => words.join("")),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(log, fc.integer({ min: 1, max: 9 }), (expected, chunk) => {
        const { lines, count } = scan(encode(expected.map((line) => `${line}\n`).join("")), chunk);
        expect(lines.map(({ text }) => text)).toEqual(expected);
        expect(count).toBe(expected.length);
        for (const { text, hits } of lines)
          expect(hits).toEqual(HINTS.filter((hint) => text.toLowerCase().includes(hint)).sort());
      }),
    );
  });

  it("hands out a last line without an end, and no line after the last end", () => {
    expect(scan(encode("a\nb"), 3).count).toBe(2);
    expect(scan(encode("a\nb\n"), 3).count).toBe(2);
    expect(scan(encode(""), 3).count).toBe(0);
  });

  it("keeps head and tail of a line too long to hold", () => {
    const long = `start${"-".repeat(300_000)}end`;
    const { lines } = scan(encode(`${long}\nnext\n`), 1000);
    expect(lines[0]?.text.length).toBeLessThanOrEqual(65_536);
    expect(lines[0]?.text.startsWith("start-")).toBe(true);
    expect(lines[0]?.text.endsWith("-end")).toBe(true);
    expect(lines[1]?.text).toBe("next");
  });
});
