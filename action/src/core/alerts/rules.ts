import type { RuleId } from "#core/config/alerts.ts";
import type { Severity } from "#core/records/condition.ts";

/** What is known of a rule before it finds anything. */
export type Rule = {
  id: string;
  title: string;
  /** Evaluations in a row that must find it: figures that chance moves need two. */
  evaluations: 1 | 2;
  /** The worst it can be. */
  severity: Severity;
  /** What to do about it, for whoever is told. */
  advice: string;
};

function rule(title: string, [evaluations, severity]: [1 | 2, Severity], advice: string): Omit<Rule, "id"> {
  return { title, evaluations, severity, advice };
}

const STATISTICAL = 2;
const CERTAIN = 1;

/** Every rule that is built in, in the order of documentation. */
const BUILT_IN: Readonly<Record<RuleId, Omit<Rule, "id">>> = {
  "failures-in-a-row": rule(
    "Fails every time",
    [CERTAIN, "critical"],
    "Open the newest run's finding; what changed before the first failure is the likeliest cause. Pause the workflow if each failure costs money.",
  ),
  "error-rate": rule(
    "Fails too often",
    [STATISTICAL, "warning"],
    "The workflow's page ranks what fails most; mend the first one, or raise `alerts.limits.error-rate` if that is how it should be.",
  ),
  "success-drop": rule(
    "Succeeds less than before",
    [STATISTICAL, "warning"],
    "Compare the failures since then with those before: the Errors page shows which are new.",
  ),
  "error-spike": rule(
    "More failures of one kind than usual",
    [CERTAIN, "warning"],
    "One cause often fails many workflows: look at the newest runs together, and at the provider's status.",
  ),
  "shift-duration": rule(
    "Takes longer than before",
    [STATISTICAL, "warning"],
    "The Steps page shows which step got slower, and between which commits.",
  ),
  "shift-cost": rule(
    "Costs more than before",
    [STATISTICAL, "warning"],
    "The agent's page compares versions of model, prompt and workflow; the change that coincides is the first to look at.",
  ),
  "shift-tokens": rule(
    "Uses more tokens than before",
    [STATISTICAL, "warning"],
    "Look for a prompt, a context file or a tool's output that grew.",
  ),
  "step-slower": rule(
    "A step got slower",
    [STATISTICAL, "notice"],
    "The cause lies between the two commits: what they changed, the workflow's file and the versions of its actions.",
  ),
  runaway: rule(
    "A run costs far more than usual",
    [CERTAIN, "critical"],
    "Look at its steps for a loop; a cap on turns or cost (`--max-turns`, `--max-budget-usd`) ends the next one.",
  ),
  "retry-storm": rule(
    "The same work is tried again and again",
    [CERTAIN, "warning"],
    "Stop the retries until the cause is mended: each one costs, and none tells more than the first.",
  ),
  "spend-spike": rule(
    "Spends more than its past explains",
    [CERTAIN, "warning"],
    "The Costs page splits the days by agent, model and workflow.",
  ),
  budget: rule(
    "A budget has reached a mark",
    [CERTAIN, "critical"],
    "See on the Budgets page when it will be spent; a hard stop ends agents whose jobs ask the guard.",
  ),
  "budget-forecast": rule(
    "A budget will be exceeded",
    [CERTAIN, "warning"],
    "What is left per day stands on the Budgets page: spend less, or plan more.",
  ),
  "tool-failing": rule(
    "A tool fails too often",
    [STATISTICAL, "warning"],
    "The tool's page shows what it answers; agents pay for each try.",
  ),
  "slow-response": rule(
    "Responds too slowly",
    [STATISTICAL, "warning"],
    "If the provider is slow, its status page says so; else look for larger prompts.",
  ),
  memory: rule(
    "Uses more memory than allowed",
    [CERTAIN, "warning"],
    "The execution's page draws the memory over time; a larger runner helps for now.",
  ),
  "memory-growing": rule(
    "Memory grows without a stop",
    [STATISTICAL, "notice"],
    "Three executions in a row grew from beginning to end: look for a leak before the runner kills one.",
  ),
  blocked: rule(
    "A policy blocks again and again",
    [CERTAIN, "warning"],
    "Either the agent tries what it must not, or the policy forbids what it must do: its decisions tell which.",
  ),
  "policy-broken": rule(
    "An enforced policy is broken",
    [CERTAIN, "critical"],
    "The Governance page shows which key and which runs. Nothing was blocked, for it was known only after the run: cap it in the workflow, or let `pause-hours` hold the agent back.",
  ),
  unguarded: rule(
    "An agent started without asking the guard",
    [CERTAIN, "critical"],
    "Put `command: guard` back before the agent, or take the workflow out of `guard.required`; who changed its file stands in git.",
  ),
  "guard-unknown": rule(
    "The guard knows nothing, three times in a row",
    [CERTAIN, "warning"],
    "Until it does it stops nobody (`on-unknown: allow`): its reason stands with each decision. Most often the sync is too rare, or `actions: read` is missing.",
  ),
  "break-glass": rule(
    "Somebody broke the glass",
    [CERTAIN, "critical"],
    "A run that was stopped went on: the reason stands with its decision. Raise the limit if it was too low, or mend what made it necessary.",
  ),
  "sync-stops": rule(
    "AgentOps' sync stops early each time",
    [CERTAIN, "warning"],
    "Data health says why; fewer details (`enable-jobs-fetch: agents`) or more requests (`max-api-requests`) help.",
  ),
  "rate-limit": rule(
    "Little is left of GitHub's rate limit",
    [CERTAIN, "warning"],
    "The limit is shared by everything in the repository: see the requests by endpoint in Data health.",
  ),
  "slow-sync": rule(
    "AgentOps' sync takes long",
    [STATISTICAL, "notice"],
    "Data health shows where its time goes: waiting for limits, or downloads of logs.",
  ),
  "large-file": rule(
    "A file of records is large",
    [CERTAIN, "notice"],
    "Keep details for fewer days (`retention.detail-days`), or previews off.",
  ),
};

export const RULES: readonly Rule[] = Object.entries(BUILT_IN).map(([id, each]) => ({ id, ...each }));

const BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((each) => [each.id, each]));

/** Null: one of the user's own. */
export function ruleOf(id: string): Rule | null {
  return BY_ID.get(id) ?? null;
}
