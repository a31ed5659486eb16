import * as z from "zod";
import { Pattern } from "#core/config/pattern.ts";
import { Utc } from "#core/time.ts";

/** When an agent that fails again and again is stopped. */
const CircuitConfig = z
  .strictObject({
    enabled: z.boolean().default(true).describe("`false`: failures stop nobody."),
    failures: z
      .number()
      .int()
      .min(2)
      .max(100)
      .optional()
      .describe(
        "Failures in a row of an agent in a workflow that open its circuit; default: as many as are beyond chance where so much fails as usual, at least five.",
      ),
    "cool-down-minutes": z
      .number()
      .min(1)
      .max(1440)
      .default(60)
      .describe(
        "How long it stays open before one run may try; twice as long after each try that fails, a day at most.",
      ),
    "reset-at": Utc.optional().describe(
      "Failures before this instant count no more, e.g. `2026-12-01T10:00:00Z`: how somebody who has mended it closes the circuit at once.",
    ),
  })
  .prefault({});

/** `guard` in the configuration. */
export const GuardConfig = z.strictObject({
  required: z
    .array(Pattern)
    .max(200)
    .default([])
    .describe(
      "Workflows, by name or file, whose agents must ask the guard first; where one starts without, it is an alert.",
    ),
  "max-unseen": z
    .number()
    .int()
    .min(0)
    .max(100)
    .default(25)
    .describe(
      "Runs of agents that ended since the last sync, beyond which the guard says that it does not know.",
    ),
  "break-glass-actors": z
    .array(z.string().min(1).max(100))
    .max(100)
    .default([])
    .describe("Who may break the glass, by login, besides whoever starts a workflow by hand."),
  circuit: CircuitConfig,
});
export type GuardConfig = z.infer<typeof GuardConfig>;
