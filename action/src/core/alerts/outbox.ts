import type { Webhook } from "#core/config/alerts.ts";
import type { Alert, Delivery, Transition } from "#core/records/alert.ts";
import { SEVERITIES } from "#core/records/condition.ts";
import { epoch, type Utc } from "#core/time.ts";

/** What a channel answered to one message. */
export type Answered =
  | { kind: "taken" }
  /** `final`: trying again is of no use. */
  | { kind: "refused"; reason: string; final: boolean };

/** After so long a message is of no use any more. */
const GIVE_UP_SECONDS = 86_400;

/**
 * The next transition that a channel is to be told of an alert; null: none, and `delivery` says why. In order, one
 * after the other: what is over before its beginning could be told is not told at all.
 */
export function nextFor(alert: Alert, channel: Webhook): { delivery: Delivery; next: Transition | null } {
  const delivery = deliveryOf(alert, channel.name);
  const { transitions } = alert;
  let { told } = delivery;
  if (delivery.dead !== null) return { delivery: { ...delivery, told: transitions.length }, next: null };
  const left = transitions.slice(told);
  if (left.at(-1)?.kind === "resolve" && left.some(({ kind }) => kind === "fire" || kind === "refire"))
    return { delivery: { ...delivery, told: transitions.length, tries: 0, since: null }, next: null };
  while (told < transitions.length && !isFor(transitions[told], alert, channel)) told += 1;
  return { delivery: { ...delivery, told }, next: transitions[told] ?? null };
}

/** After a try at the next transition. */
export function answered(delivery: Delivery, answer: Answered, now: Utc): Delivery {
  if (answer.kind === "taken") return { ...delivery, told: delivery.told + 1, tries: 0, since: null };
  const since = delivery.since ?? now;
  const isOver = answer.final || epoch(now) - epoch(since) >= GIVE_UP_SECONDS;
  const tried = { ...delivery, tries: delivery.tries + 1, since };
  return isOver ? { ...tried, dead: answer.reason.slice(0, 300) } : tried;
}

export function withDelivery(alert: Alert, delivery: Delivery): Alert {
  const before = alert.deliveries.find(({ channel }) => channel === delivery.channel);
  if (JSON.stringify(before) === JSON.stringify(delivery)) return alert;
  const others = alert.deliveries.filter(({ channel }) => channel !== delivery.channel);
  return { ...alert, deliveries: [...others, delivery], revision: alert.revision + 1 };
}

function deliveryOf({ deliveries }: Alert, channel: string): Delivery {
  const known = deliveries.find((delivery) => delivery.channel === channel);
  return known ?? { channel, told: 0, tries: 0, since: null, dead: null };
}

/** The end of what a channel was told is told whatever its severity is by then. */
function isFor(transition: Transition | undefined, alert: Alert, { severity, rules }: Webhook): boolean {
  if (transition === undefined || transition.quiet) return false;
  if (rules !== undefined && !rules.includes(alert.condition.rule)) return false;
  const worst = Math.max(...alert.transitions.map((each) => SEVERITIES.indexOf(each.severity)));
  return worst >= SEVERITIES.indexOf(severity);
}
