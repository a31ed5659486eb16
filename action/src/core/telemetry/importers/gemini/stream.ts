import type { AgentStep } from "#core/records/execution.ts";
import type { ImportContext } from "#core/telemetry/importer.ts";
import type { AgentWork } from "#core/telemetry/importers/agent-work.ts";
import { tellOutcome } from "#core/telemetry/importers/gemini/stats.ts";
import { geminiWork, type Telling, telling } from "#core/telemetry/importers/gemini/telling.ts";
import {
  amountAt,
  countAt,
  isObject,
  type LooseObject,
  millisecondsAt,
  objectAt,
  textAt,
} from "#core/telemetry/loose-json.ts";
import { priceTierOfSum } from "#core/telemetry/price-tier.ts";

/** `gemini --output-format stream-json`: one event a line. */
export class GeminiStream {
  readonly #context: ImportContext;
  readonly #session: string | null;
  readonly #work: AgentWork;
  #model: string | null = null;
  /** Words of the answer come in pieces; a call of a tool ends them. */
  #isSpeaking = false;
  #text = "";
  #step: AgentStep | null = null;

  constructor(context: ImportContext, path: string, first: LooseObject) {
    this.#context = context;
    this.#session = textAt(first, "session_id");
    this.#work = geminiWork(context, path, this.#session);
  }

  event(event: LooseObject): void {
    const at = millisecondsAt(event, "timestamp");
    const work = this.#work;
    work.seen(at);
    switch (textAt(event, "type")) {
      case "init":
        this.#model = work.draft.name(event.model);
        work.draft.facts.model = this.#model;
        return;
      case "message":
        this.#message(event, at);
        return;
      case "tool_use":
        if (!this.#isSpeaking) work.turn({ at, model: this.#model });
        this.#isSpeaking = false;
        work.call({
          id: textAt(event, "tool_id"),
          name: textAt(event, "tool_name") ?? "unknown",
          server: null,
          input: event.parameters,
          at,
        });
        return;
      case "tool_result": {
        const error = objectAt(event, "error");
        const type = textAt(error, "type");
        const isDenied = /polic|denied|reject/i.test(type ?? "");
        work.result(textAt(event, "tool_id"), {
          status: textAt(event, "status") === "success" ? "success" : isDenied ? "denied" : "failure",
          errors: [type, textAt(error, "message")],
          output: event.output,
          at,
        });
        return;
      }
      case "result":
        this.#result(event, at);
        return;
    }
  }

  finish(): Telling {
    return telling(this.#context, "stream", this.#session, this.#work);
  }

  #message(event: LooseObject, at: number | null): void {
    const content = textAt(event, "content");
    if (textAt(event, "role") === "user") {
      this.#work.draft.query(content);
      return;
    }
    if (!this.#isSpeaking) {
      this.#step = this.#work.turn({ at, model: this.#model });
      this.#text = "";
    }
    this.#isSpeaking = true;
    if (this.#text.length < 4000) this.#text += content ?? "";
    // Pieces are cut anywhere, so what was said is said anew with each.
    if (this.#step !== null) this.#step.content = this.#work.draft.content(this.#text);
    this.#work.answered(this.#text);
  }

  #result(event: LooseObject, at: number | null): void {
    const { draft } = this.#work;
    const stats = objectAt(event, "stats");
    const models = Object.entries(objectAt(stats, "models"));
    const rows = models.length === 0 ? [[this.#model, stats] as const] : models;
    for (const [model, row] of rows) {
      if (!isObject(row)) continue;
      const [prompt, total] = [countAt(row, "input_tokens"), countAt(row, "total_tokens")];
      if (prompt === null) continue;
      const used = {
        provider: "google",
        model: draft.name(model),
        prompt,
        // `output_tokens` leaves thoughts out.
        completion: total === null ? countAt(row, "output_tokens") : Math.max(0, total - prompt),
        cache_read: countAt(row, "cached"),
      };
      draft.usage.add({ ...used, tier: priceTierOfSum(used, this.#context.run.created_at) });
    }
    draft.facts.duration_ms = amountAt(stats, "duration_ms");
    this.#work.seen(at);
    const error = objectAt(event, "error");
    if (textAt(event, "status") === "success") draft.facts.status = "success";
    else tellOutcome(this.#work, textAt(error, "message") ? error : { message: "unknown error" }, null);
  }
}
