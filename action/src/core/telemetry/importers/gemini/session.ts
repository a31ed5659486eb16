import type { ImportContext } from "#core/telemetry/importer.ts";
import { geminiWork, type Telling, telling } from "#core/telemetry/importers/gemini/telling.ts";
import { geminiTokens, RECORDED } from "#core/telemetry/importers/gemini/tokens.ts";
import {
  isObject,
  type LooseObject,
  millisecondsAt,
  objectAt,
  objectsAt,
  textAt,
} from "#core/telemetry/loose-json.ts";
import { priceTier } from "#core/telemetry/price-tier.ts";
import { splitToolName } from "#core/telemetry/tool-name.ts";
import { isoMilliseconds } from "#core/time.ts";

const MOST_MESSAGES = 50_000;
const DENIED = /cancel|denied|reject/i;

/**
 * A recorded session: one object with all messages, or lines of which later ones change earlier ones. What was
 * rewound was still paid for, so its tokens stay.
 */
export class GeminiSession {
  readonly #context: ImportContext;
  readonly #path: string;
  readonly #about: Record<string, unknown> = {};
  readonly #messages = new Map<string, LooseObject>();

  readonly #answers: Map<string, string>;

  /** @param answers of all files, and the session that told each first: one that was resumed copies another's */
  constructor(context: ImportContext, path: string, answers: Map<string, string>) {
    this.#context = context;
    this.#answers = answers;
    this.#path = path;
  }

  line(line: LooseObject): void {
    if (isObject(line["$set"])) {
      this.line(line["$set"]);
      return;
    }
    if (textAt(line, "$rewindTo") !== null) return;
    if (textAt(line, "id") !== null && textAt(line, "type") !== null) {
      this.#message(line);
      return;
    }
    for (const message of objectsAt(line, "messages")) this.#message(message);
    for (const key of ["sessionId", "startTime", "kind"])
      if (Object.hasOwn(line, key)) this.#about[key] = line[key];
  }

  finish(): Telling | null {
    const session = textAt(this.#about, "sessionId");
    if (session === null && this.#messages.size === 0) return null;
    const isSubAgent = textAt(this.#about, "kind") === "subagent";
    const work = geminiWork(this.#context, this.#path, session);
    if (isSubAgent) work.draft.facts.agent_type = "subagent";
    work.seen(millisecondsAt(this.#about, "startTime"));
    for (const message of this.#messages.values()) {
      const at = millisecondsAt(message, "timestamp");
      work.seen(at);
      const type = textAt(message, "type");
      if (type === "user") work.draft.query(textOf(message));
      if (type === "error") work.failed("failure", textOf(message));
      if (type !== "gemini" || this.#isCopy(message, session ?? this.#path)) continue;
      const model = work.draft.name(message.model);
      const tokens = geminiTokens(objectAt(message, "tokens"), RECORDED);
      const began = isoMilliseconds(at) ?? this.#context.run.created_at;
      if (tokens !== null) {
        const tier = priceTier("google", model, tokens.prompt, began, []);
        work.draft.usage.add({ ...tokens, model, tier, requests: 1 });
      }
      const { prompt = null, completion = null, cache_read = null } = tokens ?? {};
      const step = work.turn({ at, model, prompt, completion, cache_read });
      for (const thought of objectsAt(message, "thoughts")) work.said(step, textAt(thought, "description"));
      work.said(step, textOf(message));
      for (const call of objectsAt(message, "toolCalls")) this.#call(work, call);
      if (textOf(message) !== null) work.answered(textOf(message));
      Object.assign(work.draft.facts, { status: "success", error_type: null, error_message: null });
    }
    return telling(this.#context, "session", session, work);
  }

  /** Another session told this answer: the same message, with the same tokens. */
  #isCopy(message: LooseObject, session: string): boolean {
    const id = textAt(message, "id");
    if (id === null || !isObject(message.tokens)) return false;
    const key = JSON.stringify([id, message.tokens]);
    const teller = this.#answers.get(key);
    if (teller === undefined && this.#answers.size < MOST_MESSAGES) this.#answers.set(key, session);
    return teller !== undefined && teller !== session;
  }

  /** The same id again tells more of the same message. */
  #message(message: LooseObject): void {
    const id = textAt(message, "id") ?? `#${this.#messages.size}`;
    if (this.#messages.has(id) || this.#messages.size < MOST_MESSAGES)
      this.#messages.set(id, { ...this.#messages.get(id), ...message });
  }

  #call(work: ReturnType<typeof geminiWork>, reported: LooseObject): void {
    const at = millisecondsAt(reported, "timestamp");
    const { name, server } = splitToolName(textAt(reported, "name") ?? "unknown");
    const id = textAt(reported, "id");
    const word = textAt(reported, "status");
    work.call({ id, name, server, input: reported.args, at: null });
    if (word === null) return;
    const status = word === "success" ? "success" : DENIED.test(word) ? "denied" : "failure";
    const said = textAt(reported, "resultDisplay") ?? undefined;
    work.result(id, {
      status,
      errors: [errorOf(reported)],
      output: reported.result,
      ...(said && { said }),
      at,
    });
    if (status === "denied") work.draft.decision("approval:cancelled", name, "block", null);
  }
}

function errorOf(call: LooseObject): string | null {
  const shown = textAt(call, "resultDisplay") ?? textAt(call, "result");
  return shown ?? (call.result === undefined ? null : JSON.stringify(call.result).slice(0, 2000));
}

function textOf(message: LooseObject): string | null {
  const text = textAt(message, "content");
  if (text !== null) return text;
  return (
    objectsAt(message, "content")
      .map((part) => textAt(part, "text"))
      .find((part) => part !== null) ?? null
  );
}
