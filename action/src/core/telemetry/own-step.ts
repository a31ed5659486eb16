import { GUARD_POLICY } from "#core/records/guard-verdict.ts";
import { COLLECTED } from "#core/telemetry/collected-job.ts";
import { GUARD_FILE } from "#core/telemetry/guard-file.ts";
import type { CollectedFrom, ReportedEvent } from "#core/telemetry/importer.ts";

/** What our collect step keeps of events: those its receiver took, and those that programs and `emit` appended. */
const FILES: readonly string[] = [COLLECTED.events, COLLECTED.emitted];

/**
 * Marks the events of our own step: those in a file that collect writes, at the top of an artifact that also holds
 * collect's note of this attempt. A job's log, an agent's own files and any other artifact are none. Whoever runs code
 * in the job can write such a file too: the mark says where it stood, and the run's trust what that is worth.
 *
 * The guard's decisions are told apart: of them only those are ours that stand in an artifact which a guard step left.
 *
 * @param notes of the attempt, held to its run before they got here
 * @param guards names of such artifacts
 */
export function withOwnSteps(
  events: readonly ReportedEvent[],
  notes: readonly CollectedFrom[],
  guards: readonly string[] = [],
): ReportedEvent[] {
  const files = new Set(notes.flatMap(({ artifact }) => FILES.map((name) => `${artifact}/${name}`)));
  const decisions = new Set(guards.map((artifact) => `${artifact}/${GUARD_FILE}`));
  return events.map(({ file, ...event }) => {
    const ours = event.policy_id === GUARD_POLICY ? decisions : files;
    return file !== undefined && ours.has(file) ? { ...event, own_step: true } : event;
  });
}
