import { type Alert, alertKey, isOpen, type Transition, type TransitionKind } from "#core/records/alert.ts";
import { type Condition, SEVERITIES } from "#core/records/condition.ts";
import { addSeconds, DAY_SECONDS, type Utc } from "#core/time.ts";

/** Evaluations in a row that no longer find it: one alone is a gap. */
const CLEARED = 2;
/** What comes back within so many days is the same episode. */
const AGAIN_DAYS = 7;
/** So many transitions in that time make an alert that nobody listens to any more, until it was still for some days. */
/** An episode that comes back for ever is another one some day. */
const MOST_TRANSITIONS = 100;
const FLAPPING = { transitions: 4, days: 7, still: 3 };

/** How long a rule's condition must hold. */
export type Holding = (rule: string) => { evaluations: number };

/**
 * One evaluation: what was known of alerts, and what is wrong now.
 *
 * @param known the newest episode of each key
 * @returns the episodes that changed, in the order of their keys
 */
export function evaluate(
  known: readonly Alert[],
  conditions: readonly Condition[],
  now: Utc,
  holding: Holding,
): Alert[] {
  const found = new Map(conditions.map((condition) => [alertKey(condition), condition]));
  const newest = new Map(known.map((alert) => [alert.key, alert]));
  const keys = [...new Set([...found.keys(), ...newest.keys()])].sort();
  return keys.flatMap((key) => {
    const condition = found.get(key);
    const alert = newest.get(key);
    const next =
      condition === undefined
        ? alert && without(alert, now)
        : withCondition(alert, key, condition, now, holding(condition.rule).evaluations);
    if (next === undefined || next === alert) return [];
    return [{ ...next, revision: (alert?.revision ?? 0) + 1 }];
  });
}

function withCondition(
  known: Alert | undefined,
  key: string,
  condition: Condition,
  now: Utc,
  evaluations: number,
): Alert | undefined {
  const alert = episodeOf(known, key, condition, now);
  if (alert === undefined) return known;
  if (alert.state !== "firing" && !condition.fires) return alert === known ? withdrawn(alert) : undefined;
  const held = alert.state === "firing" ? alert.held : alert.held + 1;
  const next: Alert = { ...alert, condition, held, cleared: 0 };
  if (alert.state === "firing")
    return isWorse(alert, condition) ? moved(next, "escalate", now) : changed(alert, next);
  if (held < evaluations) return next;
  // A mark that was told is not told again, however often the amounts below it change.
  if (!isWorse(alert, condition) && condition.mark !== null && alert.transitions.length > 0)
    return changed(alert, { ...next, state: "firing" });
  return moved({ ...next, state: "firing" }, alert.transitions.length === 0 ? "fire" : "refire", now);
}

/** The episode that a condition belongs to; undefined: it does not begin one. */
function episodeOf(known: Alert | undefined, key: string, condition: Condition, now: Utc): Alert | undefined {
  if (known !== undefined && isOpen(known)) return known;
  if (!condition.fires) return undefined;
  if (known !== undefined && isSameEpisode(known, condition, now))
    return { ...known, state: "pending", held: 0, cleared: 0 };
  return {
    key,
    episode: (known?.episode ?? 0) + 1,
    since: now,
    revision: 0,
    state: "pending",
    condition,
    held: 0,
    cleared: 0,
    transitions: [],
    issue: null,
    deliveries: [],
  };
}

function isSameEpisode({ state, transitions }: Alert, { once }: Condition, now: Utc): boolean {
  const last = transitions.at(-1);
  if (state === "withdrawn" || once || last === undefined) return true;
  if (transitions.length >= MOST_TRANSITIONS) return false;
  return last.at >= addSeconds(now, -AGAIN_DAYS * DAY_SECONDS);
}

function without(alert: Alert, now: Utc): Alert {
  if (alert.state === "pending") return withdrawn(alert);
  if (alert.state !== "firing") return alert;
  const cleared = alert.cleared + 1;
  if (cleared < CLEARED) return { ...alert, cleared };
  return moved({ ...alert, cleared, held: 0, state: "resolved" }, "resolve", now);
}

/** Over before it was told; an episode that had been told is resolved again. */
function withdrawn(alert: Alert): Alert {
  if (alert.state !== "pending") return alert;
  return { ...alert, held: 0, state: alert.transitions.length === 0 ? "withdrawn" : "resolved" };
}

/** Nobody is told twice of the same severity or mark. */
function isWorse({ transitions }: Alert, { severity, mark }: Condition): boolean {
  const rank = (of: Condition["severity"]) => SEVERITIES.indexOf(of);
  const since = transitions.slice(lastStart(transitions));
  const worst = Math.max(-1, ...since.map((each) => rank(each.severity)));
  const highest = Math.max(
    Number.NEGATIVE_INFINITY,
    ...transitions.map((each) => each.mark ?? Number.NEGATIVE_INFINITY),
  );
  return mark === null ? rank(severity) > worst : mark > highest;
}

/** A severity counts from the last time it fired. */
function lastStart(transitions: readonly Transition[]): number {
  return Math.max(
    0,
    transitions.findLastIndex(({ kind }) => kind === "fire" || kind === "refire"),
  );
}

function moved(alert: Alert, kind: TransitionKind, now: Utc): Alert {
  const { severity, value, mark } = alert.condition;
  const transition = { kind, at: now, severity, value, mark };
  return {
    ...alert,
    transitions: [...alert.transitions, { ...transition, quiet: isFlapping(alert.transitions, now) }],
  };
}

/** Whether one more would be one too many. */
function isFlapping(transitions: readonly Transition[], now: Utc): boolean {
  const within = (days: number) =>
    transitions.filter(({ at }) => at >= addSeconds(now, -days * DAY_SECONDS)).length;
  const wasQuiet = transitions.at(-1)?.quiet ?? false;
  if (wasQuiet) return within(FLAPPING.still) > 0;
  return within(FLAPPING.days) >= FLAPPING.transitions;
}

/** The figures alone are no news while they say the same. */
function changed(alert: Alert, next: Alert): Alert {
  return JSON.stringify(alert) === JSON.stringify(next) ? alert : next;
}
