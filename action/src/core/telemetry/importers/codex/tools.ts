import type { Category } from "#core/records/category.ts";
import type { AgentStep, StepStatus, ToolCall } from "#core/records/execution.ts";
import { shellErrorCategory, toolErrorCategory } from "#core/telemetry/error-category.ts";
import type { ExecutionDraft } from "#core/telemetry/execution-draft.ts";
import { inputHash } from "#core/telemetry/input-hash.ts";
import {
  amountAt,
  isObject,
  type LooseObject,
  objectAt,
  parseObject,
  textAt,
} from "#core/telemetry/loose-json.ts";
import { operationOf } from "#core/telemetry/operation.ts";
import { isoMilliseconds } from "#core/time.ts";

const MOST_OPEN = 2000;

type Open = { call: ToolCall; step: AgentStep; at: number | null };
/** A call of a tool, as it begins; `at` is milliseconds since 1970. */
export type CodexCall = {
  id: string | null;
  name: string;
  server?: string | null;
  input: unknown;
  at: number | null;
  /** The step of the request that asked for it. */
  asked: AgentStep | null;
};
/** How it ended: what it said when it failed, the size of its output, milliseconds as it told them itself. */
export type CodexOutcome = {
  status: StepStatus;
  error: string | null;
  error_type: Category | null;
  bytes: number | null;
  ms: number | null;
};

/** The tool calls of one thread of Codex, joined with their results. */
export class CodexTools {
  readonly #draft: ExecutionDraft;
  readonly #open = new Map<string, Open>();

  constructor(draft: ExecutionDraft) {
    this.#draft = draft;
  }

  isOpen(id: string | null): boolean {
    return this.#open.has(id ?? "");
  }

  begin({ id, name, server, input, at, asked }: CodexCall): void {
    const [first, ...rest] = name.replace(/^mcp__/, "").split("__");
    const isRemote = rest.length > 0;
    const tool = this.#draft.name(isRemote ? rest.join("__") : name) ?? "unknown";
    const remote = this.#draft.name(server ?? (isRemote ? first : null));
    const common = {
      name: tool,
      operation: operationOf(tool, remote),
      started_at: isoMilliseconds(at),
    };
    const step = this.#draft.steps.add({
      ...common,
      kind: "tool_call",
      turn: asked?.turn ?? null,
      parent: asked?.index ?? null,
    });
    const call = this.#draft.tools.add({
      ...common,
      server: remote,
      step: step.index,
      input_hash: input === undefined ? null : inputHash(input),
      input_bytes: typeof input === "string" ? input.length : (JSON.stringify(input)?.length ?? null),
    });
    if (id !== null && this.#open.size < MOST_OPEN) this.#open.set(id, { call, step, at });
  }

  end(id: string | null, outcome: CodexOutcome, at: number | null): void {
    const open = this.#open.get(id ?? "");
    if (open === undefined) return;
    this.#open.delete(id ?? "");
    const { call, step } = open;
    const between = at === null || open.at === null ? null : Math.max(0, at - open.at);
    // Both lines are often written at once: then the tool's own clock knows better.
    call.duration_ms = between === null ? outcome.ms : Math.max(between, outcome.ms ?? 0);
    call.output_bytes = outcome.bytes;
    call.status = outcome.status;
    call.error_type = outcome.error_type;
    if (outcome.status !== "success") call.error = this.#draft.reason(outcome.error);
    Object.assign(step, { status: call.status, error_type: call.error_type, duration_ms: call.duration_ms });
    this.#draft.steps.observed(step, at);
  }
}

/**
 * What a `function_call_output` says: a text, often JSON `{output, metadata {exit_code, duration_seconds}}`, or an
 * object `{content, success}`; a refusal is a text that begins with "failed in sandbox".
 */
export function outcomeOf(output: unknown): CodexOutcome {
  const told = typeof output === "string" ? (output.startsWith("{") ? parseObject(output) : null) : output;
  const about: LooseObject = isObject(told) ? told : {};
  const text =
    textAt(about, "output") ?? textAt(about, "content") ?? (typeof output === "string" ? output : null);
  const metadata = objectAt(about, "metadata");
  const code =
    metadata.exit_code ??
    /^(?:Process exited with code|Exit code:) (-?\d{1,5})/m.exec(text?.slice(0, 500) ?? "")?.[1];
  const seconds = amountAt(metadata, "duration_seconds");
  const common = { bytes: text?.length ?? null, ms: seconds === null ? null : seconds * 1000 };
  if (/^failed in sandbox|^(?:exec_command|shell).{0,40}rejected/i.test(text ?? ""))
    return { ...common, status: "denied", error: text, error_type: "permission_denied" };
  const failed = (code !== undefined && Number(code) !== 0) || about.success === false;
  if (!failed) return { ...common, status: "success", error: null, error_type: null };
  const error_type = code === undefined ? toolErrorCategory(text) : shellErrorCategory(text, Number(code));
  return {
    ...common,
    status: error_type === "tool_timeout" ? "timeout" : "failure",
    error: text,
    error_type,
  };
}
