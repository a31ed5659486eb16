import type { AgentEvent } from "#core/records/event.ts";
import type { Execution } from "#core/records/execution.ts";
import { executionId } from "#core/telemetry/ids.ts";
import type { Importer, ImportProblem, ImportReader, ReadingContext } from "#core/telemetry/importer.ts";
import { CopilotSession } from "#core/telemetry/importers/copilot/session.ts";
import { CopilotTrace } from "#core/telemetry/importers/copilot/spans.ts";
import { keyOf, NAME } from "#core/telemetry/importers/copilot/work.ts";
import { filledIn } from "#core/telemetry/importers/fill-in.ts";
import { jsonLines } from "#core/telemetry/importers/json-records.ts";
import { type LooseObject, objectAt, textAt } from "#core/telemetry/loose-json.ts";
import { listedAtEnd, Problems } from "#core/telemetry/problems.ts";

const EVENTS =
  /"type":\s*"(?:session\.(?:start|resume)|user\.message|assistant\.(?:turn_start|message|usage)|session\.info)"/;
const SPANS =
  /"type":\s*"span"[\s\S]*(?:github\.copilot|github-copilot)|(?:github\.copilot|github-copilot)[\s\S]*"type":\s*"span"/;
const MOST_TRACES = 200;

type Reported = { execution: Execution; events: AgentEvent[] };

/** Copilot CLI's session events, its JSON output and the file of its OpenTelemetry exporter. */
export const copilot: Importer = {
  ...NAME,
  accepts: (_path, head) =>
    /^\s*\{/.test(head) && ((EVENTS.test(head) && /"data":/.test(head)) || SPANS.test(head)),
  open: (context) => new CopilotReader(context),
};

class CopilotReader implements ImportReader {
  readonly #context: ReadingContext;
  /** By session, where a file names it; else by file. */
  readonly #sessions = new Map<string, CopilotSession>();
  readonly #traces = new Map<string, CopilotTrace>();
  readonly #problems: ImportProblem[] = [];

  constructor(context: ReadingContext) {
    this.#context = context;
  }

  file(path: string) {
    const problems = new Problems(path, this.#context);
    let session: CopilotSession | null = null;
    const sink = jsonLines((line) => {
      const type = textAt(line, "type") ?? "";
      if (type === "span") this.#span(path, line);
      else if (type !== "metric" && type !== "") {
        session ??= this.#sessionOf(path, line);
        session.event(line);
      }
    }, problems);
    return listedAtEnd(sink, problems, this.#problems);
  }

  /** Files and spans of one session are one execution; its own sums are better than its spans. */
  finish() {
    const traces = this.#tracesOfSessions()
      .map((trace) => trace.finish())
      .filter((reported) => reported !== null);
    const best = new Map<string, Reported>();
    const sessions = [...this.#sessions.values()].map((session) => session.finish());
    for (const reported of [...sessions, ...traces].map((one) => this.#ofSession(one))) {
      const known = best.get(reported.execution.execution_id);
      best.set(reported.execution.execution_id, known === undefined ? reported : both(known, reported));
    }
    return {
      executions: [...best.values()].map(({ execution }) => execution),
      events: [...best.values()].flatMap(({ events }) => events),
      problems: this.#problems,
    };
  }

  /** Copies of a session's file, taken at different times, are one: the events of both, each once. */
  #sessionOf(path: string, line: LooseObject): CopilotSession {
    const id = sessionOf(path, line);
    const session = this.#sessions.get(id ?? path) ?? new CopilotSession(this.#context, path, id);
    this.#sessions.set(id ?? path, session);
    return session;
  }

  #tracesOfSessions(): CopilotTrace[] {
    const bySession = new Map<string, CopilotTrace>();
    for (const [id, trace] of this.#traces) {
      const known = bySession.get(trace.session ?? id);
      if (known === undefined) bySession.set(trace.session ?? id, trace);
      else known.absorb(trace);
    }
    return [...bySession.values()];
  }

  /** Standard output names its session at its end only. */
  #ofSession({ execution, events }: Reported): Reported {
    const { session_id } = execution;
    if (session_id === null) return { execution, events };
    return {
      execution: { ...execution, execution_id: executionId(this.#context, keyOf(session_id)) },
      events,
    };
  }

  #span(path: string, span: LooseObject): void {
    const id = textAt(span, "traceId") ?? path;
    const trace = this.#traces.get(id) ?? new CopilotTrace(this.#context, path);
    if (this.#traces.size < MOST_TRACES) this.#traces.set(id, trace);
    trace.span(span);
  }
}

function both(known: Reported, other: Reported): Reported {
  const [better, worse] = tokens(other) > tokens(known) ? [other, known] : [known, other];
  const filled = filledIn(better.execution, worse.execution);
  const longer =
    worse.execution.steps.length > better.execution.steps.length ? worse.execution : better.execution;
  return { execution: { ...filled, steps: longer.steps, tools: longer.tools }, events: better.events };
}

function tokens({ execution }: Reported): number {
  return execution.usage.reduce((sum, row) => sum + (row.prompt ?? 0) + (row.completion ?? 0), 0);
}

/** The first event names it, or else the folder it is kept in. */
function sessionOf(path: string, line: LooseObject): string | null {
  const folder = /([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{20,30})\/events\.jsonl$/i.exec(path)?.[1];
  return textAt(objectAt(line, "data"), "sessionId") ?? textAt(line, "sessionId") ?? folder ?? null;
}
