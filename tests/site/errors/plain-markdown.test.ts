import { describe, expect, it } from "vitest";
import { blocksOf } from "../../../site/src/errors/plain-markdown.ts";

const text = (value: string) => ({ kind: "text", text: value });

describe("the Markdown of known errors", () => {
  it("has paragraphs, headings, lists with continued items, and code", () => {
    const markdown = "One\nline.\n\n## Then\n- a\n  more\n- b\n1. c\n\n~~~sh\n# not a heading\n~~~\nEnd";
    expect(blocksOf(markdown)).toEqual([
      { kind: "paragraph", text: [text("One line.")] },
      { kind: "heading", text: [text("Then")] },
      { kind: "list", ordered: false, items: [[text("a more")], [text("b")]] },
      { kind: "list", ordered: true, items: [[text("c")]] },
      { kind: "code", text: "# not a heading" },
      { kind: "paragraph", text: [text("End")] },
    ]);
  });

  it("links to the web only, and leaves everything else as it stands", () => {
    const [block] = blocksOf(
      "[a](https://x.org) https://y.org [b](javascript:x) ![c](data:x) <b>`<i>`</b> **d**",
    );
    expect(block).toEqual({
      kind: "paragraph",
      text: [
        { kind: "link", text: "a", address: "https://x.org" },
        text(" "),
        { kind: "link", text: "https://y.org", address: "https://y.org" },
        text(" [b](javascript:x) ![c](data:x) <b>"),
        { kind: "code", text: "<i>" },
        text("</b> "),
        { kind: "strong", text: "d" },
      ],
    });
  });

  it("shows code whose fence was never closed", () => {
    expect(blocksOf("```\nx")).toEqual([{ kind: "code", text: "x" }]);
  });
});
