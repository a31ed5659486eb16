import { compileGuard } from "#app/compile-guard.ts";
import { issueStatements } from "#app/issue-statements.ts";
import type { SyncResult } from "#app/sync/result.ts";
import type { Context } from "./context.ts";
import { documentOptions } from "./dashboard.ts";
import type { Records } from "./records.ts";

/**
 * Stores what follows from the records as they are now, in the commit of what was fetched. Who was told to end has no
 * time for it; the next sync does it.
 *
 * @returns what was done, for the commit's message
 */
export async function storeConclusions(
  records: Records,
  context: Context,
  { complete }: Pick<SyncResult, "complete">,
  changed: boolean,
): Promise<string[]> {
  const effects = { store: records.store, clock: context.clock };
  const options = await documentOptions(records, context);
  const months = await issueStatements(effects, { ...options, settled: complete });
  const isCompiled = await compileGuard(effects, options, changed);
  return [
    ...(months.length > 0 ? [`Issue statements: ${months.join(", ")}`] : []),
    ...(isCompiled ? ["Compile the guard's table anew"] : []),
  ];
}
