import { type Inventory, takeInventory } from "#core/inventory/inventory.ts";
import type { Repository } from "#core/inventory/model.ts";

export const FILE = ".github/workflows/agent.yml";
/** A commit that pins an action. */
export const SHA = "0123456789abcdef0123456789abcdef01234567";

/** What is found in a repository of these files; every workflow among them is inspected. */
export function inspected(
  files: string | Readonly<Record<string, string>>,
  known: Partial<Omit<Repository, "read">> = {},
): Inventory {
  const all: Readonly<Record<string, string>> = typeof files === "string" ? { [FILE]: files } : files;
  const paths = Object.keys(all).filter((path) => /^\.github\/workflows\/.*\.ya?ml$/.test(path));
  return takeInventory(paths, {
    read: (path) => all[path] ?? null,
    ...{ agents: [], visibility: null, requiredChecks: null, ...known },
  });
}

/** The text that a finding points at. */
export function pointedAt(text: string, finding: Inventory["findings"][number]): string {
  const lines = text.split("\n");
  const offset = (line: number, column: number) =>
    lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  return text.slice(offset(finding.line, finding.column), offset(finding.end_line, finding.end_column));
}

/** A workflow of one job whose agent breaks no rule but those that the parts given break. */
export function workflow(parts: {
  on?: string;
  job?: string;
  steps?: string;
  permissions?: string;
  top?: string;
}): string {
  const { on = "{ issues: { types: [opened] } }", permissions = "{ contents: read, issues: write }" } = parts;
  return `name: Agent
on: ${on}
permissions: ${permissions}
${parts.top ?? "concurrency: agent"}
jobs:
  agent:
${indented(parts.job ?? "", 4)}    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
${indented(parts.steps ?? claude(), 6)}`;
}

/** A step of Claude's action, with more inputs. */
export function claude(inputs = "", prompt = "Sort the open issues by size."): string {
  return `- id: claude
  uses: anthropics/claude-code-action@${SHA}
  with:
    prompt: ${prompt}
    claude_args: --max-turns 5 --model claude-sonnet-4-5-20250929
${inputs === "" ? "" : indented(inputs, 4)}`;
}

/** A step of Gemini's action, which does not ask who starts it. */
export function gemini(prompt: string, more = ""): string {
  return `- uses: google-github-actions/run-gemini-cli@${SHA}
  with:
    gemini_cli_version: 0.8.1
    gemini_model: gemini-2.5-pro
    settings: '{"maxSessionTurns": 5}'
    prompt: ${prompt}
${more}`;
}

function indented(text: string, width: number): string {
  if (text === "") return "";
  return `${text
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => " ".repeat(width) + line)
    .join("\n")}\n`;
}
