import type { RawLine } from "#core/logs/scanner.ts";

/** The last `size` lines as bytes, so that a failure can look back. Holds the chunks they came in. */
export function recentLines(size: number) {
  const bytes = new Array<Uint8Array | null>(size).fill(null);
  const numbers = new Float64Array(size);
  const starts = new Int32Array(size);
  const ends = new Int32Array(size);
  let newest = 0;

  return {
    add(line: RawLine) {
      const slot = line.number % size;
      bytes[slot] = line.bytes;
      numbers[slot] = line.number;
      starts[slot] = line.start;
      ends[slot] = line.end;
      newest = line.number;
    },
    /** Null when the line has not come yet or is too long ago. */
    get(number: number): Uint8Array | null {
      if (number > newest || number <= newest - size || number < 1) return null;
      const slot = number % size;
      // Lines of another job have numbers in between.
      if (numbers[slot] !== number) return null;
      return bytes[slot]?.subarray(starts[slot], ends[slot]) ?? null;
    },
    get oldest() {
      return Math.max(1, newest - size + 1);
    },
  };
}
