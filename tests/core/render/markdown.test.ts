import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { code, escapeMarkdown, table } from "#core/render/markdown.ts";

describe("Markdown", () => {
  it("makes a text inert", () => {
    expect(escapeMarkdown("<img src=x> **b** [l](u) `c` | x")).toBe(
      "&lt;img src=x&gt; \\*\\*b\\*\\* \\[l\\]\\(u\\) \\`c\\` \\| x",
    );
  });

  it("notifies nobody and links nothing", () => {
    const text = escapeMarkdown("@octocat fixes #12, see https://evil.example and www.evil.example");
    expect(text).not.toMatch(/@octocat|#12|https?\\?:\/\/|www\\?\.evil/);
  });

  it("stays on its line and in its cell, whatever comes in", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(escapeMarkdown(text)).not.toMatch(/[\n\r]|(?<!\\)(?:\\\\)*\|/);
        expect(code(text)).not.toMatch(/[\n\r]|(?<!\\)\|/);
      }),
    );
  });

  it("shows code that has backticks of its own", () => {
    expect(code("a `b` c")).toBe("`` a `b` c ``");
  });

  it("sets figures to the right", () => {
    expect(table(["Name", "Count:"], [["a", "1"]])).toBe("| Name | Count |\n| --- | ---: |\n| a | 1 |");
  });
});
