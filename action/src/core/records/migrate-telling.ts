import type { RecordFile } from "#core/records/files.ts";

/**
 * 2 → 3: usage did not say who used it and knew no fees, metrics had no labels and no buckets, and decisions knew
 * three words, of which `deny` is now `block`; `modify` stays as it was told.
 */
export function telling(file: RecordFile, data: unknown): unknown {
  if (!isObject(data)) return data; // the schema of the next version says what is wrong
  const next = { ...data, schema_version: 3 };
  const { executions } = data;
  if (file.kind !== "executions" || !Array.isArray(executions)) return next;
  return { ...next, executions: executions.map(toldExecution) };
}

/** Also of what a collect step of an earlier version wrote on the runner. */
export function toldExecution(found: unknown): unknown {
  if (!isObject(found)) return found;
  return {
    ...found,
    usage: each(found["usage"], (row) => ({
      ...row,
      component: row["component"] ?? null,
      fee: row["fee"] ?? null,
    })),
    metrics: each(found["metrics"], (metric) => ({
      ...metric,
      labels: metric["labels"] ?? {},
      buckets: metric["buckets"] ?? null,
    })),
    decisions: each(found["decisions"], (decision) =>
      decision["result"] === "deny" ? { ...decision, result: "block" } : decision,
    ),
  };
}

type Old = Record<string, unknown>;

function each(list: unknown, step: (item: Old) => Old): unknown {
  return Array.isArray(list) ? list.map((item) => (isObject(item) ? step(item) : item)) : list;
}

function isObject(found: unknown): found is Old {
  return typeof found === "object" && found !== null && !Array.isArray(found);
}
