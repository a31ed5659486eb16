/** What people and agents ask for. Issues take them in turn; a fix carries its issue's title. */
export const ISSUE_TITLES: readonly string[] = [
  "Agents lose their place after a rate limit",
  "Router sends database questions to the wrong model",
  "Tool output above 1 MB freezes the planner",
  "Session resume forgets the allowed tools",
  "Flaky test: scheduler drifts across midnight",
  "Docs: how to pin a model version",
  "Memory grows while streaming long answers",
  "Retry storms when the provider is overloaded",
  "Budget guard ignores cached tokens",
  "Windows paths break the patch tool",
  "Support OpenTelemetry trace context in tool calls",
  "CLI prints secrets when --debug is set",
  "Planner repeats the same search three times",
  "MCP server timeouts are reported as success",
  "Postgres connection pool runs dry in CI",
  "Structured output fails on nullable enums",
  "Make the approval prompt show the diff",
  "Typo in the getting-started guide",
  "Release notes miss dependency updates",
  "Agent comments twice on the same pull request",
  "Evaluate the new tokenizer",
  "Sandbox cannot reach the package registry",
  "Nightly e2e times out on the checkout flow",
  "Dark mode contrast in the trace viewer",
  "Context window overflows on monorepos",
];

export const CHANGE_TITLES: readonly string[] = [
  "Cap tool output before it reaches the prompt",
  "Route by embedding distance",
  "Share one connection pool between workers",
  "Trace every tool call",
  "Drop support for Node 18",
  "Explain why a model was chosen",
  "Stream answers through a bounded queue",
  "Rename planner to coordinator",
  "Cache embeddings by content hash",
  "Type the event bus",
  "Measure queue time per runner",
  "Split the trace viewer from the server",
  "Speed up cold starts",
  "Write the threat model down",
  "Remove the legacy session format",
];

export const UPDATES: readonly string[] = [
  "Bump zod from 4.6.2 to 4.6.7",
  "Bump undici from 7.4.0 to 7.4.1",
  "Bump actions/checkout from 5 to 6",
  "Bump vitest from 5.0.3 to 5.1.1",
  "Bump postgres from 17.1 to 17.2 in /docker",
  "Bump typescript from 6.0.1 to 6.0.3",
];

/** The prompt's versions and how many days before now each came; the last one did harm. */
export const PROMPTS: readonly { daysAgo: number; message: string }[] = [
  { daysAgo: 76, message: "Prompt v1: describe the repository before the task" },
  { daysAgo: 55, message: "Prompt v2: name the files that may change" },
  { daysAgo: 34, message: "Prompt v3: plan first, then edit, then test" },
];
export const PROMPT_4 = "Prompt v4: answer in one pass, skip the plan";
export const SLOWDOWN = "Run integration tests against a real Postgres";
