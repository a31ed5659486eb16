import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { machine } from "./step-count.ts";

describe("the engine that counts its steps", () => {
  it.each([
    /^(?<name>a+?)b{2,3}(?:c|$)/,
    /(?:ab|a)(?:bc)?c/,
    /(?:a|b(?=c)){2,4}?c/,
    /(?<=a{1,2}b)c|(?<!a)b(?!c)/,
    /([abc])\1{1,3}/,
    /\b(?:a*b*)*c\b/,
    /(?:(?:a|b)+? ?)+$/m,
    /[^a-b\s]+|(?:){3}a/,
    /(?<=(?<twice>a|b)\k<twice>)c/,
    /A\W\B./i,
  ])("finds what %s finds", (pattern) => {
    const text = fc.array(fc.constantFrom("a", "b", "c", "A", " ", "\n"), { maxLength: 14 });
    fc.assert(
      fc.property(text, (characters) => {
        const text = characters.join("");
        const found = pattern.exec(text);
        expect(machine(pattern)(text, 1_000_000).found).toEqual(
          found && [found.index, found.index + found[0].length],
        );
      }),
    );
  });

  it("counts the same whenever it is asked, and stops where it may go no further", () => {
    const work = machine(/(a+)+$/);
    expect(work("aaaaaaaaaaab", 1e6)).toEqual(work("aaaaaaaaaaab", 1e6));
    expect(work(`${"a".repeat(60)}b`, 5000).steps).toBeGreaterThanOrEqual(5000);
  });

  it("looks four times as often at four times the text where each character is seen once", () => {
    const work = machine(/x\d+y/);
    const steps = (length: number) => work("z".repeat(length), 1e9).steps;
    expect(steps(4000) / steps(1000)).toBeCloseTo(4, 1);
    const square = machine(/\s+y/);
    expect(square(" ".repeat(4000), 1e9).steps / square(" ".repeat(1000), 1e9).steps).toBeCloseTo(16, 0);
  });
});
