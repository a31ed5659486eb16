import * as z from "zod";
import { type RetentionKey, STANDARD_RETENTION } from "#core/records/retention.ts";

const days = (key: RetentionKey, text: string) =>
  z.number().int().min(1).max(3650).default(STANDARD_RETENTION[key]).describe(text);

export const RetentionConfig = z.strictObject({
  "detail-days": days(
    "detail-days",
    "After so many days a run keeps its row, and of its jobs when they ran and on what; steps go. What it cost stays the same.",
  ),
  "telemetry-days": days(
    "telemetry-days",
    "After so many days what agents did keeps its row, tokens, costs and counts; single steps, single calls and all texts go.",
  ),
  "excerpts-days": days(
    "excerpts-days",
    "After so many days the reading of a log keeps its kind, place and signature; its messages and excerpts go.",
  ),
} satisfies Record<RetentionKey, z.ZodType>);
