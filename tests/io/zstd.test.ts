import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import * as zlib from "node:zlib";
import { describe, expect, it } from "vitest";
import { zstdDecompressor } from "#io/zstd.ts";

describe.skipIf(zstdDecompressor() === null)("opening a .zst file", () => {
  const packed = zlib.zstdCompressSync(Buffer.from('{"type":"session_meta"}\n'.repeat(1000)));

  it("gives what was packed", async () => {
    const open = Readable.from([packed]).pipe(zstdDecompressor() ?? expect.fail());
    expect(await text(open)).toBe('{"type":"session_meta"}\n'.repeat(1000));
  });

  it("fails on what is none", async () => {
    const open = Readable.from([Buffer.from("no archive")]).pipe(zstdDecompressor() ?? expect.fail());
    await expect(text(open)).rejects.toThrow();
  });
});
