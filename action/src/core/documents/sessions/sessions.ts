import * as z from "zod";
import type { Context } from "#core/attempts/context.ts";
import type { Invocation } from "#core/attempts/invocation.ts";
import {
  byNewest,
  type ExecutionPages,
  ListedExecution,
  listed,
} from "#core/documents/executions/executions.ts";
import { close, join, type Open, open, Session } from "#core/documents/sessions/session.ts";
import { type SessionLink, sessionLink, sessionSlug } from "#core/documents/sessions/session-link.ts";
import { entry } from "#core/entry.ts";
import { compare } from "#core/records/order.ts";
import { addDays, Day, dayOf, type Utc } from "#core/time.ts";

const Count = z.number().int();

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
const DAYS = 30;

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
          (a, b) =>
            compare(b.session.ended_at, a.session.ended_at) || compare(a.session.slug, b.session.slug),
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
