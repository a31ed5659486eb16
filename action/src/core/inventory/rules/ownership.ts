import { ownedBy } from "#core/inventory/code-owners.ts";
import { agentJobs } from "#core/inventory/model.ts";
import { hit, type Rule } from "#core/inventory/rule.ts";

/** Files that decide what agents do, as much as code does. */
const STEERING = [
  ...["CLAUDE.md", ".claude/CLAUDE.md", ".claude/settings.json", ".mcp.json", "AGENTS.md", "GEMINI.md"],
  ...[
    ".gemini/settings.json",
    ".codex/config.toml",
    ".github/copilot-instructions.md",
    ".github/agentops.yml",
  ],
];
const OWNERS = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];

export const OWNERSHIP_RULES: readonly Rule[] = [
  {
    id: "prompts-unowned",
    level: "note",
    title: "Nobody has to look at changes of what steers the agent",
    help: "Instructions, settings and the workflow itself decide what the agent does. Without a line in CODEOWNERS anybody who may write changes them unseen.",
    fix: "Add lines for them to .github/CODEOWNERS, and require reviews from code owners.",
    *check({ source, ...workflow }, { read }) {
      const [first] = agentJobs({ source, ...workflow });
      if (first === undefined) return;
      const owners = OWNERS.map(read).find((text) => text !== null) ?? null;
      const files = [source.path, ...STEERING.filter((path) => read(path) !== null)];
      const unowned = files.filter((path) => owners === null || !ownedBy(owners, path));
      const why = owners === null ? "There is no CODEOWNERS" : "No line of CODEOWNERS covers";
      if (unowned.length > 0)
        yield hit(first.job, first.job.at, `${why}${owners === null ? " for" : ""} ${unowned.join(", ")}`);
    },
  },
];
