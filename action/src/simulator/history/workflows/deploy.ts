import { type Blueprint, CHECKOUT, INSTALL, NODE } from "#simulator/history/blueprint.ts";

/** A reviewer lets production in; publishing is a reusable workflow of the organisation. */
export const DEPLOY: Blueprint = {
  id: 118_204_003,
  name: "Deploy",
  path: ".github/workflows/deploy.yml",
  text: `name: Deploy
on:
  push:
    branches: [main]
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - uses: actions/setup-node@v6
      - name: Install dependencies
        run: npm ci
      - run: npm run build
  staging:
    needs: build
    runs-on: ubuntu-latest
    environment: staging
    steps:
      - run: npm run deploy -- --to staging
  production:
    needs: staging
    runs-on: ubuntu-latest
    environment: production
    steps:
      - run: npm run deploy -- --to production
      - name: Smoke test
        run: npm run smoke
  release:
    needs: production
    uses: octo-org/.github/.github/workflows/publish.yml@v2
`,
  calls: [
    {
      path: "octo-org/.github/.github/workflows/publish.yml@v2",
      sha: "9d1c3fe2ab7740b19a5d5a0d4e2f61b3c8d7e6f5",
      ref: "refs/tags/v2",
    },
  ],
  jobs: [
    { name: "build", steps: [CHECKOUT, NODE, INSTALL, { name: "Run npm run build", seconds: 66 }] },
    { name: "staging", needs: ["build"], steps: [CHECKOUT, { name: "Deploy to staging", seconds: 41 }] },
    {
      name: "production",
      needs: ["staging"],
      environment: "production",
      steps: [CHECKOUT, { name: "Deploy to production", seconds: 58 }, { name: "Smoke test", seconds: 19 }],
    },
    {
      name: "release / publish / npm",
      needs: ["production"],
      steps: [CHECKOUT, NODE, { name: "Publish to npm", seconds: 17 }],
    },
    {
      name: "release / publish / docker",
      needs: ["production"],
      steps: [CHECKOUT, { name: "Build and push image", seconds: 112 }],
    },
  ],
  success: () => 0.88,
  mishaps: [
    { job: "release / publish / npm", step: "Publish to npm", cause: "permission_denied" },
    { job: "build", step: "Install dependencies", cause: "network" },
    { job: "production", step: "Smoke test", cause: "dependency_unavailable" },
    { job: "production", step: "", cause: "rejected" },
  ],
};
