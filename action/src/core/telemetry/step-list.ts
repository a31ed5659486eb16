import { type AgentStep, MOST } from "#core/records/execution.ts";
import { isoMilliseconds } from "#core/time.ts";

/** The end of a long work tells how it ended: of what is too much, the middle goes. */
const LAST = 100;
const FIRST = MOST.steps - LAST;

export type NewStep = Pick<AgentStep, "kind" | "operation"> & Partial<Omit<AgentStep, "index">>;

/** The steps of one execution, in order, numbered from 0; memory is bounded whatever their number. */
export class StepList {
  readonly #first: AgentStep[] = [];
  #last: AgentStep[] = [];
  #count = 0;

  /** The step as it will be stored: what is known later is written into it. */
  add(step: NewStep): AgentStep {
    const added: AgentStep = {
      index: this.#count++,
      turn: null,
      name: null,
      parent: null,
      status: "unknown",
      error_type: null,
      started_at: null,
      time_estimated: false,
      duration_ms: null,
      model: null,
      prompt: null,
      completion: null,
      cache_read: null,
      tokens_estimated: false,
      reported_cost_usd: null,
      request_id: null,
      input_bytes: null,
      output_bytes: null,
      memory_bytes: null,
      context: null,
      content: null,
      ...step,
    };
    if (this.#first.length < FIRST) this.#first.push(added);
    else this.#last.push(added);
    if (this.#last.length >= 2 * LAST) this.#last = this.#last.slice(-LAST);
    return added;
  }

  /** The result of a tool call's step came. @param at milliseconds since 1970 */
  observed(call: AgentStep, at: number | null): void {
    this.add({
      kind: "observation",
      operation: call.operation,
      turn: call.turn,
      name: call.name,
      parent: call.index,
      status: call.status,
      started_at: isoMilliseconds(at),
    });
  }

  get count(): number {
    return this.#count;
  }

  /** The stored steps; a parent that was cut is null. */
  list(): AgentStep[] {
    const kept = [...this.#first, ...this.#last.slice(-LAST)];
    const indexes = new Set(kept.map(({ index }) => index));
    return kept.map((step) =>
      step.parent === null || indexes.has(step.parent) ? step : { ...step, parent: null },
    );
  }
}
