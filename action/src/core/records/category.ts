import * as z from "zod";

/**
 * What kinds of failure there are, in the domains that pages drill down from. The domain says who can mend it:
 * the provider, the one who chose the model, whoever owns tooling and code, the workflow's author, governance.
 */
export const DOMAINS = {
  provider: ["timeout", "rate_limit", "quota_exceeded", "auth_failed", "provider_overloaded"],
  model: ["invalid_json", "tool_selection_error", "unsafe_output", "context_overflow"],
  tooling: [
    "tool_timeout",
    "tool_contract_mismatch",
    "dependency_unavailable",
    "test_failure",
    "build_failure",
    "lint_failure",
    "type_error",
    "merge_conflict",
    "permission_denied",
    "network",
    "disk_full",
    "out_of_memory",
    "runner_lost",
    "configuration",
    "script_error",
  ],
  workflow: ["loop_detected", "max_turns", "missing_context", "bad_routing", "cancelled"],
  governance: ["policy_blocked", "approval_timeout", "budget_exceeded"],
  unknown: ["unknown"],
} as const;

export type Domain = keyof typeof DOMAINS;
export type Category = (typeof DOMAINS)[Domain][number];

export const CATEGORIES = Object.values(DOMAINS).flat() as [Category, ...Category[]];
export const Category = z.enum(CATEGORIES);

const DOMAIN_OF = new Map<Category, Domain>(
  Object.entries(DOMAINS).flatMap(([domain, categories]) =>
    categories.map((category): [Category, Domain] => [category, domain as Domain]),
  ),
);

export function domainOf(category: Category): Domain {
  return DOMAIN_OF.get(category) ?? "unknown";
}
