import * as z from "zod";
import { Condition, Severity } from "#core/records/condition.ts";
import { compareText, greater } from "#core/records/order.ts";
import { contentId } from "#core/sha256.ts";
import { secondsBetween, Utc } from "#core/time.ts";

/**
 * `fire`: it holds long enough; `refire`: again, within a week of its end; `escalate`: it got worse; `resolve`: it is
 * over.
 */
export const TransitionKind = z.enum(["fire", "refire", "escalate", "resolve"]);
export type TransitionKind = z.infer<typeof TransitionKind>;

/** The only thing that is ever announced: a state that goes on says nothing. */
export const Transition = z.strictObject({
  kind: TransitionKind,
  at: Utc,
  severity: Severity,
  value: z.number().nullable(),
  mark: z.number().nullable(),
  /** The alert changes its state too often to be heard: stored, shown, and announced to nobody. */
  quiet: z.boolean(),
});
export type Transition = z.infer<typeof Transition>;

/** How far one channel has been told. */
export const Delivery = z.strictObject({
  channel: z.string().max(100),
  /** So many of the transitions, from the first, are told or given up. */
  told: z.number().int().nonnegative(),
  /** Tries of the next one, in vain so far; the first of them began at `since`. */
  tries: z.number().int().nonnegative(),
  since: Utc.nullable(),
  /** Given up: what the channel answered. */
  dead: z.string().max(300).nullable(),
});
export type Delivery = z.infer<typeof Delivery>;

/**
 * One episode of an alert, from the first evaluation that found its condition to its end. `pending`: not held long
 * enough; `withdrawn`: over before it was. Kept with the month of `since`.
 */
export const Alert = z.strictObject({
  /** Of the rule and what it is about, by `alertKey`. */
  key: z.string().regex(/^[0-9a-f]{16}$/),
  /** The how many-th of this key. */
  episode: z.number().int().positive(),
  since: Utc,
  /** Counts every change of the record: of two observations, the higher one knows more. */
  revision: z.number().int().nonnegative(),
  state: z.enum(["pending", "firing", "resolved", "withdrawn"]),
  /** As it was when last evaluated and found. */
  condition: Condition,
  /** Evaluations in a row that found it, or after it fired, that did not. */
  held: z.number().int().nonnegative(),
  cleared: z.number().int().nonnegative(),
  transitions: z.array(Transition).max(200),
  /** The issue that tells of it. */
  issue: z.number().int().positive().nullable(),
  deliveries: z.array(Delivery).max(50),
});
export type Alert = z.infer<typeof Alert>;

/**
 * Two syncs may have judged the same episode at once: the further one holds, and of two as far, one of them, always the
 * same. An issue that either opened is known to both.
 */
export function laterAlert(a: Alert, b: Alert): Alert {
  const later = greater(a, b, compareProgress);
  const issue = a.issue === null || b.issue === null ? (a.issue ?? b.issue) : Math.min(a.issue, b.issue);
  return later.issue === issue ? later : { ...later, issue };
}

function compareProgress(a: Alert, b: Alert): number {
  return (
    a.transitions.length - b.transitions.length ||
    a.revision - b.revision ||
    compareText(JSON.stringify({ ...a, issue: null }), JSON.stringify({ ...b, issue: null }))
  );
}

/** The same for the same rule and subject, whatever it is called. */
export function alertKey({ rule, subject }: Pick<Condition, "rule" | "subject">): string {
  return contentId("alert", rule, subject.kind, subject.id).slice(0, 16);
}

/** What stands still until it is over. */
export function isOpen({ state }: Pick<Alert, "state">): boolean {
  return state === "pending" || state === "firing";
}

/** When it was first told; null: never. */
export function firedAt({ transitions }: Pick<Alert, "transitions">): Utc | null {
  return transitions[0]?.at ?? null;
}

/** When it ended; null while it fires. */
export function resolvedAt({ transitions }: Pick<Alert, "transitions">): Utc | null {
  const last = transitions.at(-1);
  return last?.kind === "resolve" ? last.at : null;
}

/** Seconds from firing to the end; of one that goes on, to `until`. */
export function firingSeconds(alert: Pick<Alert, "transitions">, until: Utc): number {
  return secondsBetween(firedAt(alert), resolvedAt(alert) ?? until) ?? 0;
}
