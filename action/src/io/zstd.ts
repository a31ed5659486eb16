import type { Transform } from "node:stream";
import * as zlib from "node:zlib";

/**
 * Opens `.zst` files, as newer builds of Codex write their rollouts. Null where this Node cannot: it can from 22.15.
 * What comes out can be many times larger than what goes in: whoever reads it sets the limit.
 */
export function zstdDecompressor(): Transform | null {
  const { createZstdDecompress } = zlib as Partial<Pick<typeof zlib, "createZstdDecompress">>;
  return createZstdDecompress?.() ?? null;
}
