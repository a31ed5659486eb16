import type { StoredAnalysis } from "#core/records/analysis.ts";
import type { StoredEvent } from "#core/records/event.ts";
import type { Execution } from "#core/records/execution.ts";
import type { Run } from "#core/records/run.ts";
import type { LedgerEntry } from "#core/records/state.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";

type Reason = LedgerEntry["reason"];

/** What came of fetching what one attempt lacks. A stage gives it; `apply` does what follows from it. */
export type Outcome =
  /** The attempt with what it lacked; `unreadable` says what of it could not be read. */
  | { kind: "record"; run: Run; unreadable?: readonly string[] }
  /** Run objects as GitHub sent them, of this attempt or of its run's others. */
  | { kind: "rows"; payloads: readonly unknown[] }
  | { kind: "reading"; reading: StoredAnalysis }
  /** `problem`: what is not believed, or that nothing was told. */
  | {
      kind: "executions";
      executions: readonly Execution[];
      events: readonly StoredEvent[];
      problem: { reason: Reason; message: string } | null;
    }
  /** It is stored already, or not wanted any more. */
  | { kind: "done" }
  /** Nothing came of it in this sync: it lags behind, or the sync's limits are reached. */
  | { kind: "later" }
  /** GitHub says it has none, which may pass. `instead`: what the record alone says. */
  | { kind: "absent"; message: string; instead?: StoredAnalysis | null }
  /** It failed, which may pass. */
  | { kind: "failed"; reason: Reason; message: string }
  /** Nobody will ever have it. */
  | { kind: "missing"; reason: Reason; message: string; instead?: StoredAnalysis | null }
  /** Nothing more may be asked for. */
  | { kind: "stop"; reason: string };

/**
 * What a refused request means for the attempt it was made for.
 *
 * @throws the error where it concerns more than the attempt
 */
export function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof RequestFailed)) throw error;
  const { failure, status, message } = error;
  switch (failure) {
    case "unauthorized":
      throw error;
    case "stopped":
      return { kind: "stop", reason: message };
    case "not_found":
      // 410 and 422 are final words; 404 is also said in passing.
      return status === 404 ? { kind: "absent", message } : { kind: "missing", reason: "not_found", message };
    case "forbidden":
      return { kind: "failed", reason: "forbidden", message };
    case "failed":
      return { kind: "failed", reason: "gave_up", message };
  }
}
