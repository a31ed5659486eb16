import type { Caller } from "#simulator/access.ts";
import { type Answer, DOCS, json, problem } from "#simulator/answer.ts";

const HOUR = 3_600_000;
const ANONYMOUS_PER_HOUR = 60;

/**
 * The hour's requests of each caller. `perHour` null: not limited, no headers, as on an Enterprise Server without
 * limits. What is refused is not counted; neither are 304 and `/rate_limit`, whose answers never reach `count`.
 */
export function createPrimaryLimit(perHour: number | null, now: () => number, resource = "core") {
  const windows = new Map<Caller, { used: number; reset: number }>();
  const limitOf = (caller: Caller) =>
    perHour === null ? null : caller === "anonymous" ? ANONYMOUS_PER_HOUR : perHour;

  function window(caller: Caller) {
    const open = windows.get(caller);
    if (open && open.reset > now()) return open;
    const fresh = { used: 0, reset: now() + HOUR };
    windows.set(caller, fresh);
    return fresh;
  }

  function standing(caller: Caller) {
    const limit = limitOf(caller);
    if (limit === null) return null;
    const { used, reset } = window(caller);
    return { limit, used, remaining: limit - used, reset: Math.floor(reset / 1000), resource };
  }

  return {
    refuse(caller: Caller): Answer | null {
      if (standing(caller)?.remaining !== 0) return null;
      const message =
        caller === "anonymous"
          ? "API rate limit exceeded for 127.0.0.1. (But here's the good news: Authenticated requests get a higher rate limit. Check out the documentation for more details.)"
          : "API rate limit exceeded for installation. If you reach out to GitHub Support for help, please include the request ID.";
      return problem(403, message, { documentation_url: `${DOCS}/overview/rate-limits-for-the-rest-api` });
    },

    count(caller: Caller): void {
      window(caller).used += 1;
    },

    remaining: (caller: Caller): number | null => standing(caller)?.remaining ?? null,

    headers(caller: Caller): Record<string, string> {
      const entries = Object.entries(standing(caller) ?? {});
      return Object.fromEntries(entries.map(([name, value]) => [`x-ratelimit-${name}`, String(value)]));
    },

    /** `GET /rate_limit`. */
    overview(caller: Caller, version: string): Answer {
      const core = standing(caller);
      if (core === null) return problem(404, "Rate limiting is not enabled.");
      const search = { limit: 30, used: 0, remaining: 30, reset: core.reset, resource: "search" };
      const graphql = { ...core, used: 0, remaining: core.limit, resource: "graphql" };
      // The second version of the API dropped the old name of `resources.core`.
      return json({
        resources: { core, search, graphql },
        ...(version === "2022-11-28" && { rate: core }),
      });
    },
  };
}
