import type { RecordFile } from "#core/records/files.ts";
import { each, type Old, raisedTo } from "#core/records/migrate-old.ts";

/**
 * 2 → 3: usage did not say who used it and knew no fees, metrics had no labels and no buckets, and decisions knew
 * three words, of which `deny` is now `block`; `modify` stays as it was told.
 */
export function telling(file: RecordFile, data: unknown): unknown {
  return raisedTo(3, file, data, { executions: reportedExecution });
}

/** Also of what a collect step of an earlier version wrote on the runner. */
export function reportedExecution(execution: Old): Old {
  return {
    ...execution,
    usage: each(execution["usage"], (row) => ({
      ...row,
      component: row["component"] ?? null,
      fee: row["fee"] ?? null,
    })),
    metrics: each(execution["metrics"], (metric) => ({
      ...metric,
      labels: metric["labels"] ?? {},
      buckets: metric["buckets"] ?? null,
    })),
    decisions: each(execution["decisions"], (decision) =>
      decision["result"] === "deny" ? { ...decision, result: "block" } : decision,
    ),
  };
}
