import { describe, expect, it } from "vitest";
import { globs } from "#core/glob.ts";

describe("globs", () => {
  it.each([
    ["agent/*", "agent/a/b"],
    ["*.lock.yml", ".github/workflows/triage.lock.yml"],
    ["ci", "CI"],
    ["my-bot[bot]", "My-Bot[bot]"],
    ["Deploy (*)", "deploy (prod)"],
    ["{ci,test}.yml", "TEST.yml"],
    ["C++ ?", "c++ 2"],
    ["!important", "!important"],
    ["*bug*", "first line\nthe bug\nlast line"],
  ])("%j matches %j", (pattern, text) => {
    expect(globs([pattern])(text)).toBe(true);
  });

  it.each([
    ["agent/*", "my-agent/a"],
    ["my-bot[bot]", "my-botb"],
    ["ci", "ci.yml"],
    ["a.yml", "a-yml"],
    ["!x", "y"],
    ["*", ""],
  ])("%j does not match %j", (pattern, text) => {
    expect(globs([pattern])(text)).toBe(false);
  });

  it("matches when any pattern does, and nothing without patterns", () => {
    expect(globs(["a", " b* "])("bc")).toBe(true);
    expect(globs([])("a")).toBe(false);
    expect(globs(["", "  "])("")).toBe(false);
  });
});
