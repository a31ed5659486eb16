import * as z from "zod";
import { Freshness } from "#core/documents/health/freshness.ts";
import { HealthDocument } from "#core/documents/health/health.ts";
import { freshnessReasons } from "#core/render/words/freshness.ts";

/** Data health as a file: its figures, and the sentences in which its page says them. */
export const HealthFile = HealthDocument.extend({
  freshness: Freshness.extend({ /** Why it is not current. */ reasons: z.array(z.string()) }),
});

export function healthFile(document: HealthDocument): z.infer<typeof HealthFile> {
  const { freshness } = document;
  return { ...document, freshness: { ...freshness, reasons: freshnessReasons(freshness) } };
}
