import type { StoredAnalysis } from "#core/records/analysis.ts";
import { attemptKey } from "#core/records/run.ts";

/**
 * Adds readings to a day and replaces known ones: newer rules beat older, having read beats inferring, more read
 * beats less. Associative, commutative and idempotent, as all merging of records.
 */
export function mergeAnalyses(
  stored: readonly StoredAnalysis[],
  fresh: readonly StoredAnalysis[],
): { analyses: StoredAnalysis[]; changed: boolean } {
  const merged = new Map(stored.map((analysis) => [attemptKey(analysis), analysis]));
  let changed = false;
  for (const analysis of fresh) {
    const known = merged.get(attemptKey(analysis));
    if (known !== undefined && compare(analysis, known) <= 0) continue;
    merged.set(attemptKey(analysis), analysis);
    changed = true;
  }
  return {
    analyses: [...merged.values()].sort((a, b) => a.run_id - b.run_id || a.run_attempt - b.run_attempt),
    changed,
  };
}

const SOURCES: readonly StoredAnalysis["source"][] = ["record", "inferred", "read"];

function compare(a: StoredAnalysis, b: StoredAnalysis): number {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  return (
    a.rules_version - b.rules_version ||
    SOURCES.indexOf(a.source) - SOURCES.indexOf(b.source) ||
    b.truncated.length - a.truncated.length ||
    (left < right ? -1 : left > right ? 1 : 0)
  );
}
