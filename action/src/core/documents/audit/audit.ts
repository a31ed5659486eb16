import * as z from "zod";
import type { Attempt } from "#core/attempts/attempt.ts";
import type { Invocation } from "#core/attempts/invocation.ts";
import { type Where, whereOf } from "#core/attempts/where.ts";
import { actionOfEvent, actionsOf, mergesWithoutReview } from "#core/documents/audit/actions.ts";
import { approvalsOf } from "#core/documents/audit/approvals.ts";
import { egressFold } from "#core/documents/audit/egress.ts";
import {
  AuditAction,
  AuditApproval,
  AuditEgress,
  AuditRedaction,
  AuditWork,
} from "#core/documents/audit/rows.ts";
import { EVENT_DAYS, NO_EVENTS } from "#core/documents/events/reported-events.ts";
import type { Sources } from "#core/documents/sources/sources.ts";
import { entry } from "#core/entry.ts";
import type { AgentRow } from "#core/inventory/agent-row.ts";
import { Distribution, distribution } from "#core/statistics/distribution.ts";
import { addSeconds, DAY_SECONDS, Utc } from "#core/time.ts";

const Count = z.number().int().nonnegative();
const list = <Row extends z.ZodType>(row: Row) => z.strictObject({ rows: z.array(row), left_out: Count });

/** Who ran what, when and in what light, what of it was sensitive, who had to approve, and what left the building. */
export const AuditDocument = z.strictObject({
  from: Utc,
  to: Utc,
  /** Newest first, all three. */
  works: list(AuditWork),
  actions: list(AuditAction),
  approvals: list(AuditApproval),
  /** Of approvals that were given, in seconds. */
  waits: Distribution,
  /** Null: no limit is configured. */
  sla_minutes: z.number().nullable(),
  /** Waits above it, those that go on too. */
  over: Count.nullable(),
  egress: list(AuditEgress),
  /** The most frequent first. */
  redactions: z.array(AuditRedaction),
  /** Whether what tools were given is stored, without which commands in a shell are not known. */
  commands_known: z.boolean(),
});
export type AuditDocument = z.infer<typeof AuditDocument>;

const MOST = { works: 2000, actions: 2000, approvals: 1000 } as const;

/** Of the last 90 days. Forks' runs stand in no list but that of approvals: what they did was not the repository's. */
export function auditFold({ context, events = NO_EVENTS, pulls = [], inventory }: Sources) {
  const { now, config, repository } = context;
  const from = addSeconds(now, -EVENT_DAYS * DAY_SECONDS);
  const works: AuditWork[] = [];
  const actions: AuditAction[] = [];
  const approvals: AuditApproval[] = [];
  const egress = egressFold();
  const redactions = new Map<string, AuditRedaction>();
  const runs = new Map<number, Where>();
  const touched = new Map<number, Where>();
  const sla = config.approvals["sla-minutes"] ?? null;
  const redacted = (counts: Readonly<Record<string, number>>, where: "telemetry" | "logs") => {
    for (const [kind, n] of Object.entries(counts))
      entry(redactions, kind, () => ({ kind, telemetry: 0, logs: 0 }))[where] += n;
  };
  return {
    add(attempt: Attempt): void {
      const { run, at, own, invocations, reading } = attempt;
      if (at < from || at > now || own) return;
      approvals.push(...approvalsOf(attempt, now, sla));
      if (run.from_fork && config.telemetry.forks !== "admit") return;
      const where = whereOf(attempt);
      runs.set(run.id, where);
      for (const { number } of run.pull_requests ?? []) touched.set(number, where);
      redacted(reading?.redactions ?? {}, "logs");
      for (const one of invocations) {
        works.push({ ...workOf(one), ...rightsOf(one, inventory?.agents ?? []) });
        actions.push(...actionsOf(one, repository.default_branch));
        egress.add(one);
        redacted(one.execution?.redactions ?? {}, "telemetry");
      }
    },
    finish(): AuditDocument {
      const reported = events.custom.list.flatMap((event) => actionOfEvent(event, runs));
      const merged = mergesWithoutReview(pulls, from, touched, context);
      const given = approvals.filter(({ state }) => state === "approved");
      return {
        ...{ from, to: now },
        works: newest(works, MOST.works),
        actions: newest([...actions, ...reported, ...merged], MOST.actions),
        approvals: newest(approvals, MOST.approvals),
        waits: distribution(given.flatMap(({ seconds }) => seconds ?? [])),
        sla_minutes: sla,
        over: sla === null ? null : approvals.filter(({ over }) => over === true).length,
        egress: egress.finish(),
        redactions: [...redactions.values()].sort(
          (a, b) => b.telemetry + b.logs - (a.telemetry + a.logs) || (a.kind < b.kind ? -1 : 1),
        ),
        commands_known: config.privacy.previews === "full",
      };
    },
  };
}

function newest<Row extends Where>(rows: readonly Row[], most: number): { rows: Row[]; left_out: number } {
  const sorted = rows.toSorted((a, b) => (a.at === b.at ? b.run_id - a.run_id : a.at > b.at ? -1 : 1));
  return { rows: sorted.slice(0, most), left_out: Math.max(0, rows.length - most) };
}

/** Of a file that runs several agents, of the one that is called so; where none is, nothing is known. */
function rightsOf(
  { run, agent }: Invocation,
  agents: readonly AgentRow[],
): Pick<AuditWork, "permissions" | "secrets"> {
  const placed = agents.filter(({ workflow_file }) => workflow_file === run.workflow_file);
  const [only, other] = placed;
  const row = other === undefined ? only : placed.find((one) => one.agent === agent);
  if (row === undefined) return { permissions: null, secrets: null };
  const permissions =
    row.permissions && Object.entries(row.permissions).map(([scope, access]) => ({ scope, access }));
  return { permissions, secrets: [...row.secrets] };
}

function workOf(one: Invocation): Omit<AuditWork, "permissions" | "secrets"> {
  const { run, execution } = one;
  return {
    ...whereOf(one),
    ...{ workflow_file: run.workflow_file, event: run.event, branch: run.head_branch, sha: run.head_sha },
    ...{ user: one.user, agent: one.agent, status: one.status },
    model: execution?.model ?? null,
    workflow_version: execution?.workflow_version ?? null,
    prompt_version: execution?.prompt_version ?? null,
    trust: execution?.trust ?? null,
    execution_id: execution?.execution_id ?? null,
  };
}
