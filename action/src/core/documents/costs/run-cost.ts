import * as z from "zod";
import type { Attempt } from "#core/attempts/attempt.ts";
import type { Line } from "#core/attempts/ledger.ts";
import { weakest } from "#core/attempts/usage.ts";
import { shown } from "#core/documents/costs/shown.ts";
import { Nano } from "#core/pricing/money.ts";
import { sourceOf } from "#core/pricing/tokens.ts";
import { jobTimes } from "#core/records/job-time.ts";
import { sum, sumKnown } from "#core/statistics/distribution.ts";

const Coverage = z.strictObject({ known: z.number().int(), total: z.number().int() });

/**
 * What one attempt cost: one number and its parts, in integer nano-dollars (`money` of `core/format.ts` shows
 * them). Null is unknown; 0 is nothing to pay.
 */
export const RunCost = z.strictObject({
  /** Tokens + minutes + calls, as far as they are known; null when nothing but 0 is. `complete`: nothing is missing. */
  total_nano_usd: Nano.nullable(),
  complete: z.boolean(),
  /** Null: no agent is known to have run, or none of its usage is known. */
  tokens_nano_usd: Nano.nullable(),
  minutes_nano_usd: Nano.nullable(),
  /** Paid services that tools called. */
  calls_nano_usd: Nano,
  /** The minutes at list price, where they are free. */
  worth_minutes_nano_usd: Nano.nullable(),
  /** Billed: each job rounded up to a whole minute. */
  minutes: z.number().int().nullable(),
  /** Prompt and answer, of every execution; null when not known. */
  tokens: z.number().int().nullable(),
  /** What the tokens' money rests on, the weakest of its parts; null where no agent ran. */
  source: z.enum(["reported", "priced", "estimated", "logged", "unknown"]).nullable(),
  /** Pieces with a known amount: rows of usage (an execution that tells none counts as one), kinds of runner. */
  coverage: z.strictObject({ tokens: Coverage, minutes: Coverage }),
});
export type RunCost = z.infer<typeof RunCost>;

/** For rows and pages about runs: the same lines, and so the same amounts, as the Costs page and the ledger. */
export function runCost({ run, lines }: Pick<Attempt, "run" | "lines">): RunCost {
  const knowsJobs = jobTimes(run) !== null;
  const tokens = lines.filter(({ kind }) => kind === "tokens");
  const minutes = lines.filter(({ kind }) => kind === "minutes");
  const amounts = lines.flatMap(({ amount_nano_usd }) => amount_nano_usd ?? []);
  const sources = tokens.map(({ usage }) => sourceOf(usage?.basis ?? "unknown"));
  return {
    total_nano_usd: shown(sum(amounts), lines.length - amounts.length),
    complete: amounts.length === lines.length,
    tokens_nano_usd: knownSum(tokens, "amount_nano_usd"),
    minutes_nano_usd: knowsJobs && minutes.length === 0 ? 0 : knownSum(minutes, "amount_nano_usd"),
    calls_nano_usd: sum(lines.flatMap((line) => (line.kind === "calls" ? (line.amount_nano_usd ?? []) : []))),
    worth_minutes_nano_usd: knowsJobs && minutes.length === 0 ? 0 : knownSum(minutes, "worth_nano_usd"),
    minutes: knowsJobs && minutes.length === 0 ? 0 : knownSum(minutes, "quantity"),
    tokens: knownSum(tokens, "quantity"),
    source: sources.length === 0 ? null : weakest(sources),
    coverage: { tokens: covered(tokens), minutes: covered(minutes) },
  };
}

function knownSum(
  lines: readonly Line[],
  key: "amount_nano_usd" | "worth_nano_usd" | "quantity",
): number | null {
  return sumKnown(lines.map((line) => line[key]));
}

function covered(lines: readonly Line[]) {
  return { known: lines.filter((line) => line.amount_nano_usd !== null).length, total: lines.length };
}
