import type { Execution } from "#core/records/execution.ts";
import { executionId } from "#core/telemetry/ids.ts";
import type { ImportContext } from "#core/telemetry/importer.ts";

/**
 * Gives ready-made executions an id of ours, made of this attempt and of what they call themselves; what points at
 * them follows. Until here their own id told whether two files of the attempt tell of the same work: an id that they
 * chose never leaves the attempt.
 */
export function withOwnIds(executions: readonly Execution[], context: ImportContext): Execution[] {
  const own = (reported: string) => executionId(context, `told/${reported}`);
  const reported = new Set(executions.flatMap(({ told_id }) => told_id ?? []));
  return executions.map((execution) => {
    const { told_id, parent_execution_id: parent } = execution;
    const isOwnsParent = parent !== null && (told_id !== null || reported.has(parent));
    return {
      ...execution,
      execution_id: told_id === null ? execution.execution_id : own(told_id),
      parent_execution_id: isOwnsParent ? parentOf(parent) : parent,
    };
  });

  /** The parent may have been told by a file that we read ourselves, which has its id already. */
  function parentOf(parent: string): string {
    const isRead = executions.some(
      ({ execution_id, told_id }) => told_id === null && execution_id === parent,
    );
    return isRead ? parent : own(parent);
  }
}
