import type { Blueprint } from "#simulator/history/blueprint.ts";

/** AgentOps itself, seen through its own eyes. */
export const OWN_SYNC: Blueprint = {
  id: 118_204_031,
  name: "AgentOps data sync",
  path: ".github/workflows/agentops-data-sync.yml",
  text: `name: AgentOps data sync
on:
  schedule:
    - cron: "17 */2 * * *"
  workflow_dispatch:
permissions:
  actions: read
  contents: write
  pages: write
  id-token: write
concurrency:
  group: agentops
  cancel-in-progress: false
jobs:
  sync:
    runs-on: ubuntu-latest
    steps:
      - name: Sync
        uses: agentops/agentops-for-github-actions@v1
      - name: Deploy
        uses: actions/deploy-pages@v5
`,
  jobs: [
    {
      name: "sync",
      steps: [
        { name: "Sync", seconds: 9 },
        { name: "Deploy", seconds: 8 },
      ],
    },
  ],
  success: () => 0.97,
  mishaps: [{ job: "sync", step: "Sync", cause: "network" }],
};
