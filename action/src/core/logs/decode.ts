/** Of a longer line head and tail are read, half of this each. */
const LONGEST = 16_384;

const decoder = new TextDecoder();

/** A line's bytes as text; what is no UTF-8 becomes U+FFFD. Strips no byte order mark but the first. */
export function decodeLine(bytes: Uint8Array): string {
  if (bytes.length <= LONGEST) return decoder.decode(bytes);
  const half = LONGEST / 2;
  return decoder.decode(bytes.subarray(0, half)) + decoder.decode(bytes.subarray(bytes.length - half));
}
