import * as z from "zod";

export const ApprovalsConfig = z.strictObject({
  "sla-minutes": z
    .number()
    .int()
    .min(1)
    .max(50_000)
    .optional()
    .describe(
      "How long a job may wait for somebody to approve it; longer waits are marked. Default: no limit.",
    ),
});
