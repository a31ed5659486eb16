import { describe, expect, it } from "vitest";
import { fnv1a, fnv1a64 } from "#core/hash.ts";

describe("fnv1a", () => {
  it.each([
    ["", "811c9dc5"],
    ["a", "e40c292c"],
    ["foobar", "bf9cf968"],
  ])("hashes %j as published", (text, hash) => {
    expect(fnv1a(text)).toBe(hash);
  });
});

describe("fnv1a64", () => {
  it("gives the published values", () => {
    expect(fnv1a64("")).toBe("cbf29ce484222325");
    expect(fnv1a64("a")).toBe("af63dc4c8601ec8c");
    expect(fnv1a64("foobar")).toBe("85944171f73967e8");
  });
});
