import type { AskedAccess, BranchRules, Provenance } from "#core/audit/asked-access.ts";
import { type ComplianceCheck, judged } from "#core/documents/compliance/check.ts";
import type { Inventory } from "#core/inventory/inventory.ts";

const NOT_ASKED = "GitHub was not asked, or the token cannot see it: agentops audit asks, with a token";
const UNOWNED = "prompts-unowned";

/** Who may change prompts, workflows, policies, budgets and the records: rules, owners, signatures, reviews. */
export function changeChecks(asked: AskedAccess | null, inventory: Inventory | null): ComplianceCheck[] {
  return [ownersCheck(inventory), reviewCheck(asked), ...filesChecks(asked?.files ?? null), dataCheck(asked)];
}

function ownersCheck(inventory: Inventory | null): ComplianceCheck {
  const unowned = inventory?.findings.filter(({ rule }) => rule === UNOWNED) ?? [];
  return judged(
    { id: "steering-is-owned", title: "What steers agents has owners in CODEOWNERS", group: "access" },
    inventory === null ? null : unowned.length === 0,
    inventory === null
      ? "the workflow files are not known"
      : unowned.length === 0
        ? "each workflow that runs agents, its instructions and the configuration"
        : unowned
            .map(({ message }) => message)
            .join("; ")
            .slice(0, 400),
    "Add lines for them to .github/CODEOWNERS, .github/agentops.yml (policies, budgets) among them.",
  );
}

function reviewCheck(asked: AskedAccess | null): ComplianceCheck {
  const rules = asked?.defaultBranch ?? null;
  return judged(
    { id: "changes-are-reviewed", title: "Changes of the default branch need a review", group: "access" },
    rules === null ? null : (rules.pullRequest?.approvals ?? 0) > 0,
    rules === null ? NOT_ASKED : rulesText(rules),
    "Add a ruleset for the default branch: pull requests, an approval, reviews from code owners.",
  );
}

function rulesText({ pullRequest, signatures, keepsHistory }: BranchRules): string {
  const pulls =
    pullRequest === null
      ? "no pull request is required"
      : `pull requests with ${pullRequest.approvals} approvals${pullRequest.codeOwners ? ", of code owners too" : ""}`;
  return [
    pulls,
    signatures ? "signed commits" : "commits need no signature",
    keepsHistory ? "no force-push, no deletion" : "force-pushes or deletion are not forbidden",
  ].join("; ");
}

function filesChecks(files: readonly Provenance[] | null): ComplianceCheck[] {
  const named = (some: readonly Provenance[]) =>
    some
      .map(({ path, sha }) => `${path} (${sha.slice(0, 7)})`)
      .join(", ")
      .slice(0, 400);
  const unsigned = files?.filter(({ signed }) => !signed) ?? [];
  const unreviewed = files?.filter(({ reviewed }) => reviewed === false) ?? [];
  const isSeen = files?.every(({ reviewed }) => reviewed !== null) ?? false;
  return [
    judged(
      { id: "steering-is-signed", title: "What steers agents comes from signed commits", group: "access" },
      files === null ? null : unsigned.length === 0,
      files === null ? NOT_ASKED : named(unsigned.length === 0 ? files : unsigned),
      "Sign commits, or merge on GitHub, which signs; a rule can require it.",
    ),
    judged(
      {
        id: "steering-is-reviewed",
        title: "What steers agents was approved by somebody else",
        group: "access",
      },
      files === null || (unreviewed.length === 0 && !isSeen) ? null : unreviewed.length === 0,
      files === null ? NOT_ASKED : named(unreviewed.length === 0 ? files : unreviewed),
      "Bring changes by pull requests that another person approves.",
    ),
  ];
}

function dataCheck(asked: AskedAccess | null): ComplianceCheck {
  const rules = asked?.dataBranch ?? null;
  return judged(
    { id: "records-keep-history", title: "Nobody can rewrite the history of the records", group: "access" },
    rules === null ? null : rules.keepsHistory,
    rules === null ? NOT_ASKED : rulesText(rules),
    "Add a ruleset for the data branch that forbids force-pushes and deletion; agentops forget --history needs it lifted.",
  );
}
