import type { Usage } from "#app/effects.ts";
import type { EndpointRequests, JournalEntry } from "#core/records/journal.ts";
import { formatUtc } from "#core/time.ts";

export type Headers = Readonly<Record<string, string | number | undefined>>;

/** The end of the year 9999. */
const LAST_RESET = 253_402_300_799;

/** Counts what is asked, by endpoint, and remembers what the headers say about the limit. */
export class Meter {
  readonly #endpoints = new Map<string, EndpointRequests>();
  #total = 0;
  #inFlight = 0;
  #rateLimit: JournalEntry["rate_limit"] = null;
  waitedSeconds = 0;
  reached = false;

  sent(endpoint: string, isRepetition: boolean): void {
    const counts = this.#of(endpoint);
    counts.requests += 1;
    if (isRepetition) counts.retried += 1;
    this.#total += 1;
    this.#inFlight += 1;
  }

  answered(endpoint: string, failed: boolean, headers: Headers): void {
    this.#inFlight -= 1;
    if (failed) this.#of(endpoint).failed += 1;
    // GraphQL has an hourly limit of its own, which says nothing about what is left for the others.
    if (headers["x-ratelimit-resource"] === "graphql") return;
    const limit = countIn(headers["x-ratelimit-limit"]);
    const remaining = countIn(headers["x-ratelimit-remaining"]);
    const reset = countIn(headers["x-ratelimit-reset"]);
    if (limit === null || remaining === null || reset === null || reset > LAST_RESET) return;
    const resetAt = formatUtc(reset);
    const known = this.#rateLimit;
    // Answers overtake each other; within one hour the count only goes down.
    if (
      known !== null &&
      (known.reset_at > resetAt || (known.reset_at === resetAt && known.remaining < remaining))
    )
      return;
    this.#rateLimit = { limit, remaining, reset_at: resetAt };
  }

  usage(): Usage {
    return {
      requests: [...this.#endpoints.values()]
        .map((counts) => ({ ...counts }))
        .sort((a, b) => (a.endpoint < b.endpoint ? -1 : 1)),
      total: this.#total,
      inFlight: this.#inFlight,
      rateLimit: this.#rateLimit,
      waitedSeconds: this.waitedSeconds,
      reached: this.reached,
    };
  }

  #of(endpoint: string): EndpointRequests {
    const counts = this.#endpoints.get(endpoint) ?? { endpoint, requests: 0, failed: 0, retried: 0 };
    this.#endpoints.set(endpoint, counts);
    return counts;
  }
}

/** A whole number that is not negative; null where the header is missing or says another thing. */
function countIn(header: string | number | undefined): number | null {
  const value = header === undefined || header === "" ? Number.NaN : Number(header);
  return Number.isSafeInteger(value) && value >= 0 ? value : null;
}
