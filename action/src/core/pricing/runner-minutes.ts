import { holdsOn, type RunnerPrice } from "#core/config/prices.ts";
import { globs } from "#core/glob.ts";
import { nano } from "#core/pricing/money.ts";
import { SELF_HOSTED, skuOf } from "#core/pricing/runner-sku.ts";
import type { Repository } from "#core/records/repository.ts";
import type { JobTime, Run } from "#core/records/run.ts";
import { type Day, dayOf, type Utc } from "#core/time.ts";

/**
 * Where the price of a job's minutes comes from. `list`: GitHub's. `free`: standard runners where those are free.
 * `configured`: yours. `self_hosted`: GitHub charges nothing, and you said no price. `unknown`: the labels are not
 * GitHub's and not configured.
 */
export const MINUTES_BASES = ["list", "free", "configured", "self_hosted", "unknown"] as const;
export type MinutesBasis = (typeof MINUTES_BASES)[number];

/** What the minutes of one job cost, in nano-dollars. */
export type JobCost = {
  /** Billed: every started minute counts. Null: it ran, or runs, for a time that is not known. */
  minutes: number | null;
  /** GitHub's SKU, `self_hosted`, or the labels where they are not GitHub's. Text of strangers. */
  runner: string;
  /** Null: unknown. 0 for what is free or never ran. */
  nano_usd: number | null;
  /** What the minutes cost at list price where they are free; otherwise the same. */
  worth_nano_usd: number | null;
  basis: MinutesBasis;
};

/** The day of GitHub's lower prices. */
const LOWER_SINCE: Day = "2026-01-01";

/**
 * What the minutes of one job cost, before the minutes that a plan includes, of which GitHub tells no repository.
 *
 * @param at when the attempt started, for jobs that do not tell when they did
 * @param free standard runners cost nothing here (`standardIsFree`)
 */
export function jobCost(job: JobTime, at: Utc, free: boolean, overrides: readonly RunnerPrice[]): JobCost {
  const minutes = billedMinutes(job);
  const { perMinute, worth, runner, basis } = priceOf(job, dayOf(job.started_at ?? at), free, overrides);
  const times = (rate: number | null) =>
    minutes === 0 ? 0 : minutes === null || rate === null ? null : minutes * rate;
  return { minutes, runner, nano_usd: times(perMinute), worth_nano_usd: times(worth), basis };
}

/**
 * GitHub rounds each job up to a whole minute. A job that was skipped, or cancelled while it waited for a runner,
 * has none; one that was cancelled or timed out later is billed until then.
 */
function billedMinutes(job: JobTime): number | null {
  if (job.conclusion === "skipped" || (job.status === "completed" && !gotRunner(job))) return 0;
  if (job.duration_seconds === null) return job.started_at === null ? 0 : null;
  return Math.max(1, Math.ceil(job.duration_seconds / 60));
}

/** GitHub gives jobs that never ran a start too, but neither runner nor steps. Other sources tell no runner. */
function gotRunner(job: JobTime): boolean {
  if (job.got_runner) return true;
  return job.conclusion !== "cancelled" && job.duration_seconds !== null;
}

/** Standard runners are free in public repositories, and everywhere for what Pages and Dependabot run themselves. */
export function standardIsFree(
  run: Pick<Run, "workflow_file">,
  { visibility }: Pick<Repository, "visibility">,
): boolean {
  return visibility === "public" || /^dynamic\/(?:pages|dependabot)\//.test(run.workflow_file ?? "");
}

type Price = { perMinute: number | null; worth: number | null; runner: string; basis: MinutesBasis };

/** Rates in nano-dollars per minute. */
function priceOf(job: JobTime, day: Day, free: boolean, overrides: readonly RunnerPrice[]): Price {
  const sku = skuOf(job);
  const runner = sku === null ? job.labels.join(", ") || "no label" : sku === SELF_HOSTED ? sku : sku.name;
  const own = overrides.find((price) => holdsOn(price, day) && job.labels.some(globs([price.label])));
  if (own !== undefined) {
    const rate = nano(own.per_minute);
    return { perMinute: rate, worth: rate, runner, basis: "configured" };
  }
  if (sku === null) return { perMinute: null, worth: null, runner, basis: "unknown" };
  if (sku === SELF_HOSTED) return { perMinute: 0, worth: 0, runner, basis: "self_hosted" };
  const list = nano(day >= LOWER_SINCE ? sku.usd : sku.usdBefore2026);
  if (sku.standard && free) return { perMinute: 0, worth: list, runner, basis: "free" };
  return { perMinute: list, worth: list, runner, basis: "list" };
}
