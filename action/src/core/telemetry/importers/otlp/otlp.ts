import type { AgentEvent } from "#core/records/event.ts";
import type { Execution } from "#core/records/execution.ts";
import type { ImportContext, Importer, ImportProblem } from "#core/telemetry/importer.ts";
import { lineFiles } from "#core/telemetry/importers/line-files.ts";
import { answerOf } from "#core/telemetry/importers/otlp/answers.ts";
import { exceptionOfLog } from "#core/telemetry/importers/otlp/exceptions.ts";
import { identityOf } from "#core/telemetry/importers/otlp/identity.ts";
import { logEvent } from "#core/telemetry/importers/otlp/log-events.ts";
import { Points } from "#core/telemetry/importers/otlp/point-events.ts";
import { ResentLogs } from "#core/telemetry/importers/otlp/resent-logs.ts";
import { OtlpSession } from "#core/telemetry/importers/otlp/session.ts";
import type { Thrown } from "#core/telemetry/importers/thrown-exceptions.ts";
import { parseObject } from "#core/telemetry/loose-json.ts";
import { type LogRecord, otlpRecords } from "#core/telemetry/otlp/records.ts";
import { wordsOf } from "#core/telemetry/problems.ts";

const NAME = { name: "otlp", version: 2, rank: 80 } as const;
const MOST_SERIES = 5000;
const MOST_WORKS = 1000;

/**
 * OTLP requests in JSON, one a line, as the collect Action, gh-aw and the OpenTelemetry Collector's file exporter
 * write them: spans, logs and metrics of every GenAI dialect. Logs tell more than spans and spans more than
 * metrics; of what is told twice the better telling counts.
 */
export const otlp: Importer = {
  ...NAME,
  accepts: (_path, head) => /^\s*\{"resource(?:Spans|Logs|Metrics)"/.test(head),
  open(context) {
    const works = new Works(context);
    const points = new Points(MOST_SERIES);
    const exceptions = new LoggedExceptions();
    const resent = new ResentLogs();
    const problems: ImportProblem[] = [];

    function take(line: string, path: string): boolean {
      const request = parseObject(line);
      if (request === null) return false;
      const { spans, logs, points: measured } = otlpRecords(request);
      for (const span of spans) works.ofTrace(span.traceId, path)?.addSpan(span);
      for (const log of logs) {
        if (resent.isAgain(log)) continue;
        const event = logEvent(log);
        if (event !== null) works.of(event, path)?.addLog(event);
        const answer = answerOf(log);
        if (answer !== null) works.of(whoseLog(log), path)?.addAnswer(answer);
        const thrown = exceptionOfLog(log);
        if (thrown !== null) exceptions.add(thrown, log);
      }
      for (const point of measured) points.add(point);
      return true;
    }

    return {
      file: lineFiles(context, problems, (path, about) => (text, number) => {
        if (!take(text, path)) about.add(number, "This is no OTLP request in JSON.");
      }),
      finish() {
        const merged = works.merged();
        exceptions.tell(merged, (log) => works.ofLog(log));
        for (const event of points.usage()) works.of(event, null)?.addCounted(event);
        const homeless: AgentEvent[] = [];
        for (const event of points.own()) {
          const work = works.known(event) ?? merged[0];
          if (work === undefined) homeless.push(event);
          else work.addOwn(event);
        }
        return {
          executions: works.merged().flatMap((work) => finished(work, problems)),
          events: homeless,
          problems,
        };
      },
    };
  },
};

/** What one work tells; where that fails the others' is kept. */
function finished(work: OtlpSession, problems: ImportProblem[]): Execution[] {
  try {
    const execution = work.finish();
    return execution === null ? [] : [execution];
  } catch (error) {
    const message = `A work could not be summed up: ${wordsOf(error)}`;
    problems.push({ file: work.path ?? NAME.name, line: null, message });
    return [];
  }
}

type Whose = Pick<AgentEvent, "session_id" | "agent_id" | "trace_id">;

/** What belongs together: an agent's session, or else its trace. Spans name their session in some places only. */
class Works {
  readonly #context: ImportContext;
  readonly #byTrace = new Map<string, OtlpSession>();
  readonly #bySession = new Map<string, OtlpSession>();

  constructor(context: ImportContext) {
    this.#context = context;
  }

  ofTrace(traceId: string, path: string): OtlpSession | null {
    const known = this.#byTrace.get(traceId);
    if (known !== undefined) return known;
    if (this.#byTrace.size >= MOST_WORKS) return null;
    const work = new OtlpSession(this.#context, NAME, traceId, path);
    this.#byTrace.set(traceId, work);
    return work;
  }

  /** By the event's session; without one by its trace. */
  of(event: Whose, path: string | null): OtlpSession | null {
    const key = sessionKey(event);
    if (key === null) return event.trace_id ? this.ofTrace(event.trace_id, path ?? "") : null;
    const known = this.#bySession.get(key);
    if (known !== undefined) return known;
    if (this.#bySession.size >= MOST_WORKS) return null;
    const work = new OtlpSession(this.#context, NAME, key, path);
    this.#bySession.set(key, work);
    return work;
  }

  /** The work that a log record belongs to, where anything else tells of it. */
  ofLog({ attributes, resource, traceId }: LogRecord): OtlpSession | null {
    const session = this.#bySession.get(sessionKey(identityOf(attributes, resource)) ?? "");
    return session ?? this.#byTrace.get(traceId ?? "") ?? null;
  }

  known(event: AgentEvent): OtlpSession | null {
    return this.#bySession.get(sessionKey(event) ?? "") ?? null;
  }

  /** Traces whose spans name a session go to that session's work; each work once. */
  merged(): OtlpSession[] {
    for (const [traceId, work] of this.#byTrace) {
      const key = sessionKey(work.identity());
      if (key === null) continue;
      const session = this.#bySession.get(key);
      if (session === work) continue;
      if (session === undefined) this.#bySession.set(key, work);
      else session.absorb(work);
      if (session !== undefined) this.#byTrace.set(traceId, session);
    }
    return [...new Set([...this.#bySession.values(), ...this.#byTrace.values()])];
  }
}

function whoseLog({ attributes, resource, traceId }: LogRecord): Whose {
  return { ...identityOf(attributes, resource), trace_id: traceId };
}

const MOST_LOGGED = 1000;

/** Exceptions in logs: whose they are is known when all works are. What names nothing is the only work's there is. */
class LoggedExceptions {
  readonly #logged: { thrown: Thrown; log: LogRecord }[] = [];

  add(thrown: Thrown, log: LogRecord): void {
    if (this.#logged.length < MOST_LOGGED) this.#logged.push({ thrown, log });
  }

  tell(works: readonly OtlpSession[], of: (log: LogRecord) => OtlpSession | null): void {
    const [only = null, another] = works;
    for (const { thrown, log } of this.#logged)
      (of(log) ?? (another === undefined ? only : null))?.addThrown(thrown);
  }
}

function sessionKey({ session_id, agent_id }: Pick<AgentEvent, "session_id" | "agent_id">): string | null {
  return session_id ? `${agent_id ?? "unknown"}/${session_id}` : null;
}
