import type { Day } from "#core/time.ts";

/**
 * The repository's `.github/agentops.yml`. Its budgets show what budgets say: one has room, one is nearly spent, and one
 * of a single agent is. So do its policies: one is kept, one is broken now and then, one asks what telemetry does not
 * tell, and one, which stops nobody yet, would have stopped runs that succeeded.
 *
 * @param credited when a provider gave a credit
 */
export const configuration = (credited: Day): string => `# What agents may spend. Amounts are in USD.
timezone: Europe/Berlin
budgets:
  - { id: everything, scope: global, threshold_usd: 150, period_days: 30 }
  - { id: claude, scope: "agent:Claude*", threshold_usd: 48, period_days: 30 }
  - { id: triage, scope: "workflow:*triage*", threshold_usd: 0.1, period_days: 7, alert_type: hard_stop }
# Whom it is charged to.
chargeback:
  tags:
    - { scope: "agent:Claude*", tags: { cost-center: engineering } }
    - { scope: "workflow:*triage*", tags: { cost-center: support } }
  adjustments:
    - { id: startup, date: ${credited}, kind: credit, amount_usd: -25, description: Startup credit of the provider }
agents:
  - { name: Copilot CLI, workflow: Copilot changelog }
# What a web search costs the docs assistant.
prices:
  external:
    - { host: api.tavily.com, per_call: 0.008 }
# The words of these agents are made up, so everybody may read them.
privacy: { previews: full, full-previews-in-public: true }
# How long a deployment may wait for a reviewer.
approvals: { sla-minutes: 120 }
# What they may do. \`simulate\` stops nobody.
policies:
  - id: approved-models
    mode: enforce
    match: { agents: ["Claude*"] }
    require: { models: ["claude-*"] }
    reason: other providers have no contract with us
  - id: affordable-run
    mode: enforce
    require: { max-usd: 1, max-turns: 60 }
    otherwise: warn
    pause-hours: 12
    reason: what costs more is looped or too large a task
  - id: working-hours
    match: { agents: ["Claude*", "Codex*"], events: ["!schedule"] }
    require: { hours: "Mon-Fri 06:00-20:00" }
    otherwise: escalate
    reason: somebody should be there to review
  - id: known-hosts
    match: { workflows: ["!*.lock.yml"] }
    require: { egress: [api.github.com, "*.githubusercontent.com", "*.npmjs.org"] }
    reason: data goes nowhere else
`;

/** What the policies must answer, beside them. */
export const POLICY_CASES = `cases:
  - name: Claude may use its own models
    policy: approved-models
    given: { agent: Claude, models: [claude-sonnet-4-5] }
    expect: allow
  - name: another provider is blocked
    policy: approved-models
    given: { agent: Claude, models: [gpt-5] }
    expect: block
  - name: a dear run is told of
    policy: affordable-run
    when: after
    given: { agent: Codex, usd: 4.2, turns: 12 }
    expect: warn
  - name: nobody reviews on Saturday
    policy: working-hours
    given: { agent: Claude, event: issue_comment, at: "2026-01-10T12:00:00Z" }
    expect: escalate
  - name: what telemetry does not tell is not known
    policy: known-hosts
    when: after
    given: { agent: Codex, workflow: Codex review }
    expect: unknown
`;
