import { LONGEST_CONTENT } from "#core/records/bounds.ts";
import type { AgentEvent } from "#core/records/event.ts";
import type { AgentStep, ToolCall } from "#core/records/execution.ts";
import { cut } from "#core/records/within-bounds.ts";
import { errorCategory } from "#core/telemetry/error-category.ts";
import { type DraftSource, ExecutionDraft } from "#core/telemetry/execution-draft.ts";
import type { ImportContext } from "#core/telemetry/importer.ts";
import { LimitHits } from "#core/telemetry/importers/limit-hits.ts";
import {
  type Place,
  type ReportedCall,
  type ReportedResult,
  ToolCalls,
} from "#core/telemetry/importers/tool-calls.ts";
import { WorkSpan } from "#core/telemetry/importers/work-span.ts";
import type { NewStep } from "#core/telemetry/step-list.ts";
import { isoMilliseconds } from "#core/time.ts";

/** Of a step or a call: the call that started the sub-agent which makes it; null for the main loop. */
type Within = { within?: string | null };
type ReportedTurn = Partial<AgentStep> & Within & { at: number | null };

type KnownCall = Pick<
  ToolCall,
  "name" | "operation" | "status" | "error_type" | "started_at" | "duration_ms"
>;

/**
 * One work of an agent, as importers report it: requests to the model, calls of tools, what came of them, limits.
 * Importers read a format and feed this; how a work becomes an execution is decided here alone. `draft` takes what
 * stands for itself (facts, usage, decisions, notes) and bounds and redacts all of it.
 */
export class AgentWork {
  readonly draft: ExecutionDraft;
  readonly #calls: ToolCalls;
  readonly #limits: LimitHits;
  readonly #span = new WorkSpan();
  /** What calls of the main loop belong to. */
  #step: AgentStep | null = null;
  #answer: AgentStep | null = null;
  #turns = 0;
  #requests = 0;

  constructor(context: ImportContext, source: DraftSource) {
    this.draft = new ExecutionDraft(context, source);
    this.#calls = new ToolCalls(this.draft);
    this.#limits = new LimitHits(this.draft);
  }

  /** Turns of the main loop until now. */
  get turns(): number {
    return this.#turns;
  }

  /** Requests to the model until now, those of sub-agents too. */
  get requests(): number {
    return this.#requests;
  }

  /** The last time that was seen, milliseconds since 1970. */
  get lastSeen(): number | null {
    return this.#span.last;
  }

  /** The main loop's last word was an answer. */
  get isAnswered(): boolean {
    return this.#answer !== null && this.#answer === this.#step;
  }

  /** A result is waited for. */
  get isCalling(): boolean {
    return this.#calls.areOpen;
  }

  /** The call under this id, while its result is waited for. */
  waiting(id: string | null): ToolCall | null {
    return this.#calls.waiting(id);
  }

  /** The step of the call under this id. */
  stepOf(id: string | null): AgentStep | null {
    return this.#calls.stepOf(id);
  }

  /** Widens the time the work took. */
  seen(at: number | null): void {
    this.#span.seen(at);
  }

  /** One request to the model. Those of sub-agents are no turns of the loop. */
  turn({ at, within = null, ...reported }: ReportedTurn): AgentStep {
    if (within === null) this.#turns++;
    this.#requests++;
    this.seen(at);
    this.draft.prompted(reported.prompt ?? null);
    const step = this.draft.steps.add({
      kind: "thought",
      operation: "llm_request",
      turn: within === null ? this.#turns : null,
      parent: this.#calls.stepOf(within)?.index ?? null,
      status: "success",
      started_at: isoMilliseconds(at),
      ...reported,
    });
    if (within === null) this.#step = step;
    return step;
  }

  /** Turns that turned out to be another work's. */
  unreported(turns: number): void {
    this.#turns -= turns;
    this.#requests -= turns;
  }

  /** Any other step of the main loop, to which the calls that follow belong. */
  step(reported: NewStep): AgentStep {
    this.#step = this.draft.steps.add(reported);
    return this.#step;
  }

