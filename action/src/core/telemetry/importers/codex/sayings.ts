import type { AgentStep } from "#core/records/execution.ts";
import type { AgentWork } from "#core/telemetry/importers/agent-work.ts";
import { type LooseObject, objectsAt, textAt } from "#core/telemetry/loose-json.ts";

/** An answer has a handful of parts. */
const MOST = 100;

/**
 * What a thread said: it is written before the request's tokens are counted, or after them, and always before the next
 * is asked.
 */
export class CodexSayings {
  readonly #work: AgentWork;
  #waiting: string[] = [];
  #last: AgentStep | null = null;

  constructor(work: AgentWork) {
    this.#work = work;
  }

  /** An item of an answer. */
  item(item: LooseObject): void {
    const parts = [...objectsAt(item, "summary"), ...objectsAt(item, "content")];
    for (const part of parts) {
      const text = textAt(part, "text");
      if (text !== null && this.#waiting.length < MOST) this.#waiting.push(text);
    }
  }

  /** The request that said it. */
  counted(step: AgentStep): void {
    this.#last = step;
    this.settle();
  }

  /** What waits was said by the last request. */
  settle(): void {
    if (this.#last === null) return;
    for (const text of this.#waiting) this.#work.said(this.#last, text);
    this.#waiting = [];
  }
}
