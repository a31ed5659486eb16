import type { Category } from "#core/records/category.ts";
import type { AgentStep, StepStatus, ToolCall } from "#core/records/execution.ts";
import { toolErrorCategory } from "#core/telemetry/error-category.ts";
import type { ExecutionDraft } from "#core/telemetry/execution-draft.ts";
import { inputHash } from "#core/telemetry/input-hash.ts";
import { operationOf } from "#core/telemetry/operation.ts";
import { isoMilliseconds } from "#core/time.ts";

/** A forged file could begin any number; beyond this results find no call. */
const MOST_CALLS = 20_000;

/** Where in the loop a call was made: the turn, and the step above it. */
export type Place = { turn: number | null; parent: number | null };

type Call = { call: ToolCall; step: AgentStep; at: number | null; isOpen: boolean };

/** A call of a tool, as it begins. */
export type ReportedCall = {
  id: string | null;
  name: string;
  /** The MCP server; null for the agent's own tools. */
  server: string | null;
  input: unknown;
  /** Milliseconds since 1970. */
  at: number | null;
};

/** How it ended. */
export type ReportedResult = {
  status: StepStatus;
  /** What it said when it failed: codes and messages, the most certain first; the last is kept. */
  errors: readonly (string | null)[];
  /** Where the importer knows better than the words of the errors. */
  errorType?: Category | null;
  output?: unknown;
  /** Where it is not the output's own size that counts. */
  outputBytes?: number | null;
  /** What it said, where that is not the output as it is told. */
  said?: string | null;
  at: number | null;
  /** As the tool's own clock measured it. */
  durationMs?: number | null;
};

/** The tool calls of one work, each begun once and joined with its result. */
export class ToolCalls {
  readonly #draft: ExecutionDraft;
  readonly #calls = new Map<string, Call>();
  #open = 0;

  constructor(draft: ExecutionDraft) {
    this.#draft = draft;
  }

  get areOpen(): boolean {
    return this.#open > 0;
  }

  waiting(id: string | null): ToolCall | null {
    const known = this.#calls.get(id ?? "");
    return known?.isOpen ? known.call : null;
  }

  stepOf(id: string | null): AgentStep | null {
    return this.#calls.get(id ?? "")?.step ?? null;
  }

  /** A call that is told again, in a copy of the conversation, is the same. */
  begin(reported: ReportedCall, place: Place): ToolCall {
    const known = reported.id === null ? undefined : this.#calls.get(reported.id);
    if (known !== undefined) return known.call;
    const begun = this.#begun(reported, place);
    if (reported.id !== null && this.#calls.size < MOST_CALLS) {
      this.#calls.set(reported.id, begun);
      this.#open++;
    }
    return begun.call;
  }

  /** Writes the result into the call that waits for it, if one does. */
  end(id: string | null, reported: ReportedResult): void {
    const known = this.#calls.get(id ?? "");
    if (!known?.isOpen) return;
    known.isOpen = false;
    this.#open--;
    this.#ended(known, reported);
  }

  /** A call that is told when it is over. */
  whole(reported: ReportedCall, place: Place, result: ReportedResult): ToolCall {
    const begun = this.#begun(reported, place);
    this.#ended(begun, result);
    return begun.call;
  }

  /** It was refused, as the agent's own list says; what succeeded was not. */
  deny(id: string): void {
    const { call, step } = this.#calls.get(id) ?? {};
    for (const denied of [call, step])
      if (denied !== undefined && denied.status !== "success")
        Object.assign(denied, { status: "denied", error_type: "permission_denied" });
  }

  #begun({ name: reported, server, input, at }: ReportedCall, place: Place): Call {
    const name = this.#draft.name(reported) ?? "unknown";
    const common = { name, operation: operationOf(name, server), started_at: isoMilliseconds(at) };
    const step = this.#draft.steps.add({ ...common, ...place, kind: "tool_call" });
    const call = this.#draft.tools.add({
      ...common,
      server: this.#draft.name(server),
      step: step.index,
      input_hash: inputHash(input),
      input_bytes: sizeOf(input),
      input: this.#draft.content(input),
    });
    return { call, step, at, isOpen: true };
  }

  #ended({ call, step, at: began }: Call, reported: ReportedResult): void {
    const between = began === null || reported.at === null ? null : Math.max(0, reported.at - began);
    call.status = reported.status;
    call.output_bytes = reported.outputBytes === undefined ? sizeOf(reported.output) : reported.outputBytes;
    call.output = this.#draft.content(reported.said === undefined ? reported.output : reported.said);
    // Both lines are often written at once: then the tool's own clock knows better.
    call.duration_ms =
      between === null ? (reported.durationMs ?? null) : Math.max(between, reported.durationMs ?? 0);
    if (reported.status !== "success") {
      call.error = this.#draft.reason(reported.errors.findLast((error) => error !== null) ?? null);
      call.error_type =
        reported.errorType ??
        (reported.status === "denied" ? "permission_denied" : toolErrorCategory(...reported.errors));
      if (call.error_type === "tool_timeout") call.status = "timeout";
    }
    step.status = call.status;
    step.error_type = call.error_type;
    step.duration_ms = call.duration_ms;
    this.#draft.steps.observed(step, reported.at);
  }
}

/** UTF-16 units of what went in or came out, near enough to its bytes. */
function sizeOf(value: unknown): number | null {
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value.length : JSON.stringify(value).length;
}
