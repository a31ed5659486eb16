import * as z from "zod";
import { Figure, Name, Tokens } from "#core/records/bounds.ts";

/** Each set of labels is a series, and each series a metric of its own. */
export const MOST_BUCKETS = 50;

/** A number of the user's own; histograms keep their sum, count, bounds and buckets. */
export const UserMetric = z.strictObject({
  name: Name,
  kind: z.enum(["counter", "gauge", "histogram"]),
  unit: z.string().max(50).nullable(),
  /** What tells the series from others of the same name; redacted. */
  labels: z.record(z.string().max(100), z.string().max(200)),
  /** A counter's sum, a gauge's last value, a histogram's sum. */
  value: Figure,
  count: Tokens.nullable(),
  min: Figure.nullable(),
  max: Figure.nullable(),
  /** How many values were at most `le`, and above the bucket before; the last one's null is without end. */
  buckets: z
    .array(z.strictObject({ le: Figure.nullable(), count: Tokens }))
    .max(MOST_BUCKETS)
    .nullable(),
});
export type UserMetric = z.infer<typeof UserMetric>;
