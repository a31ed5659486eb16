import * as z from "zod";
import type { Context } from "#core/attempts/context.ts";
import type { InvocationFold } from "#core/attempts/fold.ts";
import { type Invocation, isChild } from "#core/attempts/invocation.ts";
import { type ExecutionRow, executionRow } from "#core/documents/executions/execution-row.ts";
import {
  byNewest,
  type ExecutionPages,
  ListedExecution,
  listed,
} from "#core/documents/executions/executions.ts";
import { ExecutionFigures, executionFigures } from "#core/documents/executions/figures.ts";
import { type SessionLink, sessionLink, sessionSlug } from "#core/documents/sessions/session-link.ts";
import { entry } from "#core/entry.ts";
import { addDays, addSeconds, Day, dayOf, epoch, Utc } from "#core/time.ts";

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

export const SessionsDocument = z.strictObject({
  /** Most recent end first. */
  sessions: z.array(Session),
  /** Older ones, without a row. */
  left_out: Count,
  active: Count,
  /** Executions that belong to none: they tell no session, and no issue or pull request. */
  unlinked: Count,
  /** Sessions by the UTC day they began on, the last 30, the last one still filling. */
  days: z.array(z.strictObject({ day: Day, sessions: Count, executions: Count })),
});
export type SessionsDocument = z.infer<typeof SessionsDocument>;

const SessionPage = z.strictObject({
  session: Session,
  /** In order of time, the newest 200. */
  executions: z.array(ListedExecution),
});
type SessionPage = z.infer<typeof SessionPage>;

export type SessionDocuments = {
  list: SessionsDocument;
  pages: SessionPage[];
  /** Those of them all, by slug. */
  slugs: ReadonlySet<string>;
  homes: Homes;
};

/** Agents' own sessions by the slug of what they were about when they were first seen: going on, they belong to it still. */
type Homes = ReadonlyMap<string, string>;

/** The address of an execution's session; null where that has no page. */
export function pageSlug({ slugs, homes }: SessionDocuments, link: SessionLink): string | null {
  const slug = slugOf(link, homes);
  return slugs.has(slug) ? slug : null;
}

function slugOf(link: SessionLink, homes: Homes): string {
  return (link.kind === "session" ? homes.get(link.id) : undefined) ?? sessionSlug(link);
}

const MOST_SESSIONS = 500;
const MOST_EXECUTIONS = 200;
const ACTIVE_SECONDS = 1800;
const DAYS = 30;

type Open = {
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

/** Everything about sessions. `add` takes every invocation of the same attempt too, `finish` which executions have a page. */
export function sessionsFold(context: Context) {
  const sessions = new Map<string, Open>();
  const homes = new Map<string, string>();
  let unlinked = 0;
  return {
    add(invocation: Invocation, siblings: readonly Invocation[]): void {
      const link = sessionLink(invocation, siblings);
      if (link === null) {
        unlinked += 1;
        return;
      }
      const slug = slugOf(link, homes);
      const own = invocation.execution?.session_id ?? null;
      if (own !== null && !homes.has(own)) homes.set(own, slug);
      const session = entry(sessions, slug, () => open(link, invocation.startedAt));
      join(session, invocation);
    },
    finish(executionPages: ExecutionPages): SessionDocuments {
      const now = context.now;
      const all = [...sessions]
        .map(([slug, session]) => ({ session: close(slug, session, now), rows: session.rows }))
        .sort(
          (a, b) => order(b.session.ended_at, a.session.ended_at) || order(a.session.slug, b.session.slug),
        );
      const kept = all.slice(0, MOST_SESSIONS);
      const pages = new Set(kept.map(({ session }) => session.slug));
      return {
        list: {
          sessions: kept.map(({ session }) => session),
          left_out: all.length - kept.length,
          active: all.filter(({ session }) => session.active).length,
          unlinked,
          days: daysOf(
            all.map(({ session }) => session),
            now,
          ),
        },
        pages: kept.map(({ session, rows }) => ({
          session,
          executions: rows
            .sort(byNewest)
            .slice(0, MOST_EXECUTIONS)
            .reverse()
            .map((row) => listed(row, executionPages)),
        })),
        slugs: pages,
        homes,
      };
    },
  };
}

function open(link: SessionLink, at: Utc): Open {
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

function join(session: Open, invocation: Invocation): void {
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
  for (const { type, count } of execution?.actions ?? [])
    session.actions.set(type, (session.actions.get(type) ?? 0) + count);
}

function close(slug: string, session: Open, now: Utc): Session {
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
    actions: [...actions].map(([type, count]) => ({ type, count })).sort((a, b) => order(a.type, b.type)),
  };
}

function daysOf(sessions: readonly Session[], now: Utc): SessionsDocument["days"] {
  const first = addDays(dayOf(now), 1 - DAYS);
  const days = Array.from({ length: DAYS }, (_, index) => ({
    day: addDays(first, index),
    sessions: 0,
    executions: 0,
  }));
  const byDay = new Map(days.map((row) => [row.day, row]));
  for (const { started_at, figures } of sessions) {
    const row = byDay.get(dayOf(started_at));
    if (row === undefined) continue;
    row.sessions += 1;
    row.executions += figures.executions;
  }
  return days;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
