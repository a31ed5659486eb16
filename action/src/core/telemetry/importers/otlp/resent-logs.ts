import { inputHash } from "#core/telemetry/input-hash.ts";
import type { LogRecord } from "#core/telemetry/otlp/records.ts";

/** Beyond this what came last is believed to be new. */
const MOST = 100_000;

/** Senders repeat a batch whose answer was lost, and a program and a collector may both keep what it sent. */
export class ResentLogs {
  readonly #seen = new Set<string>();

  /** Whether a record came before that is the same in all that it tells. */
  isAgain({ time, name, traceId, spanId, attributes }: LogRecord): boolean {
    const hash = inputHash(JSON.stringify([time, name, traceId, spanId, [...attributes]])) ?? "";
    if (this.#seen.has(hash)) return true;
    if (this.#seen.size < MOST) this.#seen.add(hash);
    return false;
  }
}
