import type { Failure } from "#core/sync/request-failed.ts";

/** What a failed answer means and what to do: wait a given time, back off, or give up with a reason. */
export type Verdict =
  | { act: "wait"; seconds: number }
  | { act: "back-off" }
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
    if (!Number.isNaN(retryAfter)) return { act: "wait", seconds: retryAfter };
    if (String(headers["x-ratelimit-remaining"]) === "0")
      return { act: "give-up", failure: "stopped", message: "the hourly limit of requests is used up" };
    if (status === 429 || SECONDARY.test(message)) return { act: "back-off" };
    const needed = headers["x-accepted-github-permissions"];
    const hint = needed ? `; it needs the permission ${needed}` : "";
    return { act: "give-up", failure: "forbidden", message: `${message}${hint}` };
  }
  if (status >= 500 || status === 408) return { act: "back-off" };
  if (status === 401) return { act: "give-up", failure: "unauthorized", message };
  // 410: expired. 422: "No commit found for SHA".
  if ([404, 410, 422].includes(status)) return { act: "give-up", failure: "not_found", message };
  return { act: "give-up", failure: "failed", message };
}
