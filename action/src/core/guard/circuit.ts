import * as z from "zod";
import { leastInRow } from "#core/alerts/outcome-rules.ts";
import type { Attempt } from "#core/attempts/attempt.ts";
import type { GuardConfig } from "#core/config/guard.ts";
import type { Category } from "#core/records/category.ts";
import { addSeconds, DAY_SECONDS, Utc } from "#core/time.ts";

const Count = z.number().int().nonnegative();

/**
 * The circuit breaker of one agent in one workflow. Closed, it counts failures in a row; at `limit` it opens, and
 * nobody may try until `open_until`; from there on one run may, and what becomes of that closes or opens it again.
 */
export const Circuit = z.strictObject({
  agent: z.string().max(200),
  failures: Count,
  limit: Count,
  /** Null: closed. */
  open_until: Utc.nullable(),
  /** The run that failed last; null: none of the row did. */
  run_id: Count.nullable(),
  /** Of what failed there; null: not known. */
  signature: z.string().max(40).nullable(),
});
export type Circuit = z.infer<typeof Circuit>;

/** What became of one attempt that tried. */
export type Trial = {
  started: Utc;
  ended: Utc;
  failed: boolean;
  run_id: number;
  signature: string | null;
};

type Settings = GuardConfig["circuit"];

/** What the machine or the network does says nothing of the agent. */
const INFRASTRUCTURE: ReadonlySet<Category> = new Set(["runner_lost", "network", "disk_full"]);
const LONGEST_COOL_DOWN = DAY_SECONDS;

/** Null: it was cancelled, never began, was stopped by the guard, or failed for reasons that are not the agent's. */
export function trialOf({ run, at, own, role, finding, guard }: Attempt): Trial | null {
  if (own || (role !== "success" && role !== "failure")) return null;
  if (guard !== null && !guard.allowed) return null;
  if (run.conclusion === "startup_failure") return null;
  if (finding !== null && role === "failure" && INFRASTRUCTURE.has(finding.category)) return null;
  return {
    started: at,
    ended: run.updated_at === null || run.updated_at < at ? at : run.updated_at,
    failed: role === "failure",
    run_id: run.id,
    signature: finding?.signature ?? null,
  };
}

/** @param trials of one agent in one workflow, in any order */
export function circuitOf(agent: string, trials: readonly Trial[], settings: Settings): Circuit {
  const coolDown = settings["cool-down-minutes"] * 60;
  const counted = trials.filter(({ ended }) => ended >= (settings["reset-at"] ?? ""));
  let before = { n: 0, failed: 0 };
  let row: Trial[] = [];
  let openUntil: Utc | null = null;
  let wait = coolDown;
  const limit = () => settings.failures ?? leastInRow(before.n === 0 ? 0 : before.failed / before.n);
  for (const trial of counted.toSorted(byEnd)) {
    if (!trial.failed) {
      before = { n: before.n + row.length + 1, failed: before.failed + row.length };
      [row, openUntil, wait] = [[], null, coolDown];
      continue;
    }
    row.push(trial);
    if (openUntil === null) {
      if (row.length >= limit()) openUntil = addSeconds(trial.ended, wait);
      // What had started before it opened says no more than was known then.
    } else if (trial.started >= openUntil) {
      wait = Math.min(2 * wait, LONGEST_COOL_DOWN);
      openUntil = addSeconds(trial.ended, wait);
    }
  }
  const last = row.at(-1);
  return {
    agent: agent.slice(0, 200),
    failures: row.length,
    limit: limit(),
    open_until: openUntil,
    run_id: last?.run_id ?? null,
    signature: last?.signature?.slice(0, 40) ?? null,
  };
}

function byEnd(a: Trial, b: Trial): number {
  if (a.ended !== b.ended) return a.ended < b.ended ? -1 : 1;
  return a.run_id - b.run_id;
}

/** `half-open`: one run may try. */
export function stateOf({ open_until }: Circuit, now: Utc): "closed" | "open" | "half-open" {
  if (open_until === null) return "closed";
  return now < open_until ? "open" : "half-open";
}
