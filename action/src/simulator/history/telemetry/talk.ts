/** What agents read, think and answer. Short, because what counts is counted in tokens. */
export const SUBJECTS: readonly string[] = [
  "src/planner/route.ts",
  "src/tools/patch.ts",
  "src/session/resume.ts",
  "src/memory/window.ts",
  "src/budget/guard.ts",
  "tests/router.test.ts",
  "tests/session.test.ts",
  "docs/models.md",
  "package.json",
  ".github/prompts/claude.md",
  "src/mcp/client.ts",
  "src/trace/viewer.tsx",
];

export const THOUGHTS: readonly string[] = [
  "The failure starts where the router reads the budget; look there first.",
  "Two callers depend on this shape, so both have to change.",
  "A test pins the old behaviour. Read it before touching the code.",
  "The search found nothing; try the name that the issue uses.",
  "This is the smallest change that keeps the contract.",
  "Run the tests of this folder before going on.",
  "The lock file disagrees with the manifest.",
  "Plan: reproduce, fix, add a test, open a pull request.",
];

export const ANSWERS: readonly string[] = [
  "Fixed in two files, with a test that failed before. All tests pass.",
  "I opened a pull request. The change is small; one open question is in its description.",
  "The cause is a stale cache entry. I added a check and a test.",
  "I could not reproduce this on main. Here is what I tried, and what would help.",
  "Nothing to change: the behaviour is documented and tested.",
];
