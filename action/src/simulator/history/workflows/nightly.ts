import { type Blueprint, CHECKOUT, INSTALL, NODE } from "#simulator/history/blueprint.ts";

const E2E = "e2e (chromium)";

/** The long one, on the team's own machine: it runs out of time, memory and disk. */
export const NIGHTLY: Blueprint = {
  id: 118_204_002,
  name: "Nightly e2e",
  path: ".github/workflows/nightly-e2e.yml",
  text: `name: Nightly e2e
on:
  schedule:
    - cron: "11 2 * * *"
  workflow_dispatch:
jobs:
  e2e:
    timeout-minutes: 60
    strategy:
      fail-fast: false
      matrix:
        browser: [chromium, firefox]
    runs-on: [self-hosted, linux, x64, e2e]
    steps:
      - uses: actions/checkout@v6
      - uses: actions/setup-node@v6
      - name: Install dependencies
        run: npm ci
      - name: Install browsers
        run: npx playwright install --with-deps
      - name: Start the fleet
        run: docker compose up --wait
      - name: Run end-to-end tests
        run: npx playwright test --project=\${{ matrix.browser }}
`,
  queue: 240,
  jobs: ["chromium", "firefox"].map((browser) => ({
    name: `e2e (${browser})`,
    labels: ["self-hosted", "linux", "x64", "e2e"],
    steps: [
      CHECKOUT,
      NODE,
      INSTALL,
      { name: "Install browsers", seconds: 75 },
      { name: "Start the fleet", seconds: 48 },
      { name: "Run end-to-end tests", seconds: 1260 },
      { name: "Run actions/upload-artifact@v6", seconds: 9 },
    ],
  })),
  success: () => 0.8,
  mishaps: [
    { job: E2E, step: "Run end-to-end tests", cause: "out_of_memory" },
    { job: E2E, step: "Install browsers", cause: "disk_full" },
    { job: "e2e (firefox)", step: "Run end-to-end tests", cause: "timeout" },
    { job: "e2e (firefox)", step: "Start the fleet", cause: "dependency_unavailable" },
    { job: E2E, step: "Run end-to-end tests", cause: "test_failure" },
  ],
  artifacts: [{ name: "playwright-report", bytes: 7_400_000, days: 14, when: "always" }],
};
