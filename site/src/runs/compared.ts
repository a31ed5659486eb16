import { duration } from "#core/format.ts";
import type { Distribution } from "#core/statistics/distribution.ts";

/** `2.1 times the median of 214 in 30 days, p95 12m 30s`; empty where there is nothing to compare with. */
export function comparedWith(seconds: number | null, { n, p50, p95 }: Distribution): string {
  if (p50 === null || n < 2) return "";
  const usual = `median ${duration(p50)}${p95 === null ? "" : `, p95 ${duration(p95)}`} of ${n} in 30 days`;
  if (seconds === null) return usual;
  const word =
    p95 !== null && seconds > p95
      ? "above p95: "
      : seconds > p50 * 1.5
        ? "long: "
        : seconds < p50 / 1.5
          ? "short: "
          : "";
  return `${word}${usual}`;
}
