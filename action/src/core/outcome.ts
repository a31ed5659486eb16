import * as z from "zod";

/**
 * How a run, job or step ended, as pages and figures speak of it. GitHub's statuses and conclusions are open
 * strings; every one of them, known or new, falls into one role.
 */

/** The five roles that have a colour; finer states differ by shape and word. */
export type Role = "success" | "failure" | "attention" | "running" | "neutral";

/** Ordered as legends and stacked bars show them. */
export const ROLES: readonly Role[] = ["success", "failure", "attention", "running", "neutral"];

type Look = { role: Role; word: string };

/** Maps, because a state is GitHub's word and may be any. */
const OF_CONCLUSION: ReadonlyMap<string, Look> = new Map([
  ["success", { role: "success", word: "Success" }],
  ["failure", { role: "failure", word: "Failed" }],
  ["timed_out", { role: "failure", word: "Timed out" }],
  ["startup_failure", { role: "failure", word: "Failed to start" }],
  ["action_required", { role: "attention", word: "Needs approval" }],
  ["stale", { role: "attention", word: "Stale" }],
  ["cancelled", { role: "neutral", word: "Cancelled" }],
  ["skipped", { role: "neutral", word: "Skipped" }],
  ["neutral", { role: "neutral", word: "Neutral" }],
]);

const OF_STATUS: ReadonlyMap<string, Look> = new Map([
  ["in_progress", { role: "running", word: "Running" }],
  ["queued", { role: "running", word: "Queued" }],
  ["requested", { role: "running", word: "Requested" }],
  ["pending", { role: "running", word: "Pending" }],
  ["waiting", { role: "attention", word: "Waiting" }],
]);

type Ended = { status: string | null; conclusion: string | null };

/** The state as one machine word (`success`, `timed_out`, `in_progress`, …): filters and CSV use it. */
export function stateOf(ended: Ended): string {
  return ended.conclusion || ended.status || "unknown";
}

/** The state in words, for people. A state GitHub invents tomorrow is shown as it is. */
export function wordOf(ended: Ended): string {
  return look(ended)?.word ?? stateOf(ended);
}

export function roleOf(ended: Ended): Role {
  return look(ended)?.role ?? "neutral";
}

/** Ended by itself: how long a cancelled one took says nothing of how long it takes. */
export function isDecided(role: Role): boolean {
  return role === "success" || role === "failure";
}

function look(ended: Ended): Look | undefined {
  return ended.conclusion ? OF_CONCLUSION.get(ended.conclusion) : OF_STATUS.get(ended.status ?? "");
}

/** Every state of a role that is known today, for filters: `failure` is also `timed_out` and `startup_failure`. */
export function statesOf(role: Role): string[] {
  const known = [...OF_CONCLUSION, ...OF_STATUS];
  return known.filter(([, look]) => look.role === role).map(([state]) => state);
}

/** Counts by role, and what a success rate is made of. */
export const Outcomes = z.strictObject({
  success: z.number().int(),
  failure: z.number().int(),
  attention: z.number().int(),
  running: z.number().int(),
  neutral: z.number().int(),
  total: z.number().int(),
});
export type Outcomes = z.infer<typeof Outcomes>;

export function noOutcomes(): Outcomes {
  return { success: 0, failure: 0, attention: 0, running: 0, neutral: 0, total: 0 };
}

export function countOutcome(outcomes: Outcomes, ended: Ended): void {
  outcomes[roleOf(ended)] += 1;
  outcomes.total += 1;
}

/**
 * What a success rate divides by: success + failure + timed out + failed to start. Cancelled, skipped and
 * waiting attempts say nothing about success; they are counted apart.
 */
export function decided(outcomes: Outcomes): number {
  return outcomes.success + outcomes.failure;
}
