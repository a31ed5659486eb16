import { expect, it } from "vitest";
import { NOISE } from "#core/failures/without-noise.ts";
import { KINDS } from "#core/redact/kinds.ts";
import { KEY_PATTERNS } from "#core/redact/private-keys.ts";
import { superlinear } from "../../linear-time.ts";

it("is how long every pattern of redaction takes", () => {
  expect(superlinear([...KINDS.map(({ pattern }) => pattern), ...KEY_PATTERNS])).toEqual([]);
});

it("is how long every pattern of noise takes, on messages as long as they may be", () => {
  expect(
    superlinear(
      NOISE.map(({ pattern }) => pattern),
      2000,
    ),
  ).toEqual([]);
});
