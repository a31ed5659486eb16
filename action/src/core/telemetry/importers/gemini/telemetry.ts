import type { ImportContext } from "#core/telemetry/importer.ts";
import type { AgentWork } from "#core/telemetry/importers/agent-work.ts";
import { geminiEvent } from "#core/telemetry/importers/gemini/telemetry-events.ts";
import { geminiWork, type Telling, telling } from "#core/telemetry/importers/gemini/telling.ts";
import { type LooseObject, listAt, objectAt, textAt } from "#core/telemetry/loose-json.ts";

const MOST_SESSIONS = 100;

/**
 * The file that Gemini's telemetry is written to: spans, logs and metrics as the SDK holds them in memory. Only logs
 * are read: spans and metrics tell of the same requests again.
 */
export class GeminiTelemetry {
  readonly #context: ImportContext;
  readonly #path: string;
  readonly #sessions = new Map<string, { session: string | null; work: AgentWork }>();

  constructor(context: ImportContext, path: string) {
    this.#context = context;
    this.#path = path;
  }

  record(record: LooseObject): void {
    const attributes = objectAt(record, "attributes");
    const name = textAt(attributes, "event.name");
    if (name === null) return;
    const session = textAt(attributes, "session.id") ?? resourceValue(record, "session.id");
    const work = this.#work(session);
    if (work !== null) geminiEvent(work, name, attributes, timeOf(record), this.#context);
  }

  finish(): Telling[] {
    return [...this.#sessions.values()].map(({ session, work }) =>
      telling(this.#context, "telemetry", session, work),
    );
  }

  #work(session: string | null): AgentWork | null {
    const known = this.#sessions.get(session ?? "");
    if (known !== undefined) return known.work;
    if (this.#sessions.size >= MOST_SESSIONS) return null;
    const work = geminiWork(this.#context, this.#path, session);
    this.#sessions.set(session ?? "", { session, work });
    return work;
  }
}

/** `[seconds, nanoseconds]`; the second clock is when it was observed. */
function timeOf(record: LooseObject): number | null {
  for (const key of ["hrTime", "hrTimeObserved"]) {
    const [seconds, nanoseconds] = listAt(record, key);
    if (typeof seconds === "number" && seconds > 1e9 && seconds < 4e9)
      return seconds * 1000 + Math.floor((typeof nanoseconds === "number" ? nanoseconds : 0) / 1e6);
  }
  return null;
}

/** Of a resource, which is `"[Circular]"` wherever it was written before. */
function resourceValue(record: LooseObject, key: string): string | null {
  for (const pair of listAt(objectAt(record, "resource"), "_rawAttributes"))
    if (Array.isArray(pair) && pair[0] === key && typeof pair[1] === "string") return pair[1];
  return null;
}
