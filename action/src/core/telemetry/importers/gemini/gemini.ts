import { entry } from "#core/entry.ts";
import type {
  ImportContext,
  Importer,
  ImportProblem,
  ImportReader,
  ReadingContext,
} from "#core/telemetry/importer.ts";
import { bestTelling } from "#core/telemetry/importers/gemini/best-telling.ts";
import { GeminiSession } from "#core/telemetry/importers/gemini/session.ts";
import { readJsonOutput } from "#core/telemetry/importers/gemini/stats.ts";
import { GeminiStream } from "#core/telemetry/importers/gemini/stream.ts";
import { GeminiTelemetry } from "#core/telemetry/importers/gemini/telemetry.ts";
import { NAME, type Telling } from "#core/telemetry/importers/gemini/telling.ts";
import { jsonRecords } from "#core/telemetry/importers/json-records.ts";
import { isObject, type LooseObject, textAt } from "#core/telemetry/loose-json.ts";
import { Problems } from "#core/telemetry/problems.ts";

const STATS = /"stats":\s*\{\s*"models"/;
const STREAM = /^\s*\{"type":\s*"init",(?=[^\n]*"session_id")(?![^\n]*"subtype")/m;
const SESSION = /"sessionId"(?=[\s\S]*"projectHash")|"projectHash"(?=[\s\S]*"sessionId")/;
const TELEMETRY = /"gemini_cli\.|"gemini-cli"/;
/** `run-gemini-cli`: an answer can be long, so that what tells the format comes late. */
const OF_THE_ACTION = /(?:^|\/)gemini-(?:output|artifacts)\/(?:.*\/)?(?:stdout|stderr|telemetry)\.log$/;

/** Gemini CLI's output, recordings and telemetry file. */
export const gemini: Importer = {
  ...NAME,
  accepts: (path, head) =>
    OF_THE_ACTION.test(path) ||
    STATS.test(head) ||
    STREAM.test(head) ||
    SESSION.test(head) ||
    (TELEMETRY.test(head) && /"(?:hrTime|_spanContext|scopeMetrics|_rawAttributes)"/.test(head)),
  open: (context) => new GeminiReader(context),
};

class GeminiReader implements ImportReader {
  readonly #context: ReadingContext;
  readonly #tellings: Telling[] = [];
  readonly #problems: ImportProblem[] = [];
  readonly #answers = new Map<string, string>();

  constructor(context: ReadingContext) {
    this.#context = context;
  }

  file(path: string) {
    const problems = new Problems(path, this.#context);
    const file = new GeminiFile(this.#context, path, this.#answers);
    const sink = jsonRecords((object) => file.object(object), problems);
    return {
      push: sink.push,
      end: () => {
        sink.end();
        this.#tellings.push(...file.finish());
        this.#problems.push(...problems.list());
      },
    };
  }

  finish() {
    const bySession = this.#bySession();
    const executions = [...bySession.values()].map(bestTelling).filter((execution) => execution !== null);
    const events = [...bySession.values()].map((tellings) =>
      tellings.find(({ events }) => events.length > 0),
    );
    return {
      executions,
      events: events.flatMap((one) => one?.events ?? []),
      problems: this.#problems,
    };
  }

  #bySession(): Map<string, Telling[]> {
    const groups = new Map<string, Telling[]>();
    for (const one of this.#tellings) {
      const session = this.#sessionOf(one);
      entry(groups, session, () => []).push(one);
    }
    return groups;
  }

  /** A file without a session belongs to the only one told of beside it. */
  #sessionOf({ session, execution }: Telling): string {
    if (session !== null) return session;
    const folder = folderOf(execution.source.file);
    const beside = this.#tellings.filter((other) => folderOf(other.execution.source.file) === folder);
    const sessions = new Set(beside.flatMap((other) => other.session ?? []));
    const [only] = sessions;
    return sessions.size === 1 && only !== undefined ? only : `${folder}/`;
  }
}

/** What one file holds, by the shape of its objects. */
class GeminiFile {
  readonly #context: ImportContext;
  readonly #path: string;
  readonly #outputs: Telling[] = [];
  readonly #telemetry: GeminiTelemetry;
  readonly #session: GeminiSession;
  #stream: GeminiStream | null = null;
  readonly #streams: GeminiStream[] = [];

  constructor(context: ImportContext, path: string, answers: Map<string, string>) {
    this.#context = context;
    this.#path = path;
    this.#telemetry = new GeminiTelemetry(context, path);
    this.#session = new GeminiSession(context, path, answers);
  }

  object(object: LooseObject): void {
    const isOf = (...keys: string[]) => keys.some((key) => object[key] !== undefined);
    if (isObject(object["attributes"])) this.#telemetry.record(object);
    else if (isOf("stats") && !isOf("type")) this.#output(object);
    else if (isOf("sessionId", "id", "$set")) this.#session.line(object);
    else if (isOf("type") && isOf("timestamp")) this.#event(object);
    else if (isObject(object["error"]) || isOf("response")) this.#output(object);
  }

  finish(): Telling[] {
    const session = this.#session.finish();
    return [
      ...this.#outputs,
      ...this.#streams.map((stream) => stream.finish()),
      ...this.#telemetry.finish(),
      ...(session === null ? [] : [session]),
    ];
  }

  #output(output: LooseObject): void {
    if (this.#outputs.length < 100) this.#outputs.push(readJsonOutput(this.#context, this.#path, output));
  }

  #event(event: LooseObject): void {
    if (this.#stream === null || (textAt(event, "type") === "init" && this.#streams.length < 100)) {
      this.#stream = new GeminiStream(this.#context, this.#path, event);
      this.#streams.push(this.#stream);
    }
    this.#stream.event(event);
  }
}

function folderOf(path: string | null): string {
  return (path ?? "").replace(/[^/]*$/, "");
}
