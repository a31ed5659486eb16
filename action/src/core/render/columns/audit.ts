import { executionPath } from "#core/addresses/paths.ts";
import type {
  AuditAction,
  AuditApproval,
  AuditEgress,
  AuditRedaction,
  AuditWork,
} from "#core/documents/audit/rows.ts";
import { count, duration, UNKNOWN } from "#core/format.ts";
import type { Column } from "#core/render/columns/column.ts";
import { whereRun } from "#core/render/columns/where-run.ts";
import { printableLine, said } from "#core/render/printable.ts";

/** Text of strangers in one column; null is not known. */
function told<Row>(name: string, heading: string, value: (row: Row) => string | null): Column<Row> {
  return { name, heading, kind: "words", value, text: (row) => said(value(row)) };
}

const short = (version: string | null) => (version === null ? UNKNOWN : printableLine(version, 12));

export const WORKS: readonly Column<AuditWork>[] = [
  ...whereRun<AuditWork>(),
  told("user", "Who", ({ user }) => user),
  told("agent", "Agent", ({ agent }) => agent),
  told("event", "Event", ({ event }) => event),
  told("branch", "Branch", ({ branch }) => branch),
  { name: "sha", heading: "Commit", kind: "code", value: ({ sha }) => sha, text: ({ sha }) => short(sha) },
  told("workflow_file", "File", ({ workflow_file }) => workflow_file),
  {
    ...{ name: "permissions", heading: "Its token may", kind: "prose" },
    value: ({ permissions }) =>
      permissions?.map(({ scope, access }) => `${scope}: ${access}`).join("; ") ?? null,
    text: ({ permissions }) =>
      permissions === null
        ? UNKNOWN
        : permissions.map(({ scope, access }) => printableLine(`${scope}: ${access}`)).join(", ") ||
          "nothing",
    below: ({ secrets }) =>
      secrets === null || secrets.length === 0 ? null : `secrets: ${printableLine(secrets.join(", "), 100)}`,
  },
  { name: "secrets", kind: "code", value: ({ secrets }) => secrets?.join(" ") ?? null },
  told("model", "Model", ({ model }) => model),
  { name: "status", heading: "Ended", kind: "words", value: ({ status }) => status },
  {
    ...{ name: "workflow_version", heading: "Workflow's content", kind: "code" },
    value: ({ workflow_version }) => workflow_version,
    text: ({ workflow_version }) => short(workflow_version),
  },
  {
    ...{ name: "prompt_version", heading: "Prompt's content", kind: "code" },
    value: ({ prompt_version }) => prompt_version,
    text: ({ prompt_version }) => short(prompt_version),
  },
  {
    ...{ name: "trust", heading: "Told by", kind: "words" },
    value: ({ trust }) => trust,
    text: ({ trust }) => (trust === null ? "nothing told" : trust === "log" ? "its log" : "its own files"),
    link: ({ execution_id }) => (execution_id === null ? null : executionPath(execution_id)),
  },
];

export const ACTIONS: readonly Column<AuditAction>[] = [
  {
    ...{ name: "kind", heading: "Action", kind: "name" },
    value: ({ kind }) => kind,
    tags: ({ default_branch }) => (default_branch === true ? ["default branch"] : []),
  },
  { name: "default_branch", kind: "code", value: ({ default_branch }) => default_branch },
  told("what", "By", ({ what }) => what),
  { name: "told_by", heading: "Told by", kind: "words", value: ({ told_by }) => told_by },
  {
    ...{ name: "times", heading: "Times", kind: "figure" },
    value: ({ times }) => times,
    note: ({ failed }) => (failed > 0 ? `${count(failed)} failed` : null),
  },
  { name: "failed", kind: "figure", value: ({ failed }) => failed },
  ...whereRun<AuditAction>(),
  told("agent", "Agent", ({ agent }) => agent),
  told("user", "Who", ({ user }) => user),
  { name: "trust", kind: "words", value: ({ trust }) => trust },
];

export const APPROVALS: readonly Column<AuditApproval>[] = [
  told("job", "Job", ({ job }) => job),
  ...whereRun<AuditApproval>(),
  told("agent", "Agent", ({ agent }) => agent),
  { name: "state", heading: "State", kind: "words", value: ({ state }) => state },
  {
    ...{ name: "seconds", heading: "Waited", kind: "figure" },
    value: ({ seconds }) => seconds,
    text: ({ seconds }) => duration(seconds),
    tone: ({ over }) => (over === true ? "worse" : null),
    note: ({ over }) => (over === true ? "too long" : null),
  },
  { name: "over", kind: "code", value: ({ over }) => over },
];

export const EGRESS: readonly Column<AuditEgress>[] = [
  told("host", "Host", ({ host }) => host),
  told("workflow", "Workflow", ({ workflow }) => workflow),
  {
    ...{ name: "agents", heading: "Agents", kind: "prose" },
    value: ({ agents }) => agents.join(" · "),
    text: ({ agents }) => agents.map((agent) => printableLine(agent)).join(", "),
  },
  { name: "allowed", heading: "Requests", kind: "figure", value: ({ allowed }) => allowed },
  {
    ...{ name: "blocked", heading: "Refused", kind: "figure" },
    value: ({ blocked }) => blocked,
    tone: ({ blocked }) => (blocked > 0 ? "worse" : null),
  },
  { name: "last_at", heading: "Last", kind: "time", value: ({ last_at }) => last_at },
];

export const REDACTIONS: readonly Column<AuditRedaction>[] = [
  told("kind", "Kind", ({ kind }) => kind),
  { name: "telemetry", heading: "In what agents told", kind: "figure", value: ({ telemetry }) => telemetry },
  { name: "logs", heading: "In logs", kind: "figure", value: ({ logs }) => logs },
];
