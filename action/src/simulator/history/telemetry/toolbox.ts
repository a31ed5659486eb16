import type { Tool } from "#simulator/history/telemetry/work.ts";

type Reported = Pick<Tool, "seconds" | "tokens" | "input" | "output">;

const READ: Reported = {
  seconds: 0.1,
  tokens: 1900,
  input: (path) => ({ file_path: `/home/runner/work/agent-fleet/agent-fleet/${path}` }),
  output: (path) => `1\timport { z } from "zod";\n2\t\n3\t// ${path}\n4\texport const Budget = z.number();`,
};
const SEARCH: Reported = {
  seconds: 0.4,
  tokens: 700,
  input: (path) => ({ pattern: "budget", path }),
  output: (path) => `Found 3 matches\n${path}:12: budget.spend(tokens)\n${path}:40: if (budget.left < 0)`,
};
const RUN: Reported = {
  seconds: 11,
  tokens: 1300,
  input: (path) => ({ command: `npx vitest run ${path}` }),
  output: (path) => ` RUN  v5.1.1\n ✓ ${path} (12 tests) 41ms\n Tests  12 passed (12)`,
};
const EDIT: Reported = {
  seconds: 0.2,
  tokens: 350,
  input: (path) => ({ file_path: path, old_string: "budget.left < 0", new_string: "budget.left <= 0" }),
  output: (path) => `The file ${path} has been updated.`,
};
/** Work on these files ends with what an audit asks for: a push, a release, an edit of a workflow, a printed token. */
const PUSHED = "src/session/resume.ts";
const RELEASED = "src/mcp/client.ts";
const STEERING = "src/tools/patch.ts";
const LEAKED = `ghp_${"a1B2c3".repeat(6)}`;
const RUN_AND_PUSH: Reported = {
  ...RUN,
  input: (path) =>
    path === PUSHED
      ? { command: "git commit -qam 'Resume sessions' && git push origin HEAD:claude/resume" }
      : RUN.input(path),
  output: (path) => (path === PUSHED ? `remote: token ${LEAKED}\nTo github.com` : RUN.output(path)),
};
const EDIT_ANYTHING: Reported = {
  ...EDIT,
  input: (path) => ({
    ...EDIT.input(path),
    ...(path === STEERING && { file_path: ".github/workflows/ci.yml" }),
  }),
};
const SHELL: Reported = {
  ...RUN,
  input: (path) => ({
    command: ["bash", "-lc", path === RELEASED ? "gh release create v1.4.2" : `sed -n 1,200p ${path}`],
  }),
};
const PLAN: Reported = {
  seconds: 0.02,
  tokens: 120,
  input: () => ({ plan: [{ step: "Reproduce", status: "completed" }] }),
  output: () => "The plan was updated.",
};
const REFERENCES: Reported = {
  seconds: 1.6,
  tokens: 2600,
  input: (path) => ({ symbol: "Budget", path }),
  output: (path) => `{"references":[{"path":"${path}","line":12}]}`,
};
const COMMENT: Reported = {
  seconds: 0.7,
  tokens: 90,
  input: () => ({ body: "Working on it." }),
  output: () => '{"html_url":"https://github.com/octo-org/agent-fleet/issues/118#issuecomment-1"}',
};

const tool = (weight: number, name: string, reported: Reported, server: string | null = null): Tool => ({
  name,
  server,
  weight,
  ...reported,
});
/** Paid for in every prompt, and never called. */
const idle = (server: string, ...names: string[]) => names.map((name) => tool(0, name, COMMENT, server));

export const CLAUDE_TOOLS: readonly Tool[] = [
  tool(9, "Read", READ),
  tool(6, "Grep", SEARCH),
  tool(2, "Glob", SEARCH),
  tool(6, "Bash", RUN_AND_PUSH),
  tool(5, "Edit", EDIT_ANYTHING),
  tool(2, "TodoWrite", PLAN),
  tool(4, "find_references", REFERENCES, "repo-search"),
  tool(2, "update_claude_comment", COMMENT, "github_comment"),
  tool(0, "NotebookEdit", EDIT),
  tool(0, "WebFetch", SEARCH),
  ...idle("linear", "list_issues", "create_issue", "update_issue", "list_projects", "search"),
];
export const CLAUDE_TASK: Tool = tool(0, "Task", {
  seconds: 20,
  tokens: 600,
  input: (path) => ({ subagent_type: "explorer", description: "Explore", prompt: `Who uses ${path}?` }),
  output: (path) => `${path} is used in three places.`,
});

export const CODEX_TOOLS: readonly Tool[] = [
  tool(8, "shell", SHELL),
  tool(2, "update_plan", PLAN),
  tool(2, "repo-search__find_references", REFERENCES, "repo-search"),
];

export const GEMINI_TOOLS: readonly Tool[] = [
  tool(5, "read_file", READ),
  tool(4, "search_file_content", SEARCH),
  tool(2, "list_directory", SEARCH),
  tool(2, "run_shell_command", RUN),
  tool(2, "list_labels", COMMENT, "github"),
  tool(1, "<img src=x onerror=alert(1)>", COMMENT, "=cmd()|' /C calc'!A0"),
];

export const COPILOT_TOOLS: readonly Tool[] = [
  tool(6, "bash", RUN),
  tool(5, "view", READ),
  tool(5, "list_issues", REFERENCES, "github"),
  tool(4, "list_pull_requests", REFERENCES, "github"),
  tool(2, "find_references", REFERENCES, "repo-search"),
  ...idle("github", "get_code_scanning_alert", "list_dependabot_alerts"),
];

/** Costs something for each search. */
export const SEARCH_HOST = "api.tavily.com";
export const DOCS_TOOLS: readonly Tool[] = [
  tool(6, "docs-index", { ...SEARCH, seconds: 0.3 }, "docs-index"),
  tool(3, "recall answers", { ...SEARCH, seconds: 0.1, tokens: 300 }, "memory"),
  tool(3, "web_search", { ...SEARCH, seconds: 1.4, tokens: 1500 }, "web"),
  tool(1, "post_answer", COMMENT, "github"),
];
export const DOCS_SUB_AGENT: Tool = tool(0, "summarize", {
  seconds: 8,
  tokens: 400,
  input: (path) => ({ page: path }),
  output: (path) => `${path} explains it in two paragraphs.`,
});
export const NOTES_TOOLS: readonly Tool[] = [
  tool(5, "list_merged_pull_requests", REFERENCES, "github"),
  tool(3, "read_diff", READ),
  tool(1, "recall_style", { ...SEARCH, seconds: 0.1 }, "memory"),
];

const registry = (host: string) => ({ input: (path: string) => ({ host, path }), output: () => "200 OK" });
export const STEWARD_TOOLS: readonly Tool[] = [
  tool(6, "fetch_releases", { seconds: 0.6, tokens: 900, ...registry("registry.npmjs.org") }, "registry"),
  tool(4, "read_advisories", { seconds: 0.9, tokens: 1200, ...registry("api.osv.dev") }, "registry"),
  tool(3, "resolve_lockfile", { ...RUN, seconds: 7 }),
  tool(1, "recall_decisions", { ...SEARCH, seconds: 0.2 }, "memory"),
  tool(1, '<script>alert("steward")</script>', PLAN, "`rm -rf /`"),
];
/** The hosts that the steward's tools ask. */
export const STEWARD_HOSTS: Readonly<Record<string, string>> = {
  fetch_releases: "registry.npmjs.org",
  read_advisories: "api.osv.dev",
};
