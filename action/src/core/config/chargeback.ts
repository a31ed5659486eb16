import * as z from "zod";
import { Scope } from "#core/config/scope.ts";
import { Day } from "#core/time.ts";

/** Whose spending carries which labels; of each label the first row that fits counts. */
const Tagging = z.strictObject({
  scope: Scope.describe("Whose spending: as in `budgets`, e.g. `team:core` or `workflow:triage.yml`."),
  tags: z
    .record(
      z.string().regex(/^[a-z0-9][a-z0-9_-]{0,62}$/, "expected lower-case letters, digits, `-` and `_`"),
      z.string().min(1).max(100),
    )
    .refine((tags) => Object.keys(tags).length <= 20, { error: "has more than 20 tags" })
    .describe('What its lines are labelled with, e.g. `cost-center: "4711"`.'),
});

/** Money that no run was paid for: what a provider credits, a discount, a correction. */
const Adjustment = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9][a-z0-9_-]{0,62}$/, "expected lower-case letters, digits, `-` and `_`")
      .describe("What statements and files call it."),
    date: Day.describe("The day it counts on, in `timezone`."),
    kind: z
      .enum(["credit", "discount", "adjustment"])
      .describe("`credit` and `discount` lower what is due; `adjustment` may do either."),
    amount_usd: z.number().min(-1_000_000).max(1_000_000).describe("USD; below 0 it lowers what is due."),
    scope: Scope.default("global").describe(
      "Whom it is for, e.g. `team:core`; budgets of that and of everything count it.",
    ),
    description: z.string().max(200).default("").describe("What it is, for whoever reads the statement."),
  })
  .refine(({ kind, amount_usd }) => kind === "adjustment" || amount_usd <= 0, {
    path: ["amount_usd"],
    error: "must be 0 or below for a credit or a discount, which lower what is due",
  });
export type Adjustment = z.infer<typeof Adjustment>;

export const Chargeback = z
  .strictObject({
    tags: z.array(Tagging).max(200).default([]),
    adjustments: z
      .array(Adjustment)
      .max(1000)
      .default([])
      .superRefine((adjustments, issues) => {
        const seen = new Set<string>();
        for (const [index, { id }] of adjustments.entries()) {
          if (seen.has(id))
            issues.addIssue({
              code: "custom",
              path: [index, "id"],
              message: `is another adjustment's id, too: ${id}`,
            });
          seen.add(id);
        }
      }),
  })
  .describe(
    "What statements say besides what was spent: cost centers, and credits, discounts and corrections.",
  );
export type Chargeback = z.infer<typeof Chargeback>;
