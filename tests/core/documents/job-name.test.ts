import { describe, expect, it } from "vitest";
import { baseJobName } from "#core/documents/step-times/job-name.ts";

describe("baseJobName", () => {
  it.each([
    ["build", "build"],
    ["test (ubuntu-latest, 20)", "test"],
    ["call (a) / build (b)", "call / build"],
    ["(odd)", "(odd)"],
    ["test (a) twice", "test (a) twice"],
    ["test (a (b))", "test"],
  ])("%s is %s", (name, base) => {
    expect(baseJobName(name)).toBe(base);
  });

  it("takes no longer for a hostile name", () => {
    expect(baseJobName(`x${" (".repeat(20_000)}`)).toHaveLength(40_001);
  });
});
