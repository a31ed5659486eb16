import * as z from "zod";
import { Text } from "#core/sync/payload/tolerant.ts";

/** The part of GitHub's `check-annotation` that we need. */
const Payload = z.object({ annotation_level: Text, message: Text, title: Text });

/** What a check run says went wrong, in its words; warnings and notices are left out. */
export function readFailureMessages(payloads: readonly unknown[]): string[] {
  return payloads.flatMap((payload) => {
    const { data } = Payload.safeParse(payload);
    return data?.annotation_level === "failure" && data.message !== null ? [data.message] : [];
  });
}
