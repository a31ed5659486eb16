import { type Blueprint, CHECKOUT, INSTALL, type JobPlan, NODE } from "#simulator/history/blueprint.ts";

const INTEGRATION = { name: "Run integration tests", seconds: 180, slowed: 320 };

const CELLS: readonly (readonly [os: string, node: string])[] = [
  ["ubuntu-latest", "20"],
  ["ubuntu-latest", "22"],
  ["windows-latest", "22"],
];

/** Plain CI: a matrix, a step that grew slow, a job that only pull requests need. */
export const CI: Blueprint = {
  id: 118_204_001,
  name: "CI",
  path: ".github/workflows/ci.yml",
  text: `name: CI
on:
  push:
    branches: [main]
  pull_request:
concurrency:
  group: ci-\${{ github.ref }}
  cancel-in-progress: true
jobs:
  lint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - uses: actions/setup-node@v6
      - name: Install dependencies
        run: npm ci
      - run: npm run lint
      - run: npm run types
  test:
    strategy:
      matrix:
        include:
          - { os: ubuntu-latest, node: 20 }
          - { os: ubuntu-latest, node: 22 }
          - { os: windows-latest, node: 22 }
    runs-on: \${{ matrix.os }}
    steps:
      - uses: actions/checkout@v6
      - uses: actions/setup-node@v6
        with: { node-version: "\${{ matrix.node }}" }
      - name: Install dependencies
        run: npm ci
      - name: Run unit tests
        run: npm test
      - name: Run integration tests
        run: npm run test:integration
  coverage:
    if: github.event_name == 'pull_request'
    needs: test
    runs-on: ubuntu-latest
    steps:
      - uses: actions/download-artifact@v7
      - name: Comment coverage
        run: npx coverage-comment
`,
  jobs: [
    {
      name: "lint",
      steps: [
        CHECKOUT,
        NODE,
        INSTALL,
        { name: "Run npm run lint", seconds: 21 },
        { name: "Run npm run types", seconds: 34 },
      ],
    },
    ...CELLS.map(
      ([os, node]): JobPlan => ({
        name: `test (${os}, ${node})`,
        labels: [os],
        matrix: true,
        steps: [
          CHECKOUT,
          NODE,
          INSTALL,
          { name: "Run unit tests", seconds: 62 },
          INTEGRATION,
          { name: "Run actions/upload-artifact@v6", seconds: 3 },
        ],
      }),
    ),
    {
      name: "coverage",
      needs: ["test (ubuntu-latest, 20)", "test (ubuntu-latest, 22)", "test (windows-latest, 22)"],
      events: ["pull_request"],
      steps: [
        { name: "Run actions/download-artifact@v7", seconds: 3 },
        { name: "Comment coverage", seconds: 6 },
      ],
    },
  ],
  success: () => 0.83,
  mishaps: [
    { job: "test (ubuntu-latest, 22)", step: "Run unit tests", cause: "test_failure" },
    { job: "test (windows-latest, 22)", step: "Run unit tests", cause: "test_failure" },
    { job: "test (windows-latest, 22)", step: "Run unit tests", cause: "test_failure" },
    { job: "test (ubuntu-latest, 20)", step: "Run integration tests", cause: "dependency_unavailable" },
    { job: "test (ubuntu-latest, 22)", step: "Run integration tests", cause: "dependency_unavailable" },
    { job: "test (ubuntu-latest, 20)", step: "Install dependencies", cause: "network" },
    { job: "lint", step: "Run npm run lint", cause: "lint_failure" },
    { job: "lint", step: "Run npm run types", cause: "type_error" },
  ],
  artifacts: [{ name: "coverage-report", bytes: 184_000, days: 30, when: "success" }],
};
