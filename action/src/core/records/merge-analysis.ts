import type { StoredAnalysis } from "#core/records/analysis.ts";
import { compareText, greater } from "#core/records/order.ts";

/** The better reading of the same attempt: newer rules beat older, having read beats inferring, more read beats less. */
export function mergeAnalysis(a: StoredAnalysis, b: StoredAnalysis): StoredAnalysis {
  return greater(a, b, compareReadings);
}

const SOURCES: readonly StoredAnalysis["source"][] = ["record", "inferred", "read"];

function compareReadings(a: StoredAnalysis, b: StoredAnalysis): number {
  return (
    a.rules_version - b.rules_version ||
    SOURCES.indexOf(a.source) - SOURCES.indexOf(b.source) ||
    b.truncated.length - a.truncated.length ||
    compareText(a, b)
  );
}
