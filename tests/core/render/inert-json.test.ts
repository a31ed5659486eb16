import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inertJson } from "#core/render/inert-json.ts";

/** As the runner looks for its commands: the old form anywhere in a line, the new one at its start. */
const COMMANDS = /##\[|^\s*::|::/m;
const INVISIBLE = /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/u;

describe("JSON on standard output", () => {
  it.each([
    "##[set-output name=x]y",
    "a ##[add-mask]e",
    "###[group]",
    "::set-output name=x::y",
    ":::",
    "\u200e\u202e\u2066\u200b\ufeff",
    "\u{e0041}\u{e007f} \u009b31m \u2028::add-mask::x",
  ])("holds nothing that a runner or a terminal acts on, and parses to the same: %j", (text) => {
    const json = inertJson({ [text]: [text, { text }] });
    expect(json).not.toMatch(COMMANDS);
    expect(json).not.toMatch(INVISIBLE);
    expect(JSON.parse(json)).toEqual({ [text]: [text, { text }] });
  });

  it("holds for any value", () => {
    const pieces = fc.constantFrom(
      "##",
      "#",
      "[",
      ":",
      "::",
      "\\",
      '"',
      "\n",
      "\u200e",
      "\u{e0041}",
      "\ud800",
      "a",
    );
    const key = fc.array(pieces, { maxLength: 12 }).map((all) => all.join(""));
    fc.assert(
      fc.property(fc.dictionary(key, fc.oneof(key, fc.array(key))), (value) => {
        const json = inertJson(value);
        expect(json).not.toMatch(COMMANDS);
        expect(json).not.toMatch(INVISIBLE);
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
