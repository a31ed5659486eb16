/**
 * No stored file grows beyond this, so that git, GitHub (which refuses files above 100 MB) and whoever reads them
 * stay well. Decimal megabytes of UTF-8.
 */
export const MOST_FILE_BYTES = 20_000_000;

/** What a file has around its records, and then some. */
const ENVELOPE_BYTES = 1000;

/** Indentation, comma and line end. */
const BESIDE_LINE_BYTES = 6;

/** The largest record that fits into a file. */
export const MOST_LINE_BYTES = MOST_FILE_BYTES - ENVELOPE_BYTES - BESIDE_LINE_BYTES;

/**
 * Lines in files: as many as fit, in their order. A line above the limit, which only older versions wrote, has a
 * file of its own.
 */
export function* parts(
  lines: readonly string[],
  mostLines: number,
  mostBytes = MOST_FILE_BYTES,
): Iterable<string[]> {
  const encoder = new TextEncoder();
  let part: string[] = [];
  let bytes = ENVELOPE_BYTES;
  for (const line of lines) {
    const more = encoder.encode(line).length + BESIDE_LINE_BYTES;
    if (part.length > 0 && (part.length === mostLines || bytes + more > mostBytes)) {
      yield part;
      [part, bytes] = [[], ENVELOPE_BYTES];
    }
    part.push(line);
    bytes += more;
  }
  if (part.length > 0) yield part;
}
