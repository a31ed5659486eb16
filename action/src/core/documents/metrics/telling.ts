import type { Attempt } from "#core/attempts/attempt.ts";
import type { StoredEvent } from "#core/records/event.ts";
import type { UserMetric } from "#core/records/user-metric.ts";
import { toUtc, type Utc } from "#core/time.ts";

/** A metric as one execution, or one event outside of any, told it. */
export type Telling = UserMetric & { at: Utc; agent: string | null };

/** What the executions of an attempt told; it counts at the start of the attempt. */
export function tellingsOf({ at, invocations }: Attempt): Telling[] {
  return invocations.flatMap(({ execution, agent }) =>
    (execution?.metrics ?? []).map((metric) => ({ ...metric, at, agent })),
  );
}

/** What a `custom.metric` told; null where it has no name or no number. */
export function tellingOf({ timestamp, agent_id, attributes }: StoredEvent): Telling | null {
  const { name, value, kind, unit } = attributes ?? {};
  const at = toUtc(timestamp);
  if (typeof name !== "string" || name === "" || typeof value !== "number" || at === null) return null;
  return {
    name: name.slice(0, 200),
    kind: kind === "counter" || kind === "histogram" ? kind : "gauge",
    unit: typeof unit === "string" ? unit.slice(0, 50) : null,
    value,
    count: 1,
    min: value,
    max: value,
    labels: {},
    buckets: null,
    at,
    agent: agent_id ?? null,
  };
}
