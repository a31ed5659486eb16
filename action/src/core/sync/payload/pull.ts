import * as z from "zod";
import type { PullRequest } from "#core/records/run.ts";
import { Id } from "#core/sync/payload/tolerant.ts";

const Payload = z.object({ number: Id });

/** The pull requests that GitHub lists for a commit. */
export function readPulls(payloads: readonly unknown[]): PullRequest[] {
  const numbers = payloads.flatMap((payload) => Payload.safeParse(payload).data?.number ?? []);
  return [...new Set(numbers)].sort((a, b) => a - b).map((number) => ({ number, source: "commit" }));
}
