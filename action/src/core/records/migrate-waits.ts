import type { RecordFile } from "#core/records/files.ts";

/** 3 → 4: jobs did not tell a wait for an approval from one for a runner, which is not known of them any more. */
export function waits(file: RecordFile, data: unknown): unknown {
  if (!isObject(data)) return data; // the schema of the next version says what is wrong
  const next = { ...data, schema_version: 4 };
  const { runs } = data;
  if (file.kind !== "runs" || !Array.isArray(runs)) return next;
  return { ...next, runs: runs.map(runWithWaits) };
}

function runWithWaits(found: unknown): unknown {
  if (!isObject(found) || !Array.isArray(found["jobs"])) return found;
  const jobs = found["jobs"].map((job) => (isObject(job) ? { ...job, approval_seconds: null } : job));
  return { ...found, jobs };
}

type Old = Record<string, unknown>;

function isObject(found: unknown): found is Old {
  return typeof found === "object" && found !== null && !Array.isArray(found);
}
