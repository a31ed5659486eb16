import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { LogArchive, LogSource } from "#app/effects.ts";
import { UserError } from "#core/errors.ts";
import { openArchive } from "#io/archive.ts";

/**
 * A log or an archive of logs on this machine; `-` is standard input.
 *
 * @throws UserError for a file that cannot be read
 */
export async function openLocalLogs(file: string): Promise<LogArchive> {
  if (file === "-") return fromPieces(process.stdin);
  if (await isArchive(file)) return openArchive(file);
  return { status: "open", entries: [streamed(file, createReadStream(file))], skipped: [] };
}

async function isArchive(file: string): Promise<boolean> {
  const handle = await open(file).catch((cause: unknown) => {
    throw new UserError(`cannot read ${file}`, "Give a log, or the archive that GitHub makes of a run's.", {
      cause,
    });
  });
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(4) });
    return bytesRead === 4 && startsLikeZip(buffer);
  } finally {
    await handle.close();
  }
}

/** An archive's directory stands at its end, so it must be there as a whole; a log is read as it comes. */
async function fromPieces(input: AsyncIterable<Uint8Array>): Promise<LogArchive> {
  const pieces = input[Symbol.asyncIterator]();
  const first = await pieces.next();
  async function* all() {
    if (!first.done) yield first.value;
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value;
  }
  if (first.done || !startsLikeZip(first.value))
    return { status: "open", entries: [streamed("-", all())], skipped: [] };
  const whole: Uint8Array[] = [];
  for await (const piece of all()) whole.push(piece);
  return openArchive(Buffer.concat(whole));
}

function startsLikeZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

function streamed(name: string, pieces: AsyncIterable<Uint8Array>): LogSource {
  return {
    name,
    async read(push) {
      let bytes = 0;
      for await (const piece of pieces) {
        bytes += piece.length;
        push(piece);
      }
      return { bytes, problem: null };
    },
  };
}
