import type { AgentEvent } from "#core/records/event.ts";
import type { AgentStep, StepStatus, ToolCall } from "#core/records/execution.ts";
import { errorCategory, toolErrorCategory } from "#core/telemetry/error-category.ts";
import type { ExecutionDraft } from "#core/telemetry/execution-draft.ts";
import { LimitHits } from "#core/telemetry/importers/limit-hits.ts";
import { WorkSpan } from "#core/telemetry/importers/work-span.ts";
import { inputHash } from "#core/telemetry/input-hash.ts";
import { operationOf } from "#core/telemetry/operation.ts";
import { isoMilliseconds } from "#core/time.ts";

/** Calls that wait for their result: a forged file could open any number. */
const MOST_OPEN = 2000;

type Call = { call: ToolCall; step: AgentStep; at: number | null };

/** A call of a tool, as it begins. */
export type ToldCall = {
  id: string | null;
  name: string;
  /** The MCP server; null for the agent's own tools. */
  server: string | null;
  input: unknown;
  /** Milliseconds since 1970. */
  at: number | null;
  /** The call that started the sub-agent which makes this one. */
  within?: string | null;
};

/** How it ended. */
export type ToldResult = {
  status: StepStatus;
  /** What it said when it failed: codes and messages, the most certain first. */
  errors: readonly (string | null)[];
  output: unknown;
  at: number | null;
  durationMs?: number | null;
};

type ToldTurn = Partial<AgentStep> & { at: number | null; within?: string | null };

/** The loop of an agent whose log tells requests to the model, calls of tools and their results one after the other. */
export class AgentWork {
  readonly draft: ExecutionDraft;
  readonly #open = new Map<string, Call>();
  readonly #steps = new Map<string, AgentStep>();
  readonly #limits: LimitHits;
  readonly #span = new WorkSpan();
  #step: AgentStep | null = null;
  #answer: AgentStep | null = null;
  #turn = 0;
  #calls = 0;

  constructor(draft: ExecutionDraft) {
    this.draft = draft;
    this.#limits = new LimitHits(draft);
  }

  /** Widens the time the work took. */
  seen(at: number | null): void {
    this.#span.seen(at);
  }

  /** One request to the model. Those of sub-agents are no turns of the loop. */
  turn({ at, within = null, ...told }: ToldTurn): AgentStep {
    if (within === null) this.#turn++;
    this.#calls++;
    this.seen(at);
    this.draft.prompted(told.prompt ?? null);
    const step = this.draft.steps.add({
      kind: "thought",
      operation: "llm_request",
      turn: within === null ? this.#turn : null,
      parent: this.#steps.get(within ?? "")?.index ?? null,
      status: "success",
      started_at: isoMilliseconds(at),
      ...told,
    });
    if (within === null) this.#step = step;
    return step;
  }

  /** The last request was answered in words. */
  answered(text: string | null): void {
    this.#answer = this.#step;
    this.draft.response(text);
  }

  call({ id, name: told, server, input, at, within = null }: ToldCall): ToolCall {
    this.seen(at);
    const name = this.draft.name(told) ?? "unknown";
    const operation = operationOf(name, server);
    const step = this.draft.steps.add({
      kind: "tool_call",
      name,
      operation,
      turn: within === null ? (this.#step?.turn ?? null) : null,
      parent: (within === null ? this.#step : this.#steps.get(within))?.index ?? null,
      started_at: isoMilliseconds(at),
    });
    const call = this.draft.tools.add({
      name,
      operation,
      server: this.draft.name(server),
      step: step.index,
      started_at: step.started_at,
      input_hash: inputHash(input),
      input_bytes: sizeOf(input),
    });
    if (id !== null && this.#steps.size < MOST_OPEN) {
      this.#open.set(id, { call, step, at });
      this.#steps.set(id, step);
    }
    return call;
  }

  /** @returns the call it belongs to; null where none is open under this id */
  result(id: string | null, told: ToldResult): ToolCall | null {
    this.seen(told.at);
    const known = this.#open.get(id ?? "");
    if (known === undefined) return null;
    this.#open.delete(id ?? "");
    const { call, step, at } = known;
    call.status = told.status;
    call.output_bytes = sizeOf(told.output);
    call.duration_ms =
      told.durationMs ?? (at === null || told.at === null ? null : Math.max(0, told.at - at));
    if (told.status !== "success") {
      call.error = this.draft.reason(told.errors.findLast((error) => error !== null) ?? null);
      call.error_type = told.status === "denied" ? "permission_denied" : toolErrorCategory(...told.errors);
      if (call.error_type === "tool_timeout") call.status = "timeout";
    }
    step.status = call.status;
    step.error_type = call.error_type;
    step.duration_ms = call.duration_ms;
    this.draft.steps.observed(step, told.at);
    return call;
  }

  /** The prompt was shortened. */
  compaction(at: number | null, before: number | null, succeeded: boolean): void {
    this.seen(at);
    this.draft.prompted(before);
    this.draft.steps.add({
      kind: "action",
      operation: "context_management",
      name: "compaction",
      status: succeeded ? "success" : "failure",
      started_at: isoMilliseconds(at),
      prompt: before,
      tokens_estimated: true,
    });
  }

  retried(): void {
    this.draft.facts.retries = (this.draft.facts.retries ?? 0) + 1;
  }

  fellBack(): void {
    this.draft.facts.fallbacks = (this.draft.facts.fallbacks ?? 0) + 1;
  }

  failed(status: "failure" | "timeout" | "cancelled", ...told: readonly (string | null)[]): void {
    const { facts } = this.draft;
    facts.status = status;
    facts.error_type ??= errorCategory(...told) ?? "unknown";
    this.draft.error(told.findLast((text) => text !== null) ?? null);
  }

  /** A limit of money, turns or time was reached, or is near. */
  limit(policy: string, status: string, at: number | null): void {
    this.#limits.add(policy, status, at);
  }

  /** @param began when the run's attempt began: the time of what has none */
  finish(began: string): AgentEvent[] {
    const { facts } = this.draft;
    if (this.#answer !== null && this.#answer === this.#step) this.#answer.kind = "final_answer";
    if (this.#calls > 0) {
      facts.turns ??= this.#turn;
      facts.model_calls ??= this.#calls;
    }
    this.#span.fill(facts);
    return this.#limits.events(began);
  }
}

/** UTF-16 units of what went in or came out, near enough to its bytes. */
function sizeOf(value: unknown): number | null {
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value.length : JSON.stringify(value).length;
}
