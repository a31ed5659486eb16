import type { AgentEvent } from "#core/records/event.ts";
import { MOST_BUCKETS, type UserMetric } from "#core/records/user-metric.ts";
import { cut } from "#core/records/within-bounds.ts";

type Attributes = NonNullable<AgentEvent["attributes"]>;
type Buckets = UserMetric["buckets"];

const LABEL = /^labels?\.(.{1,100})$/;
const MOST_LABELS = 10;
const MOST_VALUE = 1e15;
/** What an attribute may hold. */
const LONGEST_BUCKETS = 500;

/**
 * `custom.metric` with `{name, value, kind, unit, label.<name>}`, and of histograms that were told as a whole
 * `{sum, count, min, max, buckets: "0.5:3,1:7,+Inf:2"}`; null where it has no name or no number.
 */
export function metricOfEvent(attributes: Attributes | null | undefined): UserMetric | null {
  const reported = attributes ?? {};
  const kind =
    reported["kind"] === "counter" || reported["kind"] === "histogram" ? reported["kind"] : "gauge";
  const isWhole = kind === "histogram" && number(reported["count"]) !== null;
  const value = (isWhole ? number(reported["sum"]) : null) ?? number(reported["value"]);
  if (typeof reported["name"] !== "string" || reported["name"] === "" || value === null) return null;
  return {
    name: cut(reported["name"], 200),
    kind,
    unit: typeof reported["unit"] === "string" ? cut(reported["unit"], 50) : null,
    labels: labelsOf(reported),
    value,
    count: isWhole ? Math.max(0, Math.round(number(reported["count"]) ?? 0)) : 1,
    min: isWhole ? number(reported["min"]) : value,
    max: isWhole ? number(reported["max"]) : value,
    buckets: isWhole ? bucketsOf(reported["buckets"]) : null,
  };
}

/** The same the other way round. */
export function eventOfMetric(metric: UserMetric): Attributes {
  const { name, kind, unit, labels, value, count, min, max, buckets } = metric;
  const isWhole = kind === "histogram" && count !== null;
  const words = buckets === null ? null : bucketWords(buckets);
  return {
    ...{ name, kind, value },
    ...(unit !== null && { unit }),
    ...(isWhole && { sum: value, count }),
    ...(isWhole && min !== null && { min }),
    ...(isWhole && max !== null && { max }),
    ...(isWhole && words !== null && { buckets: words }),
    ...Object.fromEntries(
      Object.entries(labels).map(([label, text]) => [`label.${label}`.slice(0, 100), text]),
    ),
  };
}

function labelsOf(reported: Attributes): UserMetric["labels"] {
  const labels = Object.entries(reported).flatMap(([key, value]) => {
    const name = LABEL.exec(key)?.[1];
    return name === undefined ? [] : [[name, cut(String(value), 200)] as const];
  });
  return Object.fromEntries(labels.sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, MOST_LABELS));
}

function bucketsOf(reported: unknown): Buckets {
  if (typeof reported !== "string") return null;
  const buckets = reported.split(",").map((word) => {
    const [le, count] = word.split(":");
    return { le: le === "+Inf" ? null : Number(le), count: Number(count) };
  });
  const isSound = buckets.every(
    ({ le, count }) => (le === null || number(le) !== null) && Number.isInteger(count) && count >= 0,
  );
  return isSound && buckets.length <= MOST_BUCKETS ? buckets : null;
}

/** Of too many, every two neighbours become one, until they fit. */
function bucketWords(buckets: NonNullable<Buckets>): string {
  const words = buckets.map(({ le, count }) => `${le ?? "+Inf"}:${count}`).join(",");
  if (words.length <= LONGEST_BUCKETS && buckets.length <= MOST_BUCKETS) return words;
  return bucketWords(
    buckets.flatMap((bucket, index) => {
      if (index % 2 === 1) return [{ ...bucket, count: bucket.count + (buckets[index - 1]?.count ?? 0) }];
      return index === buckets.length - 1 ? [bucket] : [];
    }),
  );
}

function number(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) && Math.abs(value) < MOST_VALUE ? value : null;
}