  /** What a step said, where contents are kept; what it says later stands below. */
  said(step: AgentStep | null, text: string | null): void {
    const reported = this.draft.content(text);
    if (step === null || reported === null || step.content?.includes(reported)) return;
    step.content = step.content === null ? reported : cut(`${step.content}\n\n${reported}`, LONGEST_CONTENT);
  }

  /** A request was answered in words: the last one where none is named. */
  answered(text: string | null, step: AgentStep | null = this.#step): void {
    this.#answer = step;
    this.draft.response(text);
  }

  /** What was said was not the last word. */
  wentOn(): void {
    this.#answer = null;
  }

  /** @param asked the step it belongs to, where that is not the main loop's last one or the sub-agent's call */
  call({ within = null, ...reported }: ReportedCall & Within, asked: AgentStep | null = null): ToolCall {
    this.seen(reported.at);
    return this.#calls.begin(reported, this.#place(within, asked));
  }

  /** How the call ended that waits under this id; nothing where none does. */
  result(id: string | null, reported: ReportedResult): void {
    this.seen(reported.at);
    this.#calls.end(id, reported);
  }

  /** A call that is told when it is over. */
  wholeCall(reported: ReportedCall, result: ReportedResult): ToolCall {
    this.seen(reported.at);
    this.seen(result.at);
    return this.#calls.whole(reported, this.#place(null, null), result);
  }

  /** A call as it will be stored, where an importer knows all of it in our own words. */
  knownCall(common: KnownCall, more: Partial<ToolCall>): { step: AgentStep; call: ToolCall } {
    const step = this.draft.steps.add({ ...common, ...this.#place(null, null), kind: "tool_call" });
    return { step, call: this.draft.tools.add({ ...common, ...more, step: step.index }) };
  }

  /** A call was refused, as the agent says at the end. */
  denied(id: string): void {
    this.#calls.deny(id);
  }

  /** The prompt was shortened. @param before tokens */
  compaction(
    at: number | null,
    before: number | null,
    succeeded: boolean,
    durationMs: number | null = null,
  ): void {
    this.seen(at);
    this.draft.prompted(before);
    this.draft.steps.add({
      kind: "action",
      operation: "context_management",
      name: "compaction",
      status: succeeded ? "success" : "failure",
      started_at: isoMilliseconds(at),
      duration_ms: durationMs,
      prompt: before,
      tokens_estimated: before !== null,
    });
  }

  retried(): void {
    this.draft.facts.retries = (this.draft.facts.retries ?? 0) + 1;
  }

  fellBack(): void {
    this.draft.facts.fallbacks = (this.draft.facts.fallbacks ?? 0) + 1;
  }

  failed(status: "failure" | "timeout" | "cancelled", ...reported: readonly (string | null)[]): void {
    const { facts } = this.draft;
    facts.status = status;
    facts.error_type ??= errorCategory(...reported) ?? "unknown";
    this.draft.error(reported.findLast((text) => text !== null) ?? null);
  }

  /** It went on after an error: what failed is not how it ended. */
  recovered(status: "in_progress" | "success"): void {
    Object.assign(this.draft.facts, { status, error_type: null, error_message: null });
  }

  /** A limit of money, turns, use or time was reached, or is near. */
  limit(policy: string, status: string, at: number | null): void {
    this.#limits.add(policy, status, at);
  }

  /** @param began when the run's attempt began: the time of what has none */
  finish(began: string): AgentEvent[] {
    const { facts } = this.draft;
    if (this.#answer !== null && this.#answer === this.#step) this.#answer.kind = "final_answer";
    if (this.#requests > 0) {
      facts.turns ??= this.#turns || null;
      facts.model_calls ??= this.#requests;
    }
    this.#span.fill(facts);
    return this.#limits.events(began);
  }

  #place(within: string | null, asked: AgentStep | null): Place {
    if (asked !== null) return { turn: asked.turn, parent: asked.index };
    if (within !== null) return { turn: null, parent: this.#calls.stepOf(within)?.index ?? null };
    return { turn: this.#step?.turn ?? null, parent: this.#step?.index ?? null };
  }
}
