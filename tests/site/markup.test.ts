import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attribute, classes, html } from "../../site/src/markup/html.ts";

const TEXT: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&amp;": "&",
};
const read = (text: string) => text.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => TEXT[entity] ?? "");

describe("markup made as text", () => {
  it("keeps what strangers wrote as text, within elements and attributes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (title, words) => {
        const { text } = html`<td${attribute("title", title)}>${words}</td>`;
        const [, inTitle = "", inCell = ""] = /^<td title="([^"<>]*)">([^<>"']*)<\/td>$/s.exec(text) ?? [];
        expect([read(inTitle), read(inCell)]).toEqual([title, words]);
      }),
    );
  });

  it("escapes once: markup within markup stays markup", () => {
    const name = html`<b>${"a < b"}</b>`;
    expect(html`<p>${[name, " & ", null, false, undefined, 0]}</p>`.text).toBe(
      "<p><b>a &lt; b</b> &amp; 0</p>",
    );
  });

  it("writes no attribute where there is nothing to say", () => {
    expect(html`<a${attribute("href", null)}${classes(false, null)}${attribute("hidden", true)}>`.text).toBe(
      "<a hidden>",
    );
  });
});
