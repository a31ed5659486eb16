import * as z from "zod";

/** How much a sync fetches to learn what agents did. */
export const TelemetryConfig = z.strictObject({
  artifacts: z
    .number()
    .int()
    .min(0)
    .max(100_000)
    .default(150)
    .describe(
      "Artifacts of agents that one sync downloads at most; `0`: none. The others wait for the next.",
    ),
  megabytes: z
    .number()
    .min(1)
    .max(10_000)
    .default(200)
    .describe("Telemetry that one sync reads at most, in MB unpacked."),
  logs: z
    .number()
    .int()
    .min(0)
    .max(10_000)
    .default(25)
    .describe("Logs that one sync reads at most for agents that left no artifact; `0`: none."),
  forks: z
    .enum(["mark", "admit", "ignore"])
    .default("mark")
    .describe(
      "What runs of forks tell of agents. `mark`: it is shown as a fork's and counts in no figure; `admit`: it counts like the repository's own, though a stranger wrote it; `ignore`: it is not fetched, and what is stored is not shown.",
    ),
});
export type TelemetryConfig = z.infer<typeof TelemetryConfig>;
