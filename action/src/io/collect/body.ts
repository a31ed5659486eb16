import type { IncomingMessage } from "node:http";
import { createGunzip } from "node:zlib";

/** A request that is refused, as HTTP says it. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * The whole body, unpacked.
 *
 * @param most bytes, packed and unpacked
 * @throws Refusal 413 above that, 415 for an encoding other than gzip, 400 for broken gzip
 */
export async function readBody(request: IncomingMessage, most: number): Promise<Buffer> {
  if (Number(request.headers["content-length"] ?? 0) > most) throw tooLarge(most);
  const encoding = request.headers["content-encoding"] ?? "identity";
  if (encoding !== "gzip" && encoding !== "identity")
    throw new Refusal(415, `content-encoding ${JSON.stringify(encoding)} is not supported; use gzip or none`);
  const pieces: Buffer[] = [];
  let bytes = 0;
  const source = encoding === "gzip" ? request.pipe(createGunzip()) : request;
  try {
    for await (const piece of source as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > most) throw tooLarge(most);
      pieces.push(piece);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(
      400,
      `the body cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  return Buffer.concat(pieces, bytes);
}

function tooLarge(most: number): Refusal {
  return new Refusal(413, `the body is larger than ${most} bytes; send smaller batches`);
}
