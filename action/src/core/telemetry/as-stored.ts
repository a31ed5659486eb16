import { fnv1a64 } from "#core/hash.ts";
import type { StoredEvent } from "#core/records/event.ts";
import type { Execution } from "#core/records/execution.ts";
import { trustOf } from "#core/records/trust.ts";
import { contentId } from "#core/sha256.ts";
import type { ImportContext, ReportedEvent } from "#core/telemetry/importer.ts";

/**
 * Who used an agent, as a word that stays the same in the repository and says nothing outside of it. It hides names
 * from readers of a dashboard, not from someone who tries every login.
 */
export function hashedUser(user: string, repository: string): string {
  return `user-${fnv1a64(`${repository}/${user}`).slice(0, 12)}`;
}

/** @param salt the repository; null: users stay as they are */
export function storedExecution(execution: Execution, salt: string | null): Execution {
  const { user_id } = execution;
  return salt === null || user_id === null ? execution : { ...execution, user_id: hashedUser(user_id, salt) };
}

/** An event of an attempt, with the id that makes recording it twice recording it once. */
export function storedEvent(
  { file: _, own_step, ...event }: ReportedEvent,
  { repository, run }: Pick<ImportContext, "repository" | "run">,
  salt: string | null,
): StoredEvent {
  return {
    ...event,
    ...(event.user_id && salt !== null && { user_id: hashedUser(event.user_id, salt) }),
    event_id: contentId("event", repository.toLowerCase(), run.id, run.run_attempt, event),
    trust: trustOf(run, "own"),
    own_step: own_step === true && !run.from_fork,
    run_id: run.id,
    run_attempt: run.run_attempt,
  };
}
