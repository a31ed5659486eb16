import { withoutNoise } from "#core/failures/without-noise.ts";
import { fnv1a64 } from "#core/hash.ts";
import type { Category } from "#core/records/category.ts";

export type Signature = {
  /** 16 hex digits: equal for the same failure in another run, on another machine, of another version. */
  signature: string;
  /** The message with its noise removed, at most 500 characters. */
  pattern: string;
};

const LONGEST = 500;

/** Give the redacted message: the pattern is stored and shown. */
export function signatureOf(category: Category, message: string): Signature {
  const pattern = withoutNoise(message).slice(0, LONGEST).trimEnd();
  return { signature: fnv1a64(`${category}\n${pattern}`), pattern };
}
