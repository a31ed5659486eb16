import type { Rule } from "#core/failures/rule.ts";

/** What our own guard says of an agent that it lets not start. */
export const AGENT_GUARD: readonly Rule[] = [
  {
    id: "agent/guard-budget",
    category: "budget_exceeded",
    title: "The guard stopped the agent: a budget is spent",
    advice:
      "Do what its line says is next: wait for the budget's next period, or raise it on the default branch.",
    hints: ["the agent is stopped"],
    pattern: /\bblock · The agent is stopped · budget (?<message>.*)/,
    strength: 0.97,
    prefer: "last",
    block: null,
  },
  {
    id: "agent/guard",
    category: "policy_blocked",
    title: "The guard stopped the agent",
    advice:
      "Do what its line says is next: mend what keeps failing, change what breaks the policy, or ask its owner.",
    hints: ["the agent is stopped"],
    pattern:
      /\b(?:block|escalate|unknown) · (?<message>[^·]*the agent is stopped · .*|The agent is stopped · (?!budget ).*)/,
    strength: 0.96,
    prefer: "last",
    block: null,
  },
];
