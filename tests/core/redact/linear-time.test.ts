import { expect, it } from "vitest";
import { NOISE } from "#core/failures/without-noise.ts";
import { ENCODED_PATTERNS } from "#core/redact/encoded.ts";
import { KINDS } from "#core/redact/kinds.ts";
import { KEY_PATTERNS } from "#core/redact/private-keys.ts";
import { VEIL_PATTERNS } from "#core/redact/veil.ts";
import { superlinear } from "../../linear-time.ts";

const ROWS = 8;
const PATTERNS = [
  ...KINDS.flatMap(({ pattern, each }) => (each === null ? [pattern] : [pattern, each])),
  ...KEY_PATTERNS,
  ...VEIL_PATTERNS,
  ...ENCODED_PATTERNS,
];
const STARTS = Array.from({ length: Math.ceil(PATTERNS.length / ROWS) }, (_, row) => row * ROWS);

it.each(STARTS)("is how long the patterns of redaction take, from %i", (start) => {
  expect(superlinear(PATTERNS.slice(start, start + ROWS))).toEqual([]);
});

it("is how long every pattern of noise takes, on messages as long as they may be", () => {
  expect(
    superlinear(
      NOISE.map(({ pattern }) => pattern),
      2000,
    ),
  ).toEqual([]);
});
