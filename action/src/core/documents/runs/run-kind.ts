import { roleOf } from "#core/outcome.ts";
import type { StoredAnalysis } from "#core/records/analysis.ts";
import type { Category } from "#core/records/category.ts";
import type { Run } from "#core/records/run.ts";

/** What kind of failure an attempt is, by the primary finding of its logs. */
export type RunKind = {
  /** Null where no log was read, and for what did not fail; `unknown` where the log explains nothing. */
  category: Category | null;
  signature: string | null;
};

const NO_KIND: RunKind = { category: null, signature: null };

export function runKind(
  run: Pick<Run, "status" | "conclusion">,
  reading: Pick<StoredAnalysis, "findings"> | null,
): RunKind {
  if (reading === null) return NO_KIND;
  const [primary] = reading.findings;
  if (primary !== undefined) return { category: primary.category, signature: primary.signature };
  return roleOf(run) === "failure" ? { category: "unknown", signature: null } : NO_KIND;
}
