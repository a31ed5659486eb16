import * as z from "zod";
import { Figure, MOST_BYTES, MOST_PERCENT, Ordinal } from "#core/records/bounds.ts";

/** What the runner and the agent's processes used, sampled. */
const sampled = (most: z.ZodNumber) =>
  z.strictObject({
    peak: most,
    mean: most,
    /** Per minute; null with fewer than 10 samples. */
    slope: Figure.nullable(),
  });
const Percent = z.number().nonnegative().max(MOST_PERCENT);
const Level = z.number().nonnegative().max(MOST_BYTES);
export const Resources = z.strictObject({
  samples: Ordinal,
  /** Percent of all cores. */
  cpu_percent: sampled(Percent).nullable(),
  memory_bytes: sampled(Level).nullable(),
  disk_used_bytes: sampled(Level).nullable(),
  /** The agent's process tree: resident bytes and percent of one core. */
  process_memory_bytes: sampled(Level).nullable(),
  process_cpu_percent: sampled(Percent).nullable(),
  /** Memory grew from beginning to end without a stop. */
  steady_growth: z.boolean(),
});
export type Resources = z.infer<typeof Resources>;
