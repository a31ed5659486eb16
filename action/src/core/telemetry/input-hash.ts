/** A larger input is told apart by its beginning and its length. */
const LONGEST = 100_000;

/**
 * 16 hex digits of what a tool was called with: two lanes of FNV-1a over UTF-16 units, in numbers because inputs are
 * many and long. Equal for equal inputs; not made to withstand somebody who looks for a collision.
 */
export function inputHash(input: unknown): string | null {
  const text = typeof input === "string" ? input : JSON.stringify(input);
  if (text === undefined) return null;
  let one = 0x811c9dc5 ^ text.length;
  let two = 0x9747b28c;
  for (let index = 0; index < Math.min(text.length, LONGEST); index++) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ code, 0x85ebca6b) ^ (two >>> 13);
  }
  return hex(one) + hex(two);
}

function hex(number: number): string {
  return (number >>> 0).toString(16).padStart(8, "0");
}
