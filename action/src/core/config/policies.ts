import * as z from "zod";
import { HOURS } from "#core/calendar/opening-hours.ts";
import { Pattern } from "#core/config/pattern.ts";

/** Of GitHub's token, by the names that a workflow's `permissions` has. */
const SCOPES = [
  ...["actions", "artifact-metadata", "attestations", "checks", "contents", "deployments", "discussions"],
  ...["id-token", "issues", "models", "packages", "pages", "pull-requests", "repository-projects"],
  ...["security-events", "statuses"],
] as const;

const ASSOCIATIONS = [
  ...["OWNER", "MEMBER", "COLLABORATOR", "CONTRIBUTOR"],
  ...["FIRST_TIME_CONTRIBUTOR", "FIRST_TIMER", "MANNEQUIN", "NONE"],
] as const;

const list = (text: string) =>
  z.array(Pattern).min(1).max(200).optional().describe(`${text} Globs; \`!\` excludes.`);
const most = (unit: string) => z.number().nonnegative().max(1e12).optional().describe(unit);

const Match = z
  .strictObject({
    agents: list("Agents, as pages call them."),
    workflows: list("Names or files of workflows."),
    events: list("What started the run."),
    branches: list("The head branch."),
  })
  .prefault({});

const Require = z
  .strictObject({
    agents: list("Before: agents that may run."),
    events: list("Before: triggers, such as `issue_comment`."),
    branches: list("Before: branches that agents may work on."),
    actors: list("Before: logins of who may start them."),
    associations: z
      .array(z.enum(ASSOCIATIONS))
      .min(1)
      .optional()
      .describe(
        "Before, to the guard alone: what the author of the comment, issue or pull request is to the repository.",
      ),
    hours: z
      .union([HOURS, z.array(HOURS).min(1).max(20)])
      .optional()
      .describe("Before: when agents may start, in `timezone`: `Mon-Fri 07:00-20:00`, or a list of such."),
    "max-attempts": most("Before: how often a run may be started, re-runs included."),
    environments: list(
      "Before: the agent's job must wait in one of these environments, where approvals are asked for.",
    ),
    permissions: z
      .partialRecord(z.enum(SCOPES), z.enum(["none", "read", "write"]))
      .optional()
      .describe(
        "Before: the most that the token of the agent's job may do: `{ contents: read, issues: write }`; what is not named is `none`.",
      ),
    pins: z
      .literal("commit")
      .optional()
      .describe(
        "Before: `commit`: every action of the agent's job is pinned to a commit; your own and GitHub's (`actions/…`, `github/…`) may be by name.",
      ),
    models: list("Before: the models that the workflow asks for; after: those that were used."),
    tools: list("Before: tools that the workflow allows unasked; after: those that were called."),
    "max-usd": most("After: what the agent's work in a run may cost, in USD."),
    "max-turns": most("After: turns of the agent in a run."),
    "max-minutes": most("After: how long a run may take."),
    "max-prompt-tokens": most("After: tokens of the longest prompt."),
    "max-context-share": z
      .number()
      .min(0)
      .max(1)
      .optional()
      .describe("After: the share of the model's window that the longest prompt may fill."),
    "max-retries": most("After: requests to the model that were made again."),
    egress: list("After: hosts that tools may ask, as far as telemetry names them."),
  })
  .refine((keys) => Object.values(keys).some((value) => value !== undefined), {
    error: "requires nothing; name at least one key",
  });
export type Requirements = z.infer<typeof Require>;
export type RequirementKey = keyof Requirements;

/** `policies` in the configuration. */
const Policy = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]{0,62}$/, "expected lower-case letters, digits, `-` and `_`")
    .describe("What pages, files and decisions call it."),
  mode: z
    .enum(["simulate", "enforce"])
    .default("simulate")
    .describe("`simulate`: it is judged, shown and stops nobody; `enforce`: the guard does as it says."),
  match: Match.describe("Whose runs it is about; all when left out."),
  require: Require.describe("What must hold, all of it."),
  otherwise: z
    .enum(["warn", "block", "escalate"])
    .default("block")
    .describe(
      "What follows where a fact known before the run breaks it. A fact known only afterwards can warn, raise an alert and pause the agent.",
    ),
  "pause-hours": z
    .number()
    .nonnegative()
    .max(8760)
    .default(0)
    .describe(
      "How long the guard blocks an agent that broke it, counted from the run that did; `0`: not. Only of policies that are enforced.",
    ),
  reason: z.string().max(300).default("").describe("Why it is there, told with every decision."),
});
export type Policy = z.infer<typeof Policy>;

export const Policies = z
  .array(Policy)
  .max(200)
  .default([])
  .superRefine((policies, issues) => {
    const seen = new Set<string>();
    for (const [index, { id }] of policies.entries()) {
      if (seen.has(id))
        issues.addIssue({
          code: "custom",
          path: [index, "id"],
          message: `is another policy's id, too: ${id}`,
        });
      seen.add(id);
    }
  })
  .describe("What agents may do: rules, each judged before a run by the guard and after it by the sync.");
