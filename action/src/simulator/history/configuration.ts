/**
 * The repository's `.github/agentops.yml`. Its budgets show what budgets say: one has room, one is nearly spent, and one
 * of a single agent is.
 */
export const CONFIGURATION = `# What agents may spend. Amounts are in USD.
timezone: Europe/Berlin
budgets:
  - { id: everything, scope: global, threshold_usd: 150, period_days: 30 }
  - { id: claude, scope: "agent:Claude*", threshold_usd: 48, period_days: 30 }
  - { id: triage, scope: "workflow:*triage*", threshold_usd: 0.1, period_days: 7, alert_type: hard_stop }
agents:
  - { name: Copilot CLI, workflow: Copilot changelog }
# What a web search costs the docs assistant.
prices:
  external:
    - { host: api.tavily.com, per_call: 0.008 }
# The words of these agents are made up, so everybody may read them.
privacy: { previews: full, full-previews-in-public: true }
`;
