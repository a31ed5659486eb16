import * as z from "zod";
import { WEEKDAYS } from "#core/calendar/calendar-period.ts";
import { Zone } from "#core/calendar/zone.ts";
import { AlertsConfig } from "#core/config/alerts.ts";
import { AnalysisConfig, CommentOn } from "#core/config/analysis.ts";
import { ApprovalsConfig } from "#core/config/approvals.ts";
import { Budgets } from "#core/config/budgets.ts";
import { Chargeback } from "#core/config/chargeback.ts";
import { GuardConfig } from "#core/config/guard.ts";
import { Pattern } from "#core/config/pattern.ts";
import { Policies } from "#core/config/policies.ts";
import { Prices } from "#core/config/prices.ts";
import { PrivacyConfig } from "#core/config/privacy.ts";
import { ReconcileConfig } from "#core/config/reconcile.ts";
import { RetentionConfig } from "#core/config/retention.ts";
import { Teams } from "#core/config/teams.ts";
import { TelemetryConfig } from "#core/config/telemetry.ts";

/**
 * `.github/agentops.yml`, optional. Unknown keys are refused, so that a typo is a message and not a silence.
 * Every field has a default: the empty file is valid.
 */
export const AgentRule = z
  .strictObject({
    name: z.string().min(1).describe("The agent's name, as pages show it."),
    workflow: Pattern.optional().describe("The workflow's name or file."),
    actor: Pattern.optional().describe("Who started the run, e.g. `my-bot[bot]`."),
    branch: Pattern.optional().describe("The head branch, e.g. `agent/*`."),
    title: Pattern.optional().describe("The run's title."),
  })
  .refine((rule) => rule.workflow ?? rule.actor ?? rule.branch ?? rule.title, {
    error: "needs at least one of workflow, actor, branch or title, or it would claim every run",
  })
  .describe(
    "Which runs belong to an agent of your own. Rules are tried in order, before the built-in table.",
  );
export type AgentRule = z.infer<typeof AgentRule>;

export const Config = z
  .strictObject({
    agents: z.array(AgentRule).default([]),
    alerts: AlertsConfig.prefault({}),
    analysis: AnalysisConfig.prefault({}),
    approvals: ApprovalsConfig.prefault({}),
    "comment-on": CommentOn,
    privacy: PrivacyConfig.prefault({}),
    prices: Prices.prefault({}),
    teams: Teams,
    timezone: Zone.default("UTC").describe(
      "Where days, weeks and months of budgets and statements begin, e.g. `Europe/Berlin`.",
    ),
    "week-start": z.enum(WEEKDAYS).default("monday").describe("The first day of a budget's week."),
    budgets: Budgets,
    policies: Policies,
    chargeback: Chargeback.prefault({}),
    reconcile: ReconcileConfig.prefault({}),
    guard: GuardConfig.prefault({}),
    telemetry: TelemetryConfig.prefault({}),
    retention: RetentionConfig.prefault({}),
    sync: z
      .strictObject({
        workflow: z
          .string()
          .optional()
          .describe("The file of the workflow that runs the sync, when it cannot be recognised."),
        cron: z
          .string()
          .optional()
          .describe(
            "The schedule of the sync, for `next sync due`; read from the workflow file when absent.",
          ),
      })
      .prefault({}),
  })
  .describe("AgentOps configuration");
export type Config = z.infer<typeof Config>;
