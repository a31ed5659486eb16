import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printable, printableLine } from "#core/render/printable.ts";

describe("text of strangers in a log or terminal", () => {
  it.each([
    ["::set-output name=x::y", "a command at the start of a line"],
    ["  ::add-mask::e", "a command behind spaces"],
    ["title\n::stop-commands::x", "a command on a later line"],
    ["title\r::error::boom", "a command behind a carriage return"],
    ["2026-01-01T00:00:00Z ##[add-mask]e", "the old form anywhere in a line"],
  ])("carries out no command: %j", (text) => {
    const lines = printable(text).split("\n");
    expect(lines.some((line) => /^\s*::/.test(line) || line.includes("##["))).toBe(false);
  });

  it("loses colours, links, cursor moves and window titles", () => {
    expect(
      printable("\u001b[31mred\u001b[0m \u001b]8;;https://x\u0007link\u001b]8;;\u0007 \u001b[2Jgone"),
    ).toBe("red link gone");
    expect(printable("\u001b]0;title\u0007a\u009b1mb")).toBe("ab");
  });

  it("loses marks that reorder what is read", () => {
    expect(printable("a\u202eb\u2066c")).toBe("abc");
  });

  it("keeps what people write", () => {
    for (const text of ["a: b :: c", "café 🚀 日本", "x\ty\nz", "C::method()"])
      expect(printable(text)).toBe(text);
  });

  it("holds for any text, and a second time changes nothing", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom("\u001b", "[", "#", ":", " ", "\n", "m", "3", "\u0007", "]", ";"),
        }),
        (text) => {
          const safe = printable(text);
          expect(safe).not.toMatch(/^\s*::|##\[|\u001b|\u0007/m);
          expect(printable(safe)).toBe(safe);
        },
      ),
    );
  });

  it("fits on one line of a given length", () => {
    expect(printableLine("a\n b\tc")).toBe("a b c");
    expect(printableLine("x".repeat(300))).toHaveLength(200);
  });
});
