import * as z from "zod";
import type { InvocationFold } from "#core/attempts/fold.ts";
import { type Invocation, isChild } from "#core/attempts/invocation.ts";
import { raise } from "#core/counts.ts";
import { type ExecutionRow, executionRow } from "#core/documents/executions/execution-row.ts";
import { ExecutionFigures, executionFigures } from "#core/documents/executions/figures.ts";
import type { SessionLink } from "#core/documents/sessions/session-link.ts";
import { compare } from "#core/records/order.ts";
import { addSeconds, epoch, Utc } from "#core/time.ts";

const Count = z.number().int();

/** Executions that belong together, by the work they are about. What they started is rolled up: tokens and money of each are added once. */
export const Session = z.strictObject({
  slug: z.string(),
  /** `item`: telemetry gives a number and not whether it is an issue or a pull request. */
  kind: z.enum(["session", "issue", "pull_request", "item"]),
  /** As the agent calls it; text of strangers. Null for issues and pull requests. */
  session_id: z.string().nullable(),
  /** Agents' own sessions inside it, without those of what they started. */
  own_sessions: Count,
  /** The issue or pull request, where one is known. */
  number: Count.nullable(),
  /** Of its newest run. */
  title: z.string().nullable(),
  started_at: Utc,
  /** Of the last end that is known. */
  ended_at: Utc,
  seconds: Count,
  /** Something works, or ended less than half an hour ago. */
  active: z.boolean(),
  agents: z.array(z.string()),
  users: z.array(z.string()),
  models: z.array(z.string()),
  figures: ExecutionFigures,
  /** Seconds that the executions worked, without what they started; null when none tells. */
  working_seconds: z.number().nullable(),
  /** What they did to the world, by kind. */
  actions: z.array(z.strictObject({ type: z.string(), count: Count })),
});
export type Session = z.infer<typeof Session>;

const ACTIVE_SECONDS = 1800;

/** A session in the making. */
export type Open = {
  link: SessionLink;
  number: number | null;
  figures: InvocationFold<ExecutionFigures>;
  rows: ExecutionRow[];
  first: Utc;
  last: Utc;
  working: boolean;
  seconds: number | null;
  newest: { at: Utc; title: string | null };
  agents: Set<string>;
  users: Set<string>;
  models: Set<string>;
  actions: Map<string, number>;
  own: Set<string>;
};

export function open(link: SessionLink, at: Utc): Open {
  return {
    link,
    number: link.kind === "session" ? null : link.number,
    figures: executionFigures(),
    rows: [],
    first: at,
    last: at,
    working: false,
    seconds: null,
    newest: { at, title: null },
    agents: new Set(),
    users: new Set(),
    models: new Set(),
    actions: new Map(),
    own: new Set(),
  };
}

export function join(session: Open, invocation: Invocation): void {
  const { execution, startedAt, duration, status, agent } = invocation;
  const row = executionRow(invocation);
  const end = execution?.completed_at ?? addSeconds(startedAt, duration ?? 0);
  session.figures.add(invocation);
  session.rows.push(row);
  if (startedAt < session.first) session.first = startedAt;
  if (end > session.last) session.last = end;
  if (startedAt >= session.newest.at) session.newest = { at: startedAt, title: row.title };
  session.number ??= execution?.item?.number ?? invocation.run.pull_requests?.[0]?.number ?? null;
  if (status === "in_progress") session.working = true;
  if (!isChild(invocation) && duration !== null) session.seconds = (session.seconds ?? 0) + duration;
  session.agents.add(agent);
  if (!isChild(invocation) && row.session_id !== null) session.own.add(row.session_id);
  if (row.user_id !== null) session.users.add(row.user_id);
  for (const model of row.models) session.models.add(model);
  for (const { type, count } of execution?.actions ?? []) raise(session.actions, type, count);
}

export function close(slug: string, session: Open, now: Utc): Session {
  const { link, number, first, last, working, seconds, newest, agents, users, models, actions } = session;
  return {
    slug,
    kind: link.kind,
    session_id: link.kind === "session" ? link.id : null,
    own_sessions: session.own.size,
    number,
    title: newest.title,
    started_at: first,
    ended_at: last,
    seconds: Math.max(0, epoch(last) - epoch(first)),
    active: working || epoch(now) - epoch(last) < ACTIVE_SECONDS,
    agents: [...agents].sort(),
    users: [...users].sort(),
    models: [...models].sort(),
    figures: session.figures.finish(),
    working_seconds: seconds,
    actions: [...actions].map(([type, count]) => ({ type, count })).sort((a, b) => compare(a.type, b.type)),
  };
}
