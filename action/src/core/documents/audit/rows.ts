import * as z from "zod";
import { WHERE } from "#core/attempts/where.ts";
import { SENSITIVE } from "#core/audit/sensitive.ts";
import { ExecutionStatus } from "#core/records/execution-status.ts";
import { Trust } from "#core/records/trust.ts";
import { Utc } from "#core/time.ts";

const Count = z.number().int().nonnegative();
const Text = z.string();

/** Who ran which agent, when, and in what light. Null: not known. */
export const AuditWork = z.strictObject({
  ...WHERE,
  workflow_file: Text.nullable(),
  event: Text,
  branch: Text.nullable(),
  sha: Text,
  user: Text.nullable(),
  agent: Text,
  model: Text.nullable(),
  status: ExecutionStatus.nullable(),
  workflow_version: Text.nullable(),
  prompt_version: Text.nullable(),
  /** What its job's token may do and which secrets it holds, as the workflow file says today; null: not known. */
  permissions: z.array(z.strictObject({ scope: Text, access: Text })).nullable(),
  secrets: z.array(Text).nullable(),
  /** How far what is told of it is believed; null: it told nothing. */
  trust: Trust.nullable(),
  execution_id: Text.nullable(),
});
export type AuditWork = z.infer<typeof AuditWork>;

/** Something sensitive that was done, or tried. */
export const AuditAction = z.strictObject({
  ...WHERE,
  kind: z.enum([...SENSITIVE, "merge without review"]),
  /** The tool, the event or the pull request that tells it. */
  what: Text,
  told_by: z.enum(["tool", "action", "event", "pull request"]),
  times: Count,
  /** Of those, calls that failed or were refused. */
  failed: Count,
  /** Of a push: whether it went to the default branch; null: not known, or no push. */
  default_branch: z.boolean().nullable(),
  agent: Text.nullable(),
  user: Text.nullable(),
  trust: Trust.nullable(),
});
export type AuditAction = z.infer<typeof AuditAction>;

/** A job that somebody had to approve, or that still waits for it. */
export const AuditApproval = z.strictObject({
  ...WHERE,
  /** Null: the run as a whole waits. */
  job: Text.nullable(),
  agent: Text.nullable(),
  state: z.enum(["approved", "waiting"]),
  /** So far, where it still waits. */
  seconds: z.number().nonnegative().nullable(),
  /** Whether that is more than `approvals.sla-minutes`; null: no limit is configured, or the wait is not known. */
  over: z.boolean().nullable(),
});
export type AuditApproval = z.infer<typeof AuditApproval>;

/** What left the building from runs of one workflow, to one host. */
export const AuditEgress = z.strictObject({
  workflow: Text.nullable(),
  host: Text,
  /** Requests that were let through, and that a firewall refused. */
  allowed: Count,
  blocked: Count,
  agents: z.array(Text),
  last_at: Utc,
});
export type AuditEgress = z.infer<typeof AuditEgress>;

/** How often one kind of secret or personal text was taken out before anything was stored. */
export const AuditRedaction = z.strictObject({ kind: Text, telemetry: Count, logs: Count });
export type AuditRedaction = z.infer<typeof AuditRedaction>;
