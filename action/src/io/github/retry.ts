import type { Failure } from "#core/sync/request-failed.ts";

/**
 * When a request to GitHub is made again. The whole policy is here; others carry it out:
 *
 * | what came back | what is done | by |
 * |---|---|---|
 * | nothing, 5xx, 408, a body that is no JSON | again after 2, 8 and 18 s | octokit's retry plugin |
 * | the same for a page of a list, or a query of many things | once again, then in smaller pages, in halves | `list.ts`, `in-halves.ts` |
 * | a limit, with a time | everything waits so long, then one request tries | `Patience` |
 * | a limit without a time | the same, for a minute | `Patience` |
 * | the hour's requests are used up | the sync stops, the next goes on | the caller |
 * | every other status | nothing: it would come again | the caller |
 *
 * What creates something is sent once, whatever comes back: it may have been done although no answer came. And no
 * repetition is made that the budget of requests or minutes does not allow.
 */

/** Options of `@octokit/plugin-retry`, whose pauses are `base`, 4 × `base` and 9 × `base`. */
export const RETRY = {
  retries: 3,
  retryAfterBaseValue: 2000,
  doNotRetry: [400, 401, 403, 404, 405, 406, 409, 410, 413, 415, 422, 429, 451],
};

/** Repetitions of a page before smaller ones are asked for. */
export const RETRIES_OF_A_PAGE = 1;

/** What a limit without a time asks for: "at least one minute". */
const UNNAMED_WAIT_SECONDS = 60;
/** Longer waits are left to the next sync: a runner's minutes cost more than a later row. */
export const LONGEST_WAIT_SECONDS = 60;
export const ALL_WAITS_SECONDS = 120;
/** A server that asks to wait for no time at all is not asked for ever. */
export const MOST_WAITS = 4;

/** So many requests in a row that failed for good mean that GitHub is down, not that one run is odd. */
export const HOPELESS = 10;

/** What a failed answer means and what to do: wait a given time, try again soon, or give up with a reason. */
export type Verdict =
  | { act: "wait"; seconds: number }
  | { act: "again" }
  | { act: "give-up"; failure: Failure; message: string };

export type Failed = {
  /** 500 also stands for "no answer" and "not readable". */
  status: number;
  headers: Readonly<Record<string, string | number | undefined>>;
  message: string;
};

const SECONDARY = /secondary rate limit|abuse detection/i;

/**
 * The rules of GitHub's limits, most certain sign first. A plain 403 is a missing permission, which no repetition
 * mends.
 */
export function judge({ status, headers, message }: Failed): Verdict {
  if (status === 403 || status === 429) {
    const retryAfter = Number(headers["retry-after"] ?? Number.NaN);
    if (!Number.isNaN(retryAfter)) return { act: "wait", seconds: Math.max(0, retryAfter) };
    if (String(headers["x-ratelimit-remaining"]) === "0")
      return { act: "give-up", failure: "stopped", message: "the hourly limit of requests is used up" };
    if (status === 429 || SECONDARY.test(message)) return { act: "wait", seconds: UNNAMED_WAIT_SECONDS };
    const needed = headers["x-accepted-github-permissions"];
    const hint = needed ? `; it needs the permission ${needed}` : "";
    return { act: "give-up", failure: "forbidden", message: `${message}${hint}` };
  }
  if (status >= 500 || status === 408) return { act: "again" };
  if (status === 401) return { act: "give-up", failure: "unauthorized", message };
  // 410: expired. 422: "No commit found for SHA".
  if ([404, 410, 422].includes(status)) return { act: "give-up", failure: "not_found", message };
  return { act: "give-up", failure: "failed", message };
}
