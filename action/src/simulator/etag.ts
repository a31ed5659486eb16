import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { Answer } from "#simulator/answer.ts";

/**
 * The answer with its ETag, or 304 when the client has it already. GitHub hashes the token into the tag, so a tag
 * that another job stored never matches again.
 */
export function revalidate(answer: Answer, request: IncomingHttpHeaders): Answer {
  if (answer.status !== 200) return answer;
  const hash = createHash("sha256").update(`${request.accept}:${request.authorization}:`).update(answer.body);
  const etag = `W/"${hash.digest("hex")}"`;
  const headers = { ...answer.headers, etag, "cache-control": "private, max-age=60, s-maxage=60" };
  if (!matches(request["if-none-match"], etag)) return { ...answer, headers };
  const { "content-type": _, ...kept } = headers as Record<string, string>;
  return { status: 304, headers: kept, body: "" };
}

/** Weak comparison with any of the tags given. */
function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  const weak = (tag: string) => tag.trim().replace(/^W\//, "");
  return ifNoneMatch?.split(",").some((given) => weak(given) === weak(etag)) ?? false;
}
