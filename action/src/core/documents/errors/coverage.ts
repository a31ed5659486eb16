import * as z from "zod";
import type { Attempt } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import { attemptKey, runKey } from "#core/records/run.ts";

/** How many failed attempts have been looked into: they add up to `failures`. AgentOps' own are left out. */
export const Coverage = z.strictObject({
  failures: z.number().int(),
  /** Their own log was read and shows why, or GitHub's record of the attempt does. */
  read: z.number().int(),
  /** The same failure was read before: its reading was reused. */
  inferred: z.number().int(),
  /** Read, and nothing in the log looks like a failure. */
  unexplained: z.number().int(),
  /** Still to be read. */
  pending: z.number().int(),
  /** Never to be read: the log has expired, or GitHub refused it. */
  lost: z.number().int(),
  /** Not asked for. */
  unread: z.number().int(),
});
export type Coverage = z.infer<typeof Coverage>;

/** Which of the counts an attempt belongs to; null for attempts that did not fail, and for our own. */
export function coverageOf(context: Context): (attempt: Attempt) => keyof Omit<Coverage, "failures"> | null {
  const { pending, ledger } = context.state;
  const waiting = new Set(pending.filter(({ needs }) => needs.includes("reading")).map(attemptKey));
  const lost = new Set(ledger.filter(({ missing }) => missing === "reading").map(attemptKey));
  return ({ run, role, own, reading }) => {
    if (role !== "failure" || own) return null;
    if (reading !== null && reading.findings.length === 0) return "unexplained";
    if (reading !== null) return reading.source === "inferred" ? "inferred" : "read";
    if (waiting.has(runKey(run))) return "pending";
    return lost.has(runKey(run)) ? "lost" : "unread";
  };
}

export function noCoverage(): Coverage {
  return { failures: 0, read: 0, inferred: 0, unexplained: 0, pending: 0, lost: 0, unread: 0 };
}

/** Less of a stretch than this was read: nothing can be compared with it. */
const LEAST_READ = 0.5;

export function isComparable({ failures, read, inferred }: Coverage): boolean {
  return read + inferred >= failures * LEAST_READ;
}
