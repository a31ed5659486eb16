import { type Blueprint, CHECKOUT, NODE } from "#simulator/history/blueprint.ts";

/** Programs of the team's own whose agents the collect step watches, and Copilot as a command. */
const COLLECT = { name: "Run octo-org/agentops/action/collect@v1", seconds: 1, post: true };
const COLLECTED = { name: "agentops-telemetry", bytes: 6_500, days: 90, when: "always" } as const;

/** Answers questions about the documentation, and tells what it does by OpenTelemetry. */
export const DOCS_ASSISTANT: Blueprint = {
  id: 118_204_016,
  name: "Docs assistant",
  path: ".github/workflows/docs-assistant.yml",
  text: `name: Docs assistant
on:
  schedule:
    - cron: "20 7 * * 1-5"
jobs:
  answer:
    runs-on: ubuntu-latest
    permissions: { contents: read, issues: write }
    steps:
      - uses: actions/checkout@v6
      - uses: octo-org/agentops/action/collect@v1
        with: { previews: full, full-previews-in-public: true, retention-days: 90 }
      - name: Answer open questions
        run: node agents/docs-assistant.mjs
`,
  jobs: [
    {
      name: "answer",
      steps: [CHECKOUT, COLLECT, NODE, { name: "Answer open questions", seconds: 74 }],
    },
  ],
  success: () => 0.86,
  mishaps: [
    { job: "answer", step: "Answer open questions", cause: "tool_timeout" },
    { job: "answer", step: "Answer open questions", cause: "rate_limit" },
  ],
  artifacts: [COLLECTED],
};

/** Three agents, one after the other, told by the event library. */
export const RELEASE_NOTES: Blueprint = {
  id: 118_204_017,
  name: "Release notes",
  path: ".github/workflows/release-notes.yml",
  text: `name: Release notes
on:
  schedule:
    - cron: "15 13 * * 2,4"
jobs:
  write:
    runs-on: ubuntu-latest
    permissions: { contents: write }
    steps:
      - uses: actions/checkout@v6
      - uses: octo-org/agentops/action/collect@v1
        with: { previews: full, full-previews-in-public: true, retention-days: 90 }
      - name: Write the release notes
        run: node agents/release-notes.mjs
`,
  jobs: [
    {
      name: "write",
      steps: [CHECKOUT, COLLECT, NODE, { name: "Write the release notes", seconds: 130 }],
    },
  ],
  success: () => 0.82,
  mishaps: [{ job: "write", step: "Write the release notes", cause: "invalid_json" }],
  artifacts: [COLLECTED],
};

/** Copilot's command line, which keeps a file of each session. */
export const COPILOT_COMMAND: Blueprint = {
  id: 118_204_018,
  name: "Copilot changelog",
  path: ".github/workflows/copilot-changelog.yml",
  text: `name: Copilot changelog
on:
  schedule:
    - cron: "5 16 * * 1,3,5"
jobs:
  changelog:
    runs-on: ubuntu-latest
    permissions: { contents: write }
    steps:
      - uses: actions/checkout@v6
      - name: Ask Copilot
        run: copilot -p "Sort this week's changes into the changelog" --allow-all-tools
      - uses: actions/upload-artifact@v6
        if: always()
        with: { name: copilot-session, path: ~/.copilot/session-state }
`,
  jobs: [
    {
      name: "changelog",
      steps: [
        CHECKOUT,
        { name: "Ask Copilot", seconds: 160 },
        { name: "Run actions/upload-artifact@v6", seconds: 2 },
      ],
    },
  ],
  success: () => 0.9,
  mishaps: [{ job: "changelog", step: "Ask Copilot", cause: "tool_timeout" }],
  artifacts: [{ name: "copilot-session", bytes: 3_000, days: 90, when: "always" }],
};

/** Codex with a helper: it sends an explorer ahead, whose thread is a file of its own. */
export const CODEX_MIGRATION: Blueprint = {
  id: 118_204_019,
  name: "Codex migration",
  path: ".github/workflows/codex-migration.yml",
  text: `name: Codex migration
on:
  schedule:
    - cron: "40 5 * * 2"
jobs:
  migrate:
    runs-on: ubuntu-latest
    permissions: { contents: write }
    steps:
      - uses: actions/checkout@v6
      - name: Run Codex
        uses: openai/codex-action@v1
        with:
          openai-api-key: \${{ secrets.OPENAI_API_KEY }}
          prompt: Move one module to the new event bus. Let an explorer find its callers first.
      - uses: actions/upload-artifact@v6
        if: always()
        with: { name: codex-sessions, path: ~/.codex/sessions }
`,
  jobs: [
    {
      name: "migrate",
      steps: [
        CHECKOUT,
        { name: "Run Codex", seconds: 210 },
        { name: "Run actions/upload-artifact@v6", seconds: 2 },
      ],
    },
  ],
  success: () => 0.85,
  mishaps: [{ job: "migrate", step: "Run Codex", cause: "codex_stream" }],
  artifacts: [{ name: "codex-sessions", bytes: 9_000, days: 90, when: "always" }],
};
