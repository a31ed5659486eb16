/** What the known agents leave on a run, as ordered tables: the first row that matches names the agent. */
export type EvidenceRule = {
  agent: string;
  field: "workflow file" | "called workflow" | "workflow name" | "branch";
  pattern: RegExp;
};

/** A whole word: `claude` in `claude-review.yml`, not in `claudette.yml` or `CLAUDE.md`. */
function word(text: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${text})(?![\p{L}\p{N}]|\.md)`, "iu");
}

/** Google's published workflows and their like; the bare word is also an exchange and a constellation. */
const GEMINI =
  "(?:run-)?gemini[ _-](?:cli|code|agent|assistant|dispatch|invoke|plan|execute|review|triage|scheduled|issue|pr)";

/**
 * Workflows that run the agent itself. Copilot's coding agent and reviewer run in workflows of GitHub's own, so
 * the word "copilot" in a repository's workflow (which may assign Copilot, or set up for it) names nobody.
 */
export const EXECUTION_RULES: readonly (EvidenceRule & {
  field: Exclude<EvidenceRule["field"], "branch">;
})[] = [
  {
    agent: "Copilot coding agent",
    field: "workflow file",
    pattern: /^dynamic\/(?:agents\/)?copilot-swe-agent(?:\/|$)/,
  },
  {
    agent: "Copilot code review",
    field: "workflow file",
    pattern: /^dynamic\/(?:agents\/)?copilot-pull-request-reviewer(?:\/|$)/,
  },
  // Compiled by gh-aw; the engine inside is not on the run.
  { agent: "gh-aw", field: "workflow file", pattern: /^\.github\/workflows\/[^/]+\.lock\.ya?ml$/ },
  { agent: "Claude", field: "called workflow", pattern: /^anthropics\/claude-code-action\//i },
  { agent: "Codex", field: "called workflow", pattern: /^openai\/codex-action\//i },
  { agent: "Gemini", field: "called workflow", pattern: /^google-github-actions\/run-gemini-cli\//i },
  { agent: "OpenHands", field: "called workflow", pattern: /^(?:All-Hands-AI|OpenHands)\/OpenHands\//i },
  { agent: "Claude", field: "workflow file", pattern: word("claude") },
  { agent: "Codex", field: "workflow file", pattern: word("codex") },
  { agent: "Gemini", field: "workflow file", pattern: word(GEMINI) },
  { agent: "OpenHands", field: "workflow file", pattern: word("openhands") },
  { agent: "Claude", field: "workflow name", pattern: word("claude") },
  { agent: "Codex", field: "workflow name", pattern: word("codex") },
  { agent: "Gemini", field: "workflow name", pattern: word(GEMINI) },
  { agent: "OpenHands", field: "workflow name", pattern: word("openhands") },
];

/** Accounts of agents, whole logins: a person may well be called Claude, Devin or Jules. */
const LOGINS: ReadonlyMap<string, string> = new Map([
  ["copilot", "Copilot coding agent"], // GitHub's reserved account 198982749
  ["copilot-swe-agent", "Copilot coding agent"],
  ["copilot-swe-agent[bot]", "Copilot coding agent"],
  ["copilot-pull-request-reviewer[bot]", "Copilot code review"],
  ["claude[bot]", "Claude"],
  ["chatgpt-codex-connector[bot]", "Codex"],
  ["gemini-cli[bot]", "Gemini"],
  ["gemini-code-assist[bot]", "Gemini"],
  ["devin-ai-integration[bot]", "Devin"],
  ["cursor[bot]", "Cursor"],
  ["google-labs-jules[bot]", "Jules"],
  ["openhands-agent", "OpenHands"],
  ["openhands-ai[bot]", "OpenHands"],
  ["sweep-ai[bot]", "Sweep"],
]);

/** The agent behind a login; null for people and for bots that are no agents. */
export function agentOfLogin(login: string): string | null {
  return LOGINS.get(login.toLowerCase()) ?? null;
}

/** Branches that agents open. Where the prefix is also a first name, the shape that follows must be theirs. */
export const BRANCH_RULES: readonly (EvidenceRule & { field: "branch" })[] = [
  { agent: "Copilot coding agent", field: "branch", pattern: /^copilot\/./ },
  { agent: "Claude", field: "branch", pattern: /^claude\/./ },
  { agent: "Codex", field: "branch", pattern: /^codex\/./ },
  { agent: "Cursor", field: "branch", pattern: /^cursor\/./ },
  { agent: "Devin", field: "branch", pattern: /^devin\/\d{10}-/ },
  { agent: "OpenHands", field: "branch", pattern: /^openhands[-/]./ },
  { agent: "Sweep", field: "branch", pattern: /^sweep\/./ },
];
