import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentId, sha256 } from "#core/sha256.ts";

describe("SHA-256", () => {
  it.each([
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    [
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    ],
    [
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1",
    ],
    ["a".repeat(1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"],
  ])("gives what NIST publishes (%#)", (text, digest) => {
    expect(sha256(text)).toBe(digest);
  });

  it("agrees with Node on any text, at every length around a block", () => {
    const theirs = (text: string) => createHash("sha256").update(text).digest("hex");
    for (let length = 0; length < 200; length += 1)
      expect(sha256("é".repeat(length))).toBe(theirs("é".repeat(length)));
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => sha256(text) === theirs(text)),
    );
  });
});

describe("an id", () => {
  it("is 128 bits, and no other parts give it, however they are cut", () => {
    expect(contentId("a", 1)).toMatch(/^[0-9a-f]{32}$/);
    const ids = [["a/b"], ["a", "b"], ["a", "b", ""], ["ab"], ['a","b'], [1, "b"], ["1", "b"]];
    expect(new Set(ids.map((parts) => contentId(...parts))).size).toBe(ids.length);
  });
});
