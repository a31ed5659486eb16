import { type Answer, problem } from "#simulator/answer.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const CONCURRENT = 100;

/** Points that a key may collect in a window; reading costs 1, writing 5. */
const POINTS = { duration: MINUTE, points: 900 };
/** What creates content (and notifies people) is also counted by itself. */
const CONTENT = [
  { duration: MINUTE, points: 80 },
  { duration: HOUR, points: 500 },
];

/** GitHub's words for a limit that has nothing to do with the hour's; without a time, when `seconds` is null. */
export function secondaryRefusal(status: 403 | 429, seconds: number | null): Answer {
  const refusal = problem(
    status,
    "You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID.",
    {
      documentation_url:
        "https://docs.github.com/free-pro-team@latest/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits",
    },
  );
  if (seconds !== null) refusal.headers["retry-after"] = String(seconds);
  return refusal;
}

/** Limits against haste: per endpoint, on content, on requests at the same time. */
export function createSecondaryLimit(enabled: boolean, now: () => number) {
  const windows = new Map<string, { until: number; points: number }>();
  let inFlight = 0;

  /** Milliseconds until `cost` fits; counts it when that is now. */
  function spend(key: string, rule: { duration: number; points: number }, cost: number): number {
    const open = windows.get(key);
    const window = open && open.until > now() ? open : { until: now() + rule.duration, points: 0 };
    windows.set(key, window);
    if (window.points + cost > rule.points) return window.until - now();
    window.points += cost;
    return 0;
  }

  return {
    enter: () => {
      inFlight += 1;
    },
    leave: () => {
      inFlight -= 1;
    },

    refuse(method: string, endpoint: string): Answer | null {
      if (!enabled) return null;
      if (inFlight > CONCURRENT) return secondaryRefusal(403, null);
      const reads = method === "GET" || method === "HEAD";
      const waits = [spend(endpoint, POINTS, reads ? 1 : 5)];
      if (!reads) waits.push(...CONTENT.map((rule) => spend(`content ${rule.duration}`, rule, 1)));
      const wait = Math.max(...waits);
      return wait > 0 ? secondaryRefusal(403, Math.ceil(wait / 1000)) : null;
    },
  };
}
