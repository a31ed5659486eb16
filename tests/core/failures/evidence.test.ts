import { describe, expect, it } from "vitest";
import { EVIDENCE } from "#core/failures/evidence.ts";
import { SYMPTOMS } from "#core/failures/symptoms.ts";

const SEEDS = [
  "test#",
  "a.b/",
  "x::",
  "expected ",
  "error ",
  "1 failed ",
  " -a ",
  "a/b",
  "0 ",
  "FAIL ",
  "a",
  ".",
  "  ",
];
const ROUNDS = 20;

/** The least of several, so that a busy machine does not count. */
function fastest(pattern: RegExp, text: string): number {
  let least = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const started = process.hrtime.bigint();
    pattern.test(text);
    least = Math.min(least, Number(process.hrtime.bigint() - started));
  }
  return least;
}

describe("kinds of lines", () => {
  it.each([...EVIDENCE, ...SYMPTOMS].map(({ name, pattern }) => [name, pattern] as const))(
    "%s is decided quickly on the longest line of the worst kind",
    (_, pattern) => {
      const nanoseconds = SEEDS.map((seed) => fastest(pattern, `${seed.repeat(2000).slice(0, 1999)}\u0001`));
      expect(Math.max(...nanoseconds)).toBeLessThan(50e6);
    },
  );
});
