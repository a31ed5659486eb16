import * as zlib from "node:zlib";

export type Inflated = {
  bytes: number;
  /** Stopped at `most`, and there was more. */
  more: boolean;
  /** Of what was handed out; null where this Node has no CRC-32 (before 20.15). */
  crc: number | null;
  /** Why inflating failed. */
  problem: string | null;
};

/** Half of it costs a tenth more time; larger pieces wait longer for the garbage collector: 128 kB cost 30 MB more. */
const PIECE = 32 * 1024;

const crc32: typeof zlib.crc32 | undefined = zlib.crc32;

/** Hands out at most `most` bytes of an entry's content, one piece at a time. */
export async function inflateEntry(
  compressed: Buffer,
  isDeflated: boolean,
  most: number,
  push: (bytes: Uint8Array) => void,
): Promise<Inflated> {
  const result: Inflated = { bytes: 0, more: false, crc: crc32 === undefined ? null : 0, problem: null };
  const pieces = isDeflated ? inflated(compressed) : stored(compressed);
  try {
    for await (const piece of pieces) {
      result.more = piece.length > most - result.bytes;
      const wanted = result.more ? piece.subarray(0, most - result.bytes) : piece;
      if (crc32 !== undefined) result.crc = crc32(wanted, result.crc ?? 0);
      result.bytes += wanted.length;
      if (wanted.length > 0) push(wanted);
      if (result.more) break;
    }
  } catch (thrown) {
    if (!isZlibError(thrown)) throw thrown;
    result.problem = `does not inflate: ${thrown.message}`;
  }
  return result;
}

function inflated(compressed: Buffer): AsyncIterable<Buffer> {
  const inflate = zlib.createInflateRaw({ chunkSize: PIECE });
  inflate.end(compressed);
  return inflate;
}

function* stored(content: Buffer): Iterable<Buffer> {
  for (let start = 0; start < content.length; start += PIECE) yield content.subarray(start, start + PIECE);
}

/** Only zlib's complaints are the entry's fault; what `push` throws is its caller's. */
function isZlibError(thrown: unknown): thrown is Error & { code: string } {
  return thrown instanceof Error && "code" in thrown && /^Z_/.test(String(thrown.code));
}
