import { randomBytes } from "node:crypto";
import type { Answer } from "#simulator/answer.ts";

export type Blob = { type: string; bytes: Buffer };

const VALID_FOR = 60_000;

/** The path that tells storage from API: in life it is another host. */
export const STORAGE = "/actions-results/";

/**
 * The blob storage behind log and artifact downloads. Whoever has an address may read for one minute; an
 * `Authorization` header beside the signature is refused, as Azure does.
 */
export function createStorage(now: () => number) {
  const blobs = new Map<string, { until: number; make: () => Blob }>();

  return {
    /** Path and query of a new signed address. */
    sign(name: string, make: () => Blob): string {
      const at = now();
      // The oldest come first, and all are valid equally long.
      for (const [key, { until }] of blobs) {
        if (until >= at) break;
        blobs.delete(key);
      }
      const signature = randomBytes(24).toString("base64url");
      const until = at + VALID_FOR;
      blobs.set(signature, { until, make });
      const query = new URLSearchParams({ se: new Date(until).toISOString(), sp: "r", sig: signature });
      return `${STORAGE}${encodeURIComponent(name)}?${query}`;
    },

    answer(target: string, authorization: string | undefined): Answer {
      if (authorization !== undefined)
        return refusal(
          400,
          "InvalidAuthenticationInfo",
          "Authentication information is not given in the correct format.",
        );
      const signature = new URLSearchParams(target.split("?")[1]).get("sig") ?? "";
      const blob = blobs.get(signature);
      if (blob === undefined || blob.until < now())
        return refusal(403, "AuthenticationFailed", "Server failed to authenticate the request.");
      const { type, bytes } = blob.make();
      return { status: 200, headers: { "content-type": type }, body: bytes };
    },
  };
}

const refusal = (status: number, code: string, message: string): Answer => ({
  status,
  headers: { "content-type": "application/xml", "x-ms-error-code": code },
  body: `\uFEFF<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`,
});
