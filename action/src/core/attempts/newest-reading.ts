import type { Execution } from "#core/records/execution.ts";

/**
 * What an attempt left may be read again when its importer has learned more; by then it may tell other executions. Of
 * two readings by one importer the newer one is all that counts.
 */
export function newestReading(executions: readonly Execution[]): readonly Execution[] {
  const newest = new Map<string, number>();
  for (const { source } of executions)
    newest.set(source.importer, Math.max(source.version, newest.get(source.importer) ?? 0));
  return executions.filter(({ source }) => source.version === newest.get(source.importer));
}
