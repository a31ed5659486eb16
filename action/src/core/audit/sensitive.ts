import type { ToolCall } from "#core/records/execution.ts";

/** What an agent did that others have to live with. */
export const SENSITIVE = [
  "push",
  "merge",
  "release",
  "deployment",
  "secret",
  "workflow edit",
  "policy edit",
] as const;
export type Sensitive = (typeof SENSITIVE)[number];

type Rule = { kind: Sensitive; tool: RegExp; command: RegExp | null };

/** By what tools are called everywhere, and by the command where what a tool was given is stored. */
const RULES: readonly Rule[] = [
  {
    kind: "push",
    tool: /^(?:git_push|push_files|push_to_pull_request_branch|create_or_update_file|delete_file)$/,
    command: /\bgit\b[^\n;&|]{0,200}\bpush\b/,
  },
  {
    kind: "merge",
    tool: /^(?:merge_pull_request|enable_pr_auto_merge|auto_merge)$/,
    command: /\bgh\s+pr\s+merge\b/,
  },
  {
    kind: "release",
    tool: /^(?:create_release|update_release|upload_release_asset|publish_package)$/,
    command:
      /\bgh\s+release\s+(?:create|edit|upload|delete)\b|\b(?:npm|pnpm|cargo|twine|gem)\s+(?:publish|upload|push)\b/,
  },
  {
    kind: "deployment",
    tool: /^(?:create_deployment|dispatch_workflow|run_workflow|deploy)$/,
    command:
      /\bgh\s+workflow\s+run\b|\bkubectl\s+apply\b|\bterraform\s+apply\b|\bhelm\s+(?:install|upgrade)\b/,
  },
  {
    kind: "secret",
    tool: /^(?:set|create|update|get|delete)_\w{0,40}secrets?$/,
    command: /\bgh\s+secret\s+(?:set|delete)\b/,
  },
];

const WRITES =
  /^(?:edit|multiedit|write|create|str_replace|apply_patch|push_files|create_or_update_file|delete_file)/;
const WORKFLOWS = /\.github\/(?:workflows|actions)\//;
const POLICIES =
  /\.github\/agentops\.yml|\bCODEOWNERS\b|\b(?:CLAUDE|AGENTS|GEMINI)\.md\b|\.claude\/settings|\.mcp\.json/;

/** `mcp__github__push_files` and `github-push_files` are one tool. */
function plainTool(name: string): string {
  return name
    .replace(/^mcp__.{1,80}?__/, "")
    .replace(/^github[-_.]/, "")
    .toLowerCase();
}

/**
 * What of it was sensitive. What a tool was given is stored only with `privacy.previews: full`; without it a shell is a
 * shell, and what it ran is not known.
 */
export function sensitiveIn({ name, input }: Pick<ToolCall, "name" | "input">): Sensitive[] {
  const tool = plainTool(name);
  const found = RULES.filter(
    (rule) => rule.tool.test(tool) || (input !== null && rule.command?.test(input) === true),
  ).map(({ kind }) => kind);
  if (input !== null && WRITES.test(tool)) {
    if (WORKFLOWS.test(input)) found.push("workflow edit");
    if (POLICIES.test(input)) found.push("policy edit");
  }
  return found;
}

/** Of what an agent says it did to the world: `create_release`. */
export function sensitiveAction(type: string): Sensitive | null {
  const plain = plainTool(type);
  return RULES.find(({ tool }) => tool.test(plain))?.kind ?? null;
}

/** Whether a push went to that branch, as far as its command says; null: it does not. */
export function pushedTo(branch: string, input: string | null): boolean | null {
  const [, rest] = /\bgit\b[^\n;&|]{0,200}\bpush\b([^\n;&|]{0,200})/.exec(input ?? "") ?? [];
  if (rest === undefined) return null;
  const [, ...refs] = rest.split(/\s+/).filter((word) => word !== "" && !word.startsWith("-"));
  if (refs.length === 0) return null; // wherever the branch that is checked out goes
  return refs.some(
    (ref) =>
      ref
        .replace(/^\+/, "")
        .split(":")
        .at(-1)
        ?.replace(/^refs\/heads\//, "") === branch,
  );
}
