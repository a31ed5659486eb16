import { DAY_SECONDS } from "#core/time.ts";
import { type Blueprint, CHECKOUT, NODE } from "#simulator/history/blueprint.ts";
import type { Story } from "#simulator/history/story.ts";

/** Agents that work in a workflow of their own file, each in one job. */
export const CLAUDE_CODE: Blueprint = {
  id: 118_204_011,
  name: "Claude Code",
  path: ".github/workflows/claude.yml",
  text: `name: Claude Code
on:
  issue_comment:
    types: [created]
  issues:
    types: [opened, assigned]
jobs:
  claude:
    if: contains(github.event.comment.body || github.event.issue.body, '@claude')
    runs-on: ubuntu-latest
    permissions:
      contents: write
      issues: write
      pull-requests: write
      id-token: write
    steps:
      - uses: actions/checkout@v6
      - name: Run Claude Code
        id: claude
        uses: anthropics/claude-code-action@v1
        with:
          anthropic_api_key: \${{ secrets.ANTHROPIC_API_KEY }}
          claude_args: --max-turns 30 --append-system-prompt-file .github/prompts/claude.md
      - uses: actions/upload-artifact@v6
        if: always()
        with: { name: claude-execution-file, path: "\${{ steps.claude.outputs.execution_file }}" }
`,
  jobs: [
    {
      name: "claude",
      steps: [
        CHECKOUT,
        { name: "Run Claude Code", seconds: 380, post: true },
        { name: "Run actions/upload-artifact@v6", seconds: 2 },
      ],
    },
  ],
  success: (at, { prompt4, outage }) =>
    at >= outage.from && at < outage.to ? 0.1 : at < prompt4 ? 0.93 : 0.7,
  mishaps: (
    ["max_turns", "max_turns", "context_overflow", "context_overflow", "rate_limit", "tool_timeout"] as const
  ).map((cause) => ({ job: "claude", step: "Run Claude Code", cause })),
  artifacts: [{ name: "claude-execution-file", bytes: 3_900, days: 90, when: "always" }],
};

export const CODEX: Blueprint = {
  id: 118_204_012,
  name: "Codex review",
  path: ".github/workflows/codex-review.yml",
  text: `name: Codex review
on:
  pull_request:
    types: [opened, synchronize]
jobs:
  review:
    runs-on: ubuntu-latest
    permissions: { contents: read, pull-requests: write }
    steps:
      - uses: actions/checkout@v6
      - name: Run Codex
        uses: openai/codex-action@v1
        with:
          openai-api-key: \${{ secrets.OPENAI_API_KEY }}
          prompt-file: .github/prompts/review.md
      - uses: actions/upload-artifact@v6
        if: always()
        with: { name: codex-rollout, path: ~/.codex/sessions, retention-days: 60 }
      - name: Post review
        run: node .github/post-review.mjs
`,
  jobs: [
    {
      name: "review",
      steps: [
        CHECKOUT,
        { name: "Run Codex", seconds: 145 },
        { name: "Run actions/upload-artifact@v6", seconds: 2 },
        { name: "Post review", seconds: 4 },
      ],
    },
  ],
  success: (at, { codex53 }) => (at < codex53 ? 0.85 : 0.95),
  mishaps: [
    { job: "review", step: "Run Codex", cause: "auth_failed" },
    { job: "review", step: "Run Codex", cause: "codex_stream" },
    { job: "review", step: "Run Codex", cause: "codex_context" },
  ],
  artifacts: [{ name: "codex-rollout", bytes: 2_500, days: 60, when: "always" }],
};

export const COPILOT_AGENT: Blueprint = {
  id: 118_204_013,
  name: "Copilot coding agent",
  path: "dynamic/copilot-swe-agent/copilot",
  text: "",
  jobs: [
    {
      name: "copilot",
      steps: [
        { name: "Prepare Copilot", seconds: 12 },
        { name: "Start MCP Servers", seconds: 7 },
        { name: "Processing Request", seconds: 720 },
        { name: "Clean Up", seconds: 2 },
      ],
    },
  ],
  success: () => 0.89,
  mishaps: [
    { job: "copilot", step: "Processing Request", cause: "tool_timeout" },
    { job: "copilot", step: "Processing Request", cause: "merge_conflict" },
  ],
};

/** Its triage asks the guard since a day after AgentOps was installed: by then there were records. */
const guarded = ({ installed }: Story) => installed + DAY_SECONDS;

export const GEMINI: Blueprint = {
  id: 118_204_014,
  name: "Gemini CLI triage",
  path: ".github/workflows/gemini-triage.yml",
  text: `name: Gemini CLI triage
on:
  issues:
    types: [opened, reopened]
jobs:
  triage:
    runs-on: ubuntu-latest
    permissions: { actions: read, contents: read, issues: write }
    steps:
      - uses: actions/checkout@v6
      - name: AgentOps guard
        uses: octo-org/agentops@v1
        with: { command: guard }
      - name: Run Gemini issue triage
        uses: google-github-actions/run-gemini-cli@v0
        with:
          gemini_api_key: \${{ secrets.GEMINI_API_KEY }}
          upload_artifacts: true
      - name: Apply labels
        run: node .github/triage.mjs
`,
  jobs: [
    {
      name: "triage",
      steps: [
        CHECKOUT,
        { name: "AgentOps guard", seconds: 3, since: guarded },
        { name: "Run Gemini issue triage", seconds: 52 },
        { name: "Apply labels", seconds: 3 },
      ],
    },
  ],
  success: () => 0.86,
  mishaps: [
    { job: "triage", step: "Run Gemini issue triage", cause: "quota_exceeded" },
    { job: "triage", step: "Apply labels", cause: "invalid_json" },
    { job: "triage", step: "Apply labels", cause: "invalid_json" },
    { job: "triage", step: "AgentOps guard", cause: "guard_stopped", since: guarded },
    { job: "triage", step: "AgentOps guard", cause: "guard_stopped", since: guarded },
    { job: "triage", step: "AgentOps guard", cause: "guard_stopped", since: guarded },
  ],
  artifacts: [{ name: "gemini-output", bytes: 1_800, days: 90, when: "always" }],
};

/** The team's own agent, which only its configuration can name. */
export const STEWARD_AGENT: Blueprint = {
  id: 118_204_015,
  name: "Dependency steward",
  path: ".github/workflows/agent-steward.yml",
  text: `name: Dependency steward
on:
  schedule:
    - cron: "42 5 * * 1-5"
  workflow_dispatch:
jobs:
  steward:
    runs-on: ubuntu-latest
    permissions: { contents: write, pull-requests: write }
    steps:
      - uses: actions/checkout@v6
      - uses: actions/setup-node@v6
      - name: Ask the steward
        run: node agents/steward.mjs --plan
      - uses: actions/upload-artifact@v6
        with: { name: agentops-events, path: events.jsonl }
      - name: Open pull requests
        run: node agents/steward.mjs --apply
`,
  jobs: [
    {
      name: "steward",
      steps: [
        CHECKOUT,
        NODE,
        { name: "Ask the steward", seconds: 88 },
        { name: "Run actions/upload-artifact@v6", seconds: 2 },
        { name: "Open pull requests", seconds: 14 },
      ],
    },
  ],
  success: (at, { steward4 }) => (at < steward4 ? 0.79 : 0.95),
  mishaps: [
    { job: "steward", step: "Open pull requests", cause: "merge_conflict" },
    { job: "steward", step: "Ask the steward", cause: "rate_limit" },
  ],
  artifacts: [{ name: "agentops-events", bytes: 1_400, days: 90, when: "always" }],
};
