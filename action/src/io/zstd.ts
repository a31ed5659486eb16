import type { Transform } from "node:stream";
import * as zlib from "node:zlib";
import type { LogSource } from "#app/effects.ts";
import { describe } from "#core/errors.ts";

/**
 * Opens `.zst` files, as newer builds of Codex write their rollouts. Null where this Node cannot: it can from 22.15.
 * What comes out can be many times larger than what goes in: whoever reads it sets the limit.
 */
export function zstdDecompressor(): Transform | null {
  const { createZstdDecompress } = zlib as Partial<Pick<typeof zlib, "createZstdDecompress">>;
  return createZstdDecompress?.() ?? null;
}

/** Unpacked at most: a rollout of a long day is a tenth of it. */
const MOST_BYTES = 512 * 1024 * 1024;

/** The same file as if it had not been packed; as it is where this Node cannot unpack it. */
export function withoutZstd(source: LogSource): LogSource {
  if (!source.name.endsWith(".zst")) return source;
  return {
    name: source.name.slice(0, -".zst".length),
    async read(push) {
      const decompressor = zstdDecompressor();
      if (decompressor === null)
        return { bytes: 0, problem: "zstd is not read by this version of Node (22.15 is)" };
      let bytes = 0;
      const unpacked = (async () => {
        for await (const piece of decompressor as AsyncIterable<Buffer>) {
          bytes += piece.length;
          if (bytes > MOST_BYTES) throw new Error(`more than ${MOST_BYTES} bytes`);
          push(piece);
        }
        return null;
      })().catch((error: unknown) => describe(error));
      const { problem } = await source.read((piece) => void decompressor.write(piece));
      decompressor.end();
      return { bytes, problem: problem ?? (await unpacked) };
    },
  };
}
