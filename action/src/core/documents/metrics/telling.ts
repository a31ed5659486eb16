import type { Attempt } from "#core/attempts/attempt.ts";
import type { StoredEvent } from "#core/records/event.ts";
import { metricOfEvent } from "#core/records/metric-of-event.ts";
import type { UserMetric } from "#core/records/user-metric.ts";
import { toUtc, type Utc } from "#core/time.ts";

/** A metric as one execution, or one event outside of any, told it. */
export type Telling = UserMetric & { at: Utc; agent: string | null };

/** What the executions of an attempt told; it counts at the start of the attempt. */
export function tellingsOf({ at, invocations }: Attempt): Telling[] {
  return invocations.flatMap(({ execution, agent }) =>
    (execution?.metrics ?? []).map((metric) => ({ ...asSeries(metric), at, agent })),
  );
}

/** What a `custom.metric` told; null where it has no name or no number. */
export function tellingOf({ timestamp, agent_id, attributes }: StoredEvent): Telling | null {
  const metric = metricOfEvent(attributes);
  const at = toUtc(timestamp);
  return metric === null || at === null ? null : { ...asSeries(metric), at, agent: agent_id ?? null };
}

/** Each set of labels is told apart, as Prometheus writes it: `queue.depth{queue="high"}`. */
function asSeries(metric: UserMetric): UserMetric {
  const labels = Object.entries(metric.labels).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  return labels.length === 0 ? metric : { ...metric, name: `${metric.name}{${labels.join(",")}}` };
}
