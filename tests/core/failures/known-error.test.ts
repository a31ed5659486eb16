import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseKnownError, signatureOfFile } from "#core/failures/known-error.ts";

describe("a known error", () => {
  it("has a title, a cause and a fix, whatever else the file says", () => {
    const text =
      "\n# The registry is slow on Mondays\r\n\nIt is being backed up.\n\n## Root cause\nBackups.\n```sh\n# no heading\n```\n## History\nSince 2024.\n### How to fix\nignored\n## Fix\nWait *an hour*.\n";
    expect(parseKnownError(text)).toEqual({
      title: "The registry is slow on Mondays",
      cause: "It is being backed up.\n\nBackups.\n```sh\n# no heading\n```",
      fix: "Wait *an hour*.",
    });
  });

  it.each([
    ["", { title: "", cause: null, fix: null }],
    ["Only a line", { title: "Only a line", cause: null, fix: null }],
    ["# T\n## Solution\nDo it.", { title: "T", cause: null, fix: "Do it." }],
  ])("may be short: %j", (text, expected) => expect(parseKnownError(text)).toEqual(expected));

  it("is read from any text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void parseKnownError(text)));
  });

  it("is found by its signature only", () => {
    expect(signatureOfFile("00ff00ff00ff00ff.md")).toBe("00ff00ff00ff00ff");
    for (const name of ["README.md", "00ff.md", "00FF00FF00FF00FF.md", "00ff00ff00ff00ff.md.bak"])
      expect(signatureOfFile(name)).toBeNull();
  });
});
