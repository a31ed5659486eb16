/**
 * Why steps fail: what the log says at the failing step, its last `##[error]` line and the exit code behind it.
 * Providers, registries and compilers word it so.
 */
export type Cause = { output: readonly string[]; error: string };

const exit = (code: number) => `Process completed with exit code ${code}.`;

export const CAUSES = {
  rate_limit: {
    output: [
      'API Error: 429 {"type":"error","error":{"type":"rate_limit_error","message":"This request would exceed the rate limit of your organization of 400,000 input tokens per minute."}}',
      "Retrying in 38 seconds (attempt 9 of 10)",
      "Giving up after 10 attempts",
    ],
    error: "Action failed with error: Claude execution failed: rate_limit_error",
  },
  overloaded: {
    output: ['API Error: 529 {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}'],
    error: "Action failed with error: Claude execution failed: overloaded_error",
  },
  context_overflow: {
    output: [
      'API Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"prompt is too long: 208310 tokens > 200000 maximum"}}',
    ],
    error:
      "Action failed with error: Claude execution failed: prompt is too long: 208310 tokens > 200000 maximum",
  },
  max_turns: {
    output: [],
    error: "Action failed with error: Claude reached the maximum number of turns (30)",
  },
  tool_timeout: {
    output: ["MCP server repo-search: Request timed out after 60000 ms (tools/call find_references)"],
    error: "Tool call failed: repo-search.find_references: MCP error -32001: Request timed out",
  },
  codex_context: {
    output: [
      "ERROR: Your input exceeds the context window of this model. Please adjust your input and try again.",
    ],
    error: "codex exited with code 1",
  },
  codex_stream: {
    output: [
      "ERROR: stream disconnected before completion: error sending request for url (https://api.openai.com/v1/responses)",
    ],
    error: "codex exited with code 1",
  },
  auth_failed: {
    output: ["unexpected status 401 Unauthorized: Incorrect API key provided: ***"],
    error: exit(1),
  },
  quota_exceeded: {
    output: [
      'Error when talking to Gemini API: {"error":{"code":429,"status":"RESOURCE_EXHAUSTED","message":"You exceeded your current quota, please check your plan and billing details."}}',
    ],
    error: exit(1),
  },
  invalid_json: {
    output: [
      "Parsing the labels that the model answered with",
      "SyntaxError: Unexpected token 'H', \"Here are t\"... is not valid JSON",
      "    at JSON.parse (<anonymous>)",
      "    at parseLabels (file:///home/runner/work/agent-fleet/agent-fleet/.github/triage.mjs:31:15)",
    ],
    error: exit(1),
  },
  test_failure: {
    output: [
      " FAIL  tests/router.test.ts > router > falls back to the small model",
      "AssertionError: expected 'large' to be 'small' // Object.is equality",
      " ❯ tests/router.test.ts:88:31",
      " Test Files  1 failed | 41 passed (42)",
      "      Tests  1 failed | 388 passed (389)",
    ],
    error: exit(1),
  },
  type_error: {
    output: [
      "src/planner/route.ts(88,17): error TS2345: Argument of type 'string | null' is not assignable to parameter of type 'string'.",
      "Found 1 error in src/planner/route.ts:88",
    ],
    error: exit(2),
  },
  lint_failure: {
    output: [
      "/home/runner/work/agent-fleet/agent-fleet/src/tools/patch.ts",
      "  12:7  error  'before' is assigned a value but never used  no-unused-vars",
      "✖ 1 problem (1 error, 0 warnings)",
    ],
    error: exit(1),
  },
  network: {
    output: [
      "npm error code ECONNRESET",
      "npm error network request to https://registry.npmjs.org/undici failed, reason: read ECONNRESET",
    ],
    error: exit(1),
  },
  dependency_unavailable: {
    output: [
      'FATAL: connection to server at "postgres" (172.18.0.2), port 5432 failed: Connection refused',
      "Error: connect ECONNREFUSED 172.18.0.2:5432",
    ],
    error: exit(1),
  },
  out_of_memory: {
    output: [
      "[2314:0x6c1e000]   184233 ms: Mark-Compact 4051.2 (4130.1) -> 4049.8 (4131.6) MB",
      "FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory",
      "Aborted (core dumped)",
    ],
    error: exit(134),
  },
  disk_full: {
    output: [
      "tar: ./node_modules/.cache/ms-playwright/chromium-1208/chrome: Cannot write: No space left on device",
    ],
    error: exit(2),
  },
  timeout: {
    output: ["Waiting for http://localhost:4173 to answer (3540 s so far)"],
    error: "The job has exceeded the maximum execution time of 1h0m0s",
  },
  permission_denied: {
    output: [
      "npm error code E403",
      "npm error 403 Forbidden - PUT https://registry.npmjs.org/@octo-org%2fagent",
    ],
    error: exit(1),
  },
  merge_conflict: {
    output: [
      "Auto-merging package-lock.json",
      "CONFLICT (content): Merge conflict in package-lock.json",
      "error: could not apply 4f2c9d1... Bump undici from 7.4.0 to 7.4.1",
    ],
    error: exit(1),
  },
  guard_stopped: {
    output: [],
    error:
      "block · The agent is stopped · budget triage: $0.11 spent of $0.10 · Next: wait until older spending leaves its window, or raise `threshold_usd` on the default branch",
  },
  rejected: { output: [], error: "The deployment was rejected by a reviewer." },
} as const satisfies Readonly<Record<string, Cause>>;

export type CauseName = keyof typeof CAUSES;
