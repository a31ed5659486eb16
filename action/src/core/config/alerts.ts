import * as z from "zod";
import { Pattern } from "#core/config/pattern.ts";
import { Severity } from "#core/records/condition.ts";

/** What is judged at every sync that learned something. */
const RULE_IDS = [
  "failures-in-a-row",
  "error-rate",
  "success-drop",
  "error-spike",
  "shift-duration",
  "shift-cost",
  "shift-tokens",
  "step-slower",
  "runaway",
  "retry-storm",
  "spend-spike",
  "budget",
  "budget-forecast",
  "tool-failing",
  "slow-response",
  "memory",
  "memory-growing",
  "blocked",
  "policy-broken",
  "unguarded",
  "guard-unknown",
  "break-glass",
  "sync-stops",
  "rate-limit",
  "slow-sync",
  "large-file",
] as const;
export type RuleId = (typeof RULE_IDS)[number];

const Usd = z.number().nonnegative().max(1_000_000);
const Share = z.number().min(0).max(1);

/** What rules hold figures against. */
const Limits = z.strictObject({
  "error-rate": Share.default(0.1).describe(
    "The share of runs that may fail; told when the last 50 leave no doubt that more do.",
  ),
  "tool-success": Share.default(0.8).describe("The share of a tool's calls that must succeed."),
  "spend-excess-usd": Usd.default(1).describe(
    "A rise of spending below so many USD a day is nobody's concern.",
  ),
  "runaway-usd": Usd.default(1).describe("A run below so many USD is never a runaway, whatever is usual."),
  "memory-mb": z.number().positive().optional().describe("The most memory of a runner's job, in MB."),
  blocks: z
    .number()
    .int()
    .min(1)
    .default(5)
    .describe("Decisions to block in a day, or breaches of one policy, that are a burst."),
  violations: z
    .number()
    .int()
    .min(1)
    .default(1)
    .describe("Breaches of one enforced policy in a day that are told; as many as `blocks` are critical."),
  "rate-limit-left": Share.default(0.2).describe(
    "The share of GitHub's rate limit that a sync should leave.",
  ),
  "sync-minutes": z.number().positive().default(5).describe("How long a sync may take."),
  "file-mb": z.number().positive().default(5).describe("How large a file of records may get, in MB."),
});

const Response = z.strictObject({
  of: z.enum(["agent", "model", "provider", "tool", "step"]).describe("What responds."),
  match: Pattern.default("*").describe("Which ones; a glob over their names."),
  percentile: z
    .number()
    .min(50)
    .max(99.9)
    .optional()
    .describe("E.g. 95: of 100 responses, 95 must be faster. Without it the mean is meant."),
  seconds: z.number().positive().describe("The limit."),
});

const WEBHOOK_KINDS = ["slack", "teams", "discord", "pagerduty", "standard", "cloudevents"] as const;

const Webhook = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,40}$/, "expected lower-case letters, digits and `-`")
    .describe(
      "Its address is the environment variable `AGENTOPS_WEBHOOK_<NAME>` of the step (`slack-ops`: `AGENTOPS_WEBHOOK_SLACK_OPS`), set from a secret; of PagerDuty the integration's key instead. `standard` signs with `…_SECRET`.",
    ),
  kind: z
    .enum(WEBHOOK_KINDS)
    .describe("Whose language it is told in; `standard`: Standard Webhooks, signed."),
  severity: Severity.default("warning").describe("The least severity that it is told."),
  rules: z.array(z.string()).optional().describe("Only these rules; all when left out."),
});
export type Webhook = z.infer<typeof Webhook>;

/** `alerts` in the configuration. */
export const AlertsConfig = z.strictObject({
  enabled: z.boolean().default(true).describe("`false`: nothing is judged, stored or told."),
  off: z.array(z.enum(RULE_IDS)).default([]).describe("Rules that are not asked."),
  limits: Limits.prefault({}),
  responses: z
    .array(Response)
    .max(50)
    .default([])
    .describe("How fast agents, models, providers, tools and steps must be, over the last seven days."),
  issues: z
    .boolean()
    .default(false)
    .describe(
      "Whether each alert gets an issue of ours (`issues: write`): its text is kept up to date, and a comment tells of what fires, gets worse or is over. Closing it by hand says: seen.",
    ),
  webhooks: z
    .array(Webhook)
    .max(20)
    .default([])
    .describe(
      "Where else alerts are told. What is not taken is sent again by the next syncs for a day, and never fails one.",
    ),
  labels: z
    .array(z.string().min(1).max(50))
    .max(10)
    .default([])
    .describe("Labels of such issues besides `agentops`."),
  assignees: z
    .array(z.string().min(1).max(39))
    .max(10)
    .default([])
    .describe("Whom such issues are given to."),
});
export type AlertsConfig = z.infer<typeof AlertsConfig>;
