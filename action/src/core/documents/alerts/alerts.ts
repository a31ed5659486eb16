import * as z from "zod";
import type { ConditionsDocument } from "#core/documents/conditions/conditions.ts";
import { Alert, alertKey, firedAt, isOpen, resolvedAt } from "#core/records/alert.ts";
import type { Condition } from "#core/records/condition.ts";
import { SEVERITIES } from "#core/records/condition.ts";
import { secondsBetween, Utc } from "#core/time.ts";

/** One episode, as told and stored. */
export const AlertRow = Alert.omit({ revision: true, deliveries: true, held: true, cleared: true }).extend({
  /** Of its page. */
  id: z.string(),
  fired_at: Utc,
  /** Null while it fires. */
  resolved_at: Utc.nullable(),
  /** From firing to its end; null while it fires. */
  seconds: z.number().nonnegative().nullable(),
  /** Its condition holds now, above the level that fires or only above the one where it would be over. */
  now: z.enum(["fires", "holds", "over"]),
});
export type AlertRow = z.infer<typeof AlertRow>;

export const AlertsDocument = z.strictObject({
  enabled: z.boolean(),
  /** Told alerts: those that fire first, the worst of them first; then the newest. */
  alerts: z.array(AlertRow),
  /** Wrong now, and not told: not held long enough, or no sync has judged it yet. */
  unsaid: z.array(z.strictObject({ rule: z.string(), name: z.string() })),
  /** Rules that the configuration leaves out. */
  off: z.array(z.string()),
});
export type AlertsDocument = z.infer<typeof AlertsDocument>;

export function alertsDocument(
  alerts: readonly Alert[],
  { conditions }: ConditionsDocument,
  { enabled, off }: { enabled: boolean; off: readonly string[] },
): AlertsDocument {
  const now = new Map(conditions.map((condition) => [alertKey(condition), condition]));
  const firing = new Set(alerts.filter(({ state }) => state === "firing").map(({ key }) => key));
  return {
    enabled,
    alerts: alerts.flatMap((alert) => rowOf(alert, now.get(alert.key)) ?? []).sort(worstFirst),
    unsaid: conditions
      .filter((condition) => condition.fires && !firing.has(alertKey(condition)))
      .map(({ rule, subject }) => ({ rule, name: subject.name })),
    off: [...off],
  };
}

function rowOf(alert: Alert, now: Condition | undefined): AlertRow | null {
  const fired_at = firedAt(alert);
  if (fired_at === null) return null;
  const { revision, deliveries, held, cleared, ...rest } = alert;
  const resolved_at = resolvedAt(alert);
  return {
    ...rest,
    id: `${alert.key}-${alert.episode}`,
    fired_at,
    resolved_at,
    seconds: secondsBetween(fired_at, resolved_at),
    now: now === undefined ? "over" : now.fires ? "fires" : "holds",
  };
}

function worstFirst(a: AlertRow, b: AlertRow): number {
  const rank = ({ condition }: AlertRow) => SEVERITIES.indexOf(condition.severity);
  if (isOpen(a) !== isOpen(b)) return isOpen(a) ? -1 : 1;
  if (isOpen(a) && rank(a) !== rank(b)) return rank(b) - rank(a);
  if (a.fired_at !== b.fired_at) return a.fired_at < b.fired_at ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
