import type { Execution } from "#core/records/execution.ts";
import { errorCategory } from "#core/telemetry/error-category.ts";
import type { ImportContext, Importer, ImportProblem } from "#core/telemetry/importer.ts";
import { AgentWork } from "#core/telemetry/importers/agent-work.ts";
import { ClaudeMessages } from "#core/telemetry/importers/claude/messages.ts";
import { addCall, type ClaudeTokens, claudeTokens, widen } from "#core/telemetry/importers/claude/usage.ts";
import { lineFiles } from "#core/telemetry/importers/line-files.ts";
import {
  amountAt,
  flagAt,
  type LooseObject,
  millisecondsAt,
  objectAt,
  parseObject,
  textAt,
} from "#core/telemetry/loose-json.ts";
import { formatUtc } from "#core/time.ts";

const NAME = { name: "claude-session", version: 2, rank: 80 } as const;

/** `~/.claude/projects/<folder>/<session id>.jsonl`: what every line of a session has, or its first line may have. */
const LINE = /"(?:parentUuid|leafUuid|isSidechain)": ?|"type": ?"file-history-snapshot"/;
const OLD_LINE = /"sessionId": ?"[\s\S]*"message": ?\{[\s\S]*"usage": ?\{/;
/** Snapshots, summaries and the like hold no work; some are large. */
const IDLE = /^\{"type":"(?:summary|file-history-snapshot|queue-operation|progress)"/;

export const claudeSession: Importer = {
  ...NAME,
  accepts: (_path, head) =>
    /^\s*\{/.test(head) && (LINE.test(head) || OLD_LINE.test(head)) && !head.includes('"projectHash"'),
  open(context) {
    const sessions = new Sessions(context);
    const problems: ImportProblem[] = [];
    return {
      file: lineFiles(context, problems, (path, about) => (text, number) => {
        if (IDLE.test(text)) return;
        const line = parseLine(text);
        if (line === null) about.add(number, "This is not JSON.");
        else sessions.line(line, path);
      }),
      finish: () => ({ executions: sessions.finish(), events: [], problems }),
    };
  },
};

/**
 * A line ends with a second copy of its tool's result, often most of its length, which is not parsed. Within a JSON
 * text the key's quotes would be escaped.
 */
function parseLine(text: string): LooseObject | null {
  const copy = text.indexOf(',"toolUseResult":');
  return (copy === -1 ? null : parseObject(`${text.slice(0, copy)}}`)) ?? parseObject(text);
}

type Call = { tokens: ClaudeTokens; at: number | null; isSubAgents: boolean };
type Session = { messages: ClaudeMessages; calls: Call[] };
/** A call as it is found again. `request`: null where its first line did not tell it. */
type Known = { call: Call | null; session: Session; request: string | null };

/**
 * The sessions of all files. A call of the model stands on several lines, and again in the file of a session that
 * resumed this one, of a fork or of an aside: it is known by its message, and by its request where both tell it, and
 * belongs to the session that told it first.
 */
class Sessions {
  readonly #context: ImportContext;
  readonly #sessions = new Map<string, Session>();
  readonly #calls = new Map<string, Known[]>();

  constructor(context: ImportContext) {
    this.#context = context;
  }

  line(line: LooseObject, path: string): void {
    const type = textAt(line, "type") ?? textAt(objectAt(line, "message"), "role");
    if (type !== "assistant" && type !== "user" && type !== "system") return;
    const session = this.#session(line, path);
    const at = millisecondsAt(line, "timestamp");
    if (type === "assistant") this.#assistant(session, line, at);
    else if (type === "user") session.messages.user(line, at);
    else session.messages.system(line, at);
    session.messages.work.seen(at);
  }

  finish(): Execution[] {
    const { run } = this.#context;
    const began = run.run_started_at ?? run.created_at;
    return [...this.#sessions.values()].map(({ messages, calls }) => {
      const { draft } = messages.work;
      for (const { tokens, at, isSubAgents } of calls)
        addCall(
          draft.usage,
          tokens,
          at === null ? began : formatUtc(at / 1000),
          isSubAgents ? "sub_agent" : "main_agent",
        );
      if (draft.facts.error_type !== null) draft.facts.status = "failure";
      else if (messages.isFinished) draft.facts.status = "success";
      messages.finish(began);
      return draft.build();
    });
  }

  #session(line: LooseObject, path: string): Session {
    const id = textAt(line, "sessionId");
    const key = id ?? path;
    const known = this.#sessions.get(key);
    if (known !== undefined) return known;
    const source = { importer: NAME, key: `claude-code/${key}`, agentId: "claude-code", file: path };
    const work = new AgentWork(this.#context, source);
    const { draft } = work;
    draft.facts.session_id = draft.name(id);
    draft.facts.agent_version = draft.name(line.version);
    const session = { messages: new ClaudeMessages(work), calls: [] };
    this.#sessions.set(key, session);
    return session;
  }

  #assistant(session: Session, line: LooseObject, at: number | null): void {
    const { messages } = session;
    const { work } = messages;
    const message = objectAt(line, "message");
    const model = work.draft.name(message.model);
    const { facts } = work.draft;
    if (line.isApiErrorMessage === true || model === "<synthetic>") {
      const text = textAt((Array.isArray(message.content) ? message.content[0] : null) ?? {}, "text");
      facts.error_type = errorCategory(textAt(line, "error"), text) ?? "unknown";
      work.draft.error(text);
      return;
    }
    const tokens = claudeTokens(message, model, (reported) => work.draft.name(reported));
    const known = this.#known(message, line, session);
    if (known.session !== session) return;
    // It went on after the error.
    facts.error_type = null;
    facts.error_message = null;
    if (tokens !== null) {
      tokens.cost = amountAt(line, "costUSD");
      if (known.call !== null) widen(known.call.tokens, tokens);
      else {
        known.call = { tokens, at, isSubAgents: flagAt(line, "isSidechain") === true };
        session.calls.push(known.call);
      }
    }
    messages.assistant(line, tokens, at);
  }

  /** Copies may leave the request out; gateways give the same message id to different requests. */
  #known(message: LooseObject, line: LooseObject, session: Session): Known {
    const id = textAt(message, "id");
    const request = textAt(line, "requestId");
    const reported: Known = { call: null, session, request };
    if (id === null) return reported;
    const same = this.#calls.get(id) ?? [];
    const known = same.find((one) => one.request === null || request === null || one.request === request);
    if (known === undefined) this.#calls.set(id, [...same, reported]);
    else known.request ??= request;
    return known ?? reported;
  }
}
