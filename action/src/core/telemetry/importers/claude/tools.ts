import type { AgentStep, ToolCall } from "#core/records/execution.ts";
import { shellErrorCategory, toolErrorCategory } from "#core/telemetry/error-category.ts";
import type { ExecutionDraft } from "#core/telemetry/execution-draft.ts";
import { inputHash } from "#core/telemetry/input-hash.ts";
import { flagAt, type LooseObject, objectsAt, textAt } from "#core/telemetry/loose-json.ts";
import { operationOf } from "#core/telemetry/operation.ts";
import { splitToolName } from "#core/telemetry/tool-name.ts";
import { isoMilliseconds } from "#core/time.ts";

/** Calls that wait for their result, and sub-agents whose steps may still come: a forged file could open any number. */
const MOST_OPEN = 2000;
const MOST_BEGUN = 20_000;
const SUB_AGENTS = /^(?:Task|Agent)$/;
const DENIED =
  /requested permissions? to|permission to use .{1,100} (?:has been )?denied|doesn't want to (?:proceed|take this action)/i;

type Call = { call: ToolCall; step: AgentStep; at: number | null };

/** The tool calls of one work of Claude Code, joined with their results, and what was refused. */
export class ClaudeTools {
  readonly #draft: ExecutionDraft;
  readonly #open = new Map<string, Call>();
  /** A call that is told again, in a copy of the conversation, is the same. */
  readonly #begun = new Set<string>();
  readonly #failed = new Map<string, Call>();
  readonly #subAgents = new Map<string, AgentStep>();
  readonly #denials = new Map<string, { tool: string | null; policy: string; reason: string | null }>();

  constructor(draft: ExecutionDraft) {
    this.#draft = draft;
  }

  get areOpen(): boolean {
    return this.#open.size > 0;
  }

  /** The call that started the sub-agent. */
  subAgent(id: string | null): AgentStep | null {
    return this.#subAgents.get(id ?? "") ?? null;
  }

  /** Writes what was refused into decisions and calls. */
  finish(): void {
    for (const [id, { tool, policy, reason }] of this.#denials) {
      this.#draft.decision(policy, tool, "block", reason);
      const denied = this.#failed.get(id) ?? this.#open.get(id);
      if (denied) markDenied(denied);
    }
  }

  begin(block: LooseObject, asked: AgentStep, at: number | null): void {
    const told = splitToolName(textAt(block, "name") ?? "unknown");
    const id = textAt(block, "id") ?? "";
    if (id !== "" && this.#begun.has(id)) return;
    if (this.#begun.size < MOST_BEGUN) this.#begun.add(id);
    const name = this.#draft.name(told.name) ?? "unknown";
    const input = block.input;
    const started_at = isoMilliseconds(at);
    const operation = operationOf(name, told.server);
    const common = { name, operation, started_at };
    const step = this.#draft.steps.add({
      ...common,
      kind: "tool_call",
      turn: asked.turn,
      parent: asked.index,
    });
    const call = this.#draft.tools.add({
      ...common,
      server: this.#draft.name(told.server),
      step: step.index,
      input_hash: inputHash(input),
      input_bytes: input === undefined ? null : JSON.stringify(input).length,
    });
    if (this.#open.size < MOST_OPEN) this.#open.set(id, { call, step, at });
    if (SUB_AGENTS.test(name) && this.#subAgents.size < MOST_OPEN) this.#subAgents.set(id, step);
  }

  end(block: LooseObject, at: number | null): void {
    const id = textAt(block, "tool_use_id") ?? "";
    const known = this.#open.get(id);
    if (known === undefined) return;
    this.#open.delete(id);
    const { call, step } = known;
    const text = textAt(block, "content") ?? textAt(objectsAt(block, "content")[0] ?? {}, "text");
    call.output_bytes = sizeOf(block.content);
    call.duration_ms = at === null || known.at === null ? null : Math.max(0, at - known.at);
    step.duration_ms = call.duration_ms;
    const failed = flagAt(block, "is_error") === true;
    call.status = failed ? "failure" : "success";
    if (failed) {
      call.error = this.#draft.reason(text);
      call.error_type =
        call.operation === "shell_command" ? shellErrorCategory(text) : toolErrorCategory(text);
      if (call.error_type === "tool_timeout") call.status = "timeout";
      if (this.#failed.size < MOST_OPEN) this.#failed.set(id, known);
    }
    step.status = call.status;
    step.error_type = call.error_type;
    if (failed && text !== null && DENIED.test(text))
      this.deny({ tool_use_id: id, tool_name: call.name }, "permission:unknown");
    this.#draft.steps.observed(step, at);
  }

  /** The message of the moment tells why, the list at the end only that: the first one told stays. */
  deny(told: LooseObject, policy: string): void {
    const id = textAt(told, "tool_use_id");
    if (id === null || this.#denials.has(id) || this.#denials.size >= MOST_OPEN) return;
    const reason = textAt(told, "decision_reason") ?? textAt(told, "message");
    this.#denials.set(id, { tool: textAt(told, "tool_name"), policy, reason });
  }
}

function markDenied({ call, step }: Call): void {
  call.status = "denied";
  call.error_type = "permission_denied";
  step.status = "denied";
  step.error_type = "permission_denied";
}

/** UTF-16 units of what a tool gave back, near enough to its bytes; images are counted as they are encoded. */
function sizeOf(content: unknown): number | null {
  if (typeof content === "string") return content.length;
  if (!Array.isArray(content)) return null;
  let size = 0;
  for (const block of content)
    if (typeof block === "object" && block !== null)
      for (const value of Object.values(block)) if (typeof value === "string") size += value.length;
  return size;
}
