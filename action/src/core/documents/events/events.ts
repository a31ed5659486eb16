import * as z from "zod";
import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import { byTime, EVENT_DAYS, type ReportedEvents } from "#core/documents/events/reported-events.ts";
import { type StoredEvent, WORKFLOW_EVENT } from "#core/records/event.ts";
import { workflowName } from "#core/records/run.ts";
import { Trust } from "#core/records/trust.ts";
import { addSeconds, DAY_SECONDS, toUtc, Utc } from "#core/time.ts";

const Count = z.number().int();

/** An event of the user's own, a decision of a policy or a budget that was reached. Every text is a stranger's. */
export const EventRow = z.strictObject({
  event_id: z.string(),
  /** `custom.deployed`, `agent.policy.decision`. */
  type: z.string(),
  at: Utc,
  agent: z.string().nullable(),
  user: z.string().nullable(),
  environment: z.string().nullable(),
  /** How far it is believed; `fork`: somebody else's run told it. */
  trust: Trust,
  /** What decided or was reached, what was decided as it was told, and about which tool; null where not told. */
  policy: z.strictObject({
    id: z.string().nullable(),
    result: z.string().nullable(),
    tool: z.string().nullable(),
  }),
  /** Whether it stands on time axes: the user's own do, but for the ends of agents' workflows; a fork's only where the configuration admits it. */
  marks: z.boolean(),
  run_id: Count.nullable(),
  run_attempt: Count.nullable(),
  /** Null where the run is not stored. */
  run_number: Count.nullable(),
  workflow: z.string().nullable(),
  /** In the order they were told. */
  attributes: z.array(
    z.strictObject({ name: z.string(), value: z.union([z.string(), z.number(), z.boolean()]) }),
  ),
});
export type EventRow = z.infer<typeof EventRow>;

export const EventsDocument = z.strictObject({
  from: Utc,
  to: Utc,
  /** Newest first. */
  events: z.array(EventRow),
  /** Events of forks' runs: listed and marked, or, where they are ignored, only counted. */
  foreign: Count,
  /** Older ones of the same time that are stored and not listed. */
  left_out: Count,
});
export type EventsDocument = z.infer<typeof EventsDocument>;

/** The users' own events of the last 90 days, with the runs that told them. */
export function eventsFold(
  { now, config }: Context,
  { custom, governed, foreign }: ReportedEvents,
): Fold<EventsDocument> {
  const { forks } = config.telemetry;
  const reported = [...custom.list, ...governed.list, ...foreign.list].sort(byTime);
  const wanted = new Set(reported.map(({ run_id }) => run_id));
  const runs = new Map<number, Known>();
  /** Events recorded before they said whose they are get it of their run. */
  const rows = () =>
    reported.map((event) => {
      const row = rowOf(event, runs.get(event.run_id ?? 0), now);
      return { ...row, marks: isOwn(event) && (row.trust !== "fork" || forks === "admit") };
    });
  return {
    add({ run }) {
      if (!wanted.has(run.id)) return;
      runs.set(run.id, {
        run_number: run.run_number,
        workflow: workflowName(run),
        from_fork: run.from_fork,
      });
    },
    finish() {
      const all = rows();
      const isForeign = ({ trust }: EventRow) => trust === "fork" && forks !== "admit";
      const shown = forks === "ignore" ? all.filter((row) => !isForeign(row)) : all;
      return {
        from: addSeconds(now, -EVENT_DAYS * DAY_SECONDS),
        to: now,
        events: shown.reverse(),
        foreign: all.filter(isForeign).length + foreign.left_out,
        left_out: custom.left_out + governed.left_out,
      };
    },
  };
}

function isOwn({ type }: StoredEvent): boolean {
  return type.startsWith("custom.") && type !== WORKFLOW_EVENT;
}

type Known = { run_number: number; workflow: string | null; from_fork: boolean };

function rowOf(event: StoredEvent, run: Known | undefined, now: Utc): Omit<EventRow, "marks"> {
  return {
    event_id: event.event_id,
    type: event.type,
    at: toUtc(event.timestamp) ?? now,
    agent: event.agent_id ?? null,
    user: event.user_id ?? null,
    environment: event.environment ?? null,
    trust: run?.from_fork ? "fork" : event.trust,
    policy: {
      id: event.policy_id ?? null,
      result: event.policy_result ?? null,
      tool: event.tool_name ?? null,
    },
    run_id: event.run_id,
    run_attempt: event.run_attempt,
    run_number: run?.run_number ?? null,
    workflow: run?.workflow ?? null,
    attributes: Object.entries(event.attributes ?? {}).map(([name, value]) => ({ name, value })),
  };
}
