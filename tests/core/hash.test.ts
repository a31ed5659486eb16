import { describe, expect, it } from "vitest";
import { fnv1a } from "#core/hash.ts";

describe("fnv1a", () => {
  it.each([
    ["", "811c9dc5"],
    ["a", "e40c292c"],
    ["foobar", "bf9cf968"],
  ])("hashes %j as published", (text, hash) => {
    expect(fnv1a(text)).toBe(hash);
  });
});
