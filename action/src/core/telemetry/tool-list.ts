import { MOST, type ToolCall } from "#core/records/execution.ts";
import { plus } from "#core/statistics/distribution.ts";

/** Room for the sums of what is too much to be kept call by call. */
const SUMS = 100;

type NewToolCall = Pick<ToolCall, "name" | "operation"> & Partial<ToolCall>;

/** A call of which only this much is known yet. */
export function newToolCall(call: NewToolCall): ToolCall {
  return {
    server: null,
    step: null,
    calls: 1,
    status: "unknown",
    started_at: null,
    duration_ms: null,
    input_bytes: null,
    output_bytes: null,
    error: null,
    error_type: null,
    input_hash: null,
    external: null,
    input: null,
    output: null,
    ...call,
  };
}

/** The calls of one execution; beyond what is kept one by one they are summed per tool and outcome, not lost. */
export class ToolList {
  readonly #kept: ToolCall[] = [];
  #late: ToolCall[] = [];
  readonly #sums = new Map<string, ToolCall>();
  #count = 0;

  /** The call as it will be stored: how it ended is written into it. */
  add(call: NewToolCall): ToolCall {
    const added = newToolCall(call);
    this.#count += added.calls;
    if (this.#kept.length < MOST.tools - SUMS) this.#kept.push(added);
    else this.#late.push(added);
    if (this.#late.length >= 2 * SUMS) {
      for (const late of this.#late.slice(0, SUMS)) this.#sum(late);
      this.#late = this.#late.slice(SUMS);
    }
    return added;
  }

  get count(): number {
    return this.#count;
  }

  /** Whether calls were summed. */
  get isCut(): boolean {
    return this.#late.length > 0 || this.#sums.size > 0;
  }

  list(): ToolCall[] {
    for (const late of this.#late) this.#sum(late);
    this.#late = [];
    return [...this.#kept, ...this.#sums.values()];
  }

  #sum(call: ToolCall): void {
    const key = `${call.server}\n${call.name}\n${call.status}\n${call.error_type}`;
    const sum = this.#sums.get(key);
    if (sum === undefined) {
      if (this.#sums.size < SUMS)
        this.#sums.set(key, { ...call, step: null, started_at: null, input_hash: null });
      return;
    }
    const calls = sum.calls + call.calls;
    sum.duration_ms = mean(sum, call);
    sum.input_bytes = plus(sum.input_bytes, call.input_bytes);
    sum.output_bytes = plus(sum.output_bytes, call.output_bytes);
    sum.calls = calls;
  }
}

/** Where one of the two has no duration, the other's stands for both. */
function mean(a: ToolCall, b: ToolCall): number | null {
  if (a.duration_ms === null || b.duration_ms === null) return a.duration_ms ?? b.duration_ms;
  return (a.duration_ms * a.calls + b.duration_ms * b.calls) / (a.calls + b.calls);
}
