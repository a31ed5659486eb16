import * as z from "zod";
import { Scope } from "#core/config/scope.ts";

/** `budgets` in the configuration. */
const Budget = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9][a-z0-9_-]{0,62}$/, "expected lower-case letters, digits, `-` and `_`")
      .describe("What pages and files call it."),
    scope: Scope.default("global").describe(
      "Whose spending counts: `global`, `org`, `repository`, or `team:`, `agent:`, `workflow:`, `user:`, `model:`, `provider:` with a glob.",
    ),
    threshold_usd: z.number().nonnegative().max(1_000_000_000).describe("The amount, in USD."),
    period: z
      .enum(["day", "week", "month"])
      .optional()
      .describe(
        "Of the calendar in `timezone`; default `month`. It counts from the period's start, not from today.",
      ),
    period_days: z
      .number()
      .int()
      .min(1)
      .max(366)
      .optional()
      .describe("Instead: the last so many times 24 hours."),
    alert_type: z
      .enum(["warning", "hard_stop"])
      .default("warning")
      .describe("`hard_stop`: what runs in flight may cost counts as well."),
    alert_at_percentage: z
      .array(z.number().positive().max(1000))
      .max(10)
      .default([50, 80, 100])
      .describe("Marks on the way, in per cent of the amount."),
    alert_on: z
      .array(z.enum(["actual", "forecast"]))
      .min(1)
      .default(["actual"])
      .describe(
        "`actual`: a mark is told when it is reached; `forecast`: told when the budget will be exceeded with a chance of 4 in 5.",
      ),
    is_active: z.boolean().default(true).describe("`false`: it is shown, and warns of nothing."),
    "assume-usd": z
      .number()
      .nonnegative()
      .default(1)
      .describe("What a run in flight is thought to cost where no run of its workflow is known, in USD."),
  })
  .refine(({ period, period_days }) => period === undefined || period_days === undefined, {
    error: "has `period` and `period_days`; one of them is its period",
  });
export type Budget = z.infer<typeof Budget>;

export const Budgets = z
  .array(Budget)
  .max(200)
  .default([])
  .superRefine((budgets, issues) => {
    const seen = new Set<string>();
    for (const [index, { id }] of budgets.entries()) {
      if (seen.has(id))
        issues.addIssue({
          code: "custom",
          path: [index, "id"],
          message: `is another budget's id, too: ${id}`,
        });
      seen.add(id);
    }
  })
  .describe("What may be spent on whom in which time, and what happens on the way there.");
