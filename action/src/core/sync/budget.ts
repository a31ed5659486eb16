/** How much of GitHub a sync may use. Everything else in the repository shares the same hourly limit. */
export type Budget = {
  /** The input `max-api-requests`; null: a share of the limit. */
  maxApiRequests: number | null;
  /** GitHub's event that started the sync. */
  trigger: string;
};

/** What was spent when the question was asked. */
export type Spent = {
  total: number;
  inFlight: number;
  rateLimit: { limit: number; remaining: number } | null;
};

/** Syncs that nobody waits for leave most of the hour to others. */
const SHARE_UNATTENDED = 0.3;
const SHARE = 0.8;
const UNATTENDED: ReadonlySet<string> = new Set(["schedule", "workflow_run"]);

/** Requests a sync may make; null while the limit is unknown or off. */
export function allowance(budget: Budget, limit: number | null): number | null {
  if (budget.maxApiRequests !== null) return budget.maxApiRequests;
  return limit === null
    ? null
    : Math.floor(limit * (UNATTENDED.has(budget.trigger) ? SHARE_UNATTENDED : SHARE));
}

/** The circuit breaker: below this, what is left of the hour belongs to others. */
export function reserve(limit: number): number {
  return Math.max(100, Math.ceil(limit / 10));
}

/** Why a sync that began so many seconds ago must come to its end; null when it may go on. */
export function outOfTime(maxMinutes: number, seconds: number): string | null {
  return seconds < maxMinutes * 60
    ? null
    : `its ${maxMinutes} minute${maxMinutes === 1 ? " is" : "s are"} over`;
}

/** Why one more request must not be made; null when it may. The very first one always may: it tells the limit. */
export function refusal(budget: Budget, spent: Spent): string | null {
  if (spent.total === 0) return null;
  const allowed = allowance(budget, spent.rateLimit?.limit ?? null);
  if (allowed !== null && spent.total >= allowed) return `the budget of ${allowed} requests is used up`;
  if (spent.rateLimit === null) return null;
  const { limit, remaining } = spent.rateLimit;
  const kept = reserve(limit);
  return remaining - spent.inFlight <= kept
    ? `${remaining} of ${limit} requests are left this hour, and ${kept} are kept for others`
    : null;
}
