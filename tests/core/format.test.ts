import { describe, expect, it } from "vitest";
import { money, plural, tokens } from "#core/format.ts";

describe("money for people", () => {
  it.each([
    [null, "—"],
    [0, "$0.00"],
    [1, "< $0.01"],
    [9_999_999, "< $0.01"],
    [12_345_678, "$0.0123"],
    [480_000_000, "$0.48"],
    [12_345_678_901, "$12.35"],
    [1_234_567_890_000, "$1,234.57"],
    [-2_500_000_000, "−$2.50"],
  ])("%d nano-dollars are %s", (nano, text) => {
    expect(money(nano)).toBe(text);
  });

  it.each([
    [null, "—"],
    [0, "0"],
    [999, "999"],
    [12_400, "12.4k"],
    [3_140_000, "3.1M"],
    [1_200_000_000, "1.2B"],
  ])("%d tokens are %s", (n, text) => {
    expect(tokens(n)).toBe(text);
  });
});

describe("how many there are", () => {
  it.each([
    [1, "repository", "1 repository"],
    [2, "repository", "2 repositories"],
    [0, "day", "0 days"],
    [3, "finished attempt", "3 finished attempts"],
    [1_284, "branch", "1,284 branches"],
    [2, "process", "2 processes"],
  ])("%d of a %s: %s", (n, noun, text) => {
    expect(plural(n, noun)).toBe(text);
  });
});
