import { BARE, type Condition, subjectOf } from "#core/records/condition.ts";
import type { JournalEntry } from "#core/records/journal.ts";
import { ENOUGH } from "#core/statistics/enough.ts";

/** What the watcher must not become itself. Shares, seconds and bytes. */
export type WatcherLimits = { rateLimitLeft: number; syncSeconds: number; fileBytes: number };

/**
 * What is wrong with our own syncs. A sync that failed writes no journal: three that stopped early in a row are seen
 * here, one that never ran by Data health.
 */
export function watcherConditions(
  journal: readonly JournalEntry[],
  sizes: readonly { path: string; bytes: number }[],
  limits: WatcherLimits,
): Condition[] {
  const last = journal.at(-1);
  if (last === undefined) return [];
  const row = journal.slice(-ENOUGH.syncsInRow);
  const conditions: Condition[] = [];
  const add = (rule: string, figures: Partial<Condition> & Pick<Condition, "value" | "unit" | "limit">) =>
    conditions.push({
      ...BARE,
      rule,
      subject: { kind: "sync", id: rule, name: "AgentOps' own sync" },
      ...figures,
    });
  if (row.length === ENOUGH.syncsInRow && row.every(({ stopped }) => stopped !== null))
    add("sync-stops", {
      value: ENOUGH.syncsInRow,
      unit: "count",
      limit: ENOUGH.syncsInRow,
      since: row[0]?.started_at ?? null,
    });
  const left = last.rate_limit === null ? null : last.rate_limit.remaining / last.rate_limit.limit;
  if (left !== null && left < limits.rateLimitLeft)
    add("rate-limit", { value: left, unit: "share", limit: limits.rateLimitLeft, since: last.started_at });
  // A first sync may take its time.
  if (journal.length > 1 && last.duration_seconds > limits.syncSeconds)
    add("slow-sync", {
      value: last.duration_seconds,
      unit: "seconds",
      limit: limits.syncSeconds,
      since: last.started_at,
    });
  const largest = sizes.reduce((a, b) => (b.bytes > a.bytes ? b : a), { path: "", bytes: 0 });
  if (largest.bytes > limits.fileBytes)
    add("large-file", {
      subject: subjectOf("sync", "large-file", largest.path),
      severity: "notice",
      ...{ value: largest.bytes, unit: "bytes", limit: limits.fileBytes },
    });
  return conditions;
}
