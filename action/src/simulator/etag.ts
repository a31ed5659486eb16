import { createHash } from "node:crypto";
import type { Answer } from "#simulator/answer.ts";

/**
 * GitHub hashes the token into the tag, so a tag that another job stored never matches again. Only whole, successful
 * answers have one.
 */
export function withEtag(answer: Answer, accept: string, authorization: string): Answer {
  const hash = createHash("sha256").update(`${accept}:${authorization}:`).update(answer.body).digest("hex");
  return {
    ...answer,
    headers: { ...answer.headers, etag: `W/"${hash}"`, "cache-control": "private, max-age=60, s-maxage=60" },
  };
}

export function isUnchanged(answer: Answer, ifNoneMatch: string | undefined): boolean {
  const tag = answer.headers.etag;
  if (tag === undefined || ifNoneMatch === undefined) return false;
  const weak = (text: string) => text.trim().replace(/^W\//, "");
  return ifNoneMatch.split(",").some((given) => weak(given) === weak(tag));
}

export function notModified({ headers }: Answer): Answer {
  const { "content-type": _, ...kept } = headers;
  return { status: 304, headers: kept, body: "" };
}
