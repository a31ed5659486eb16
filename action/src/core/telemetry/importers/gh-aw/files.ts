/**
 * The files of a GitHub Agentic Workflow by what they are called and begin with: where they stand in an archive
 * changes with its version. A row without a head is told by its name alone.
 */
const FILES: readonly { kind: Kind; path: RegExp; head?: RegExp }[] = [
  { kind: "info", path: /(?:^|\/)aw_info\.json$/, head: /"(?:engine_id|workflow_name)"/ },
  { kind: "requests", path: /(?:^|\/)token[-_]usage\.jsonl$/, head: /"input_tokens"/ },
  { kind: "totals", path: /(?:^|\/)agent_usage\.json$/, head: /"input_tokens"/ },
  { kind: "stdio", path: /(?:^|\/)agent-stdio\.log$/ },
  {
    kind: "gateway",
    path: /(?:^|\/)(?:rpc-messages|gateway)\.jsonl$/,
    head: /"server_id"|"(?:DIFC_FILTERED|token_steering|timeout_steering)"/,
  },
  { kind: "activity", path: /(?:^|\/)activity\/summary\.json$/, head: /usage-activity-summary|"gateway"/ },
  { kind: "audit", path: /(?:^|\/)audit\.jsonl$/, head: /"_schema": ?"audit\/|"decision": ?"[A-Z_]*TCP_/ },
  {
    kind: "access",
    path: /(?:^|\/)access\.log$/,
    head: /^\d{9,11}\.\d+ \S+:\d+ \S+ \S+ \S+ [A-Z]+ \d+ [A-Z_]+:/m,
  },
  { kind: "policy", path: /(?:^|\/)policy-manifest\.json$/, head: /"aclName"|"rules"/ },
  { kind: "output", path: /(?:^|\/)agent_output\.json$/, head: /"(?:items|errors)"/ },
  { kind: "outputs", path: /(?:^|\/)safeoutputs\.jsonl$/, head: /"type"/ },
  {
    kind: "verdict",
    path: /(?:^|\/)detection_result\.json$/,
    head: /"(?:prompt_injection|secret_leak|malicious_patch)"/,
  },
  { kind: "otel", path: /(?:^|\/)otel\.jsonl$/, head: /"gh-aw[".]|"otel-span\/|api_proxy\./ },
  { kind: "prompt", path: /(?:^|\/)aw-prompts\/prompt-template\.txt$/ },
  { kind: "copilot", path: /(?:^|\/)copilot-session-state\/.*events\.jsonl$/ },
  { kind: "copilot", path: /(?:^|\/)sandbox\/agent\/logs\/.*events\.jsonl$/ },
  { kind: "codex", path: /(?:^|\/)mcp-config\/logs\/.*rollout-[^/]*\.jsonl$/ },
  // Tells again what the files above do.
  { kind: "repetition", path: /(?:^|\/)(?:aw_session|agent-session)\.jsonl$/ },
];

export type Kind =
  | "info"
  | "requests"
  | "totals"
  | "stdio"
  | "gateway"
  | "activity"
  | "audit"
  | "access"
  | "policy"
  | "output"
  | "outputs"
  | "verdict"
  | "otel"
  | "prompt"
  | "copilot"
  | "codex"
  | "repetition";

export function kindOf(path: string): Kind | null {
  return FILES.find((row) => row.path.test(path))?.kind ?? null;
}

export function isGhAw(path: string, head: string): boolean {
  return FILES.some((row) => row.path.test(path) && (row.head?.test(head) ?? true));
}

/** The job that looks for threats in what the agent did runs an agent of its own. */
export function isOfDetection(path: string): boolean {
  return /(?:^|[-/])(?:threat-)?detection(?:[/.]|$)/.test(path);
}
