import type { TelemetryConfig } from "#core/config/telemetry.ts";
import type { StoredEvent } from "#core/records/event.ts";
import { METRIC_EVENT, SCORE_EVENT } from "#core/records/event.ts";
import { addSeconds, DAY_SECONDS, toUtc, type Utc } from "#core/time.ts";

/** The newest of a kind, oldest first; `left_out` are older ones. */
type NewestEvents = { list: readonly StoredEvent[]; left_out: number };

/** What programs told besides what agents did, of the last 90 days. */
export type ReportedEvents = {
  /** `custom.<name>`: deployments, releases, whatever somebody wanted to see on the time axes. */
  custom: NewestEvents;
  /** What policies decided and which budgets were reached, as far as our own step collected it. */
  governed: NewestEvents;
  /** `custom.metric` that no execution told. */
  metrics: NewestEvents;
  /** `custom.<name>` of forks' runs, which mark nothing. */
  foreign: NewestEvents;
};

export const NO_EVENTS: ReportedEvents = {
  custom: { list: [], left_out: 0 },
  governed: { list: [], left_out: 0 },
  metrics: { list: [], left_out: 0 },
  foreign: { list: [], left_out: 0 },
};

/** How far back events are looked at. */
export const EVENT_DAYS = 90;
const GOVERNED: ReadonlySet<string> = new Set(["agent.policy.decision", "agent.budget.threshold_hit"]);
const MOST = { custom: 2000, governed: 2000, metrics: 20_000, foreign: 500 } as const;

/**
 * Keeps the newest events of the last 90 days, day by day in any order. An event after `now` has not happened.
 * Those of forks have a list of their own, or they would push out the repository's; numbers of theirs are no metrics.
 *
 * @param forks whether events of forks' runs count like the others, stand beside them, or not at all
 */
export function reportedEventsFold(now: Utc, forks: TelemetryConfig["forks"] = "mark") {
  const from = addSeconds(now, -EVENT_DAYS * DAY_SECONDS);
  const custom = newest(MOST.custom);
  const governed = newest(MOST.governed);
  const metrics = newest(MOST.metrics);
  const foreign = newest(MOST.foreign);
  return {
    add(events: readonly StoredEvent[]): void {
      for (const event of events) {
        const { type } = event;
        const at = toUtc(event.timestamp);
        if (at === null || at < from || at > now) continue;
        if (GOVERNED.has(type) && event.own_step && event.trust !== "fork") governed.add(event);
        if (!type.startsWith("custom.") || type === SCORE_EVENT) continue;
        const isForeign = event.trust === "fork" && forks !== "admit";
        if (!isForeign) (type === METRIC_EVENT ? metrics : custom).add(event);
        else if (type !== METRIC_EVENT) foreign.add(event);
      }
    },
    finish: (): ReportedEvents => ({
      custom: custom.finish(),
      governed: governed.finish(),
      metrics: metrics.finish(),
      foreign: foreign.finish(),
    }),
  };
}

function newest(most: number) {
  let kept: StoredEvent[] = [];
  let leftOut = 0;
  function cut(): void {
    kept.sort(byTime);
    leftOut += Math.max(0, kept.length - most);
    kept = kept.slice(-most);
  }
  return {
    add(event: StoredEvent): void {
      kept.push(event);
      if (kept.length >= 2 * most) cut();
    },
    finish(): NewestEvents {
      cut();
      return { list: kept, left_out: leftOut };
    },
  };
}

export function byTime(a: StoredEvent, b: StoredEvent): number {
  if (a.timestamp !== b.timestamp) return a.timestamp < b.timestamp ? -1 : 1;
  return a.event_id < b.event_id ? -1 : 1;
}
