import type { AgentEvent } from "#core/records/event.ts";
import type { AgentStep } from "#core/records/execution.ts";
import { errorCategory } from "#core/telemetry/error-category.ts";
import type { AgentWork } from "#core/telemetry/importers/agent-work.ts";
import { promptOf } from "#core/telemetry/importers/claude/counts.ts";
import { ToolBlocks } from "#core/telemetry/importers/claude/tools.ts";
import type { ClaudeTokens } from "#core/telemetry/importers/claude/usage.ts";
import {
  amountAt,
  countAt,
  flagAt,
  type LooseObject,
  objectAt,
  objectsAt,
  textAt,
} from "#core/telemetry/loose-json.ts";
import { isoMilliseconds } from "#core/time.ts";

const MOST_MESSAGES = 20_000;
const SUB_AGENTS = /^(?:Task|Agent)$/;

/**
 * Feeds a work with what Claude Code says, from its messages in order: those of the SDK and those of session files,
 * which have the same `message` and times besides.
 */
export class ClaudeMessages {
  readonly work: AgentWork;
  readonly #tools: ToolBlocks;
  #step: AgentStep | null = null;
  #messageId: string | null = null;
  /** Of each message: sub-agents' come between each other, and the file of an aside tells all of them again. */
  readonly #reported = new Map<string, AgentStep>();
  /** The last thing said was an answer, and no tool is waited for. */
  isFinished = false;

  constructor(work: AgentWork) {
    this.work = work;
    this.#tools = new ToolBlocks(work);
  }

  /** @param tokens of the call so far, null where they are not told */
  assistant(line: LooseObject, tokens: ClaudeTokens | null, at: number | null): void {
    const message = objectAt(line, "message");
    const id = textAt(message, "id");
    const error = textAt(line, "error");
    const isGoingOn = id !== null && id === this.#messageId;
    if (!isGoingOn) this.#step = this.#reported.get(id ?? "") ?? this.#begin(line, message, at);
    this.#messageId = id;
    const step = this.#step;
    if (step === null) return;
    if (id !== null && this.#reported.size < MOST_MESSAGES) this.#reported.set(id, step);
    if (tokens !== null) this.#tell(step, tokens);
    // Session files and the SDK write it differently.
    step.request_id ??= this.work.draft.name(line.requestId ?? line.request_id);
    const began = step.started_at === null ? null : Date.parse(step.started_at);
    // Nothing stands before a file's first answer: when it began is not told, and no answer takes no time.
    if ((isGoingOn || step.duration_ms === null) && at !== null && began !== null && at > began)
      step.duration_ms = at - began;
    if (error !== null) {
      step.status = "failure";
      step.error_type = errorCategory(error);
    }
    let text: string | null = null;
    for (const block of objectsAt(message, "content")) {
      const type = textAt(block, "type");
      if (type === "text") text = textAt(block, "text");
      this.work.said(step, textAt(block, "thinking") ?? textAt(block, "text"));
      if (type === "tool_use" || type === "server_tool_use" || type === "mcp_tool_use")
        this.#tools.use(block, step, at);
    }
    if (step.turn === null) return;
    this.isFinished =
      textAt(message, "stop_reason") === "end_turn" || (text !== null && !this.work.isCalling);
    if (text !== null) this.work.answered(text, step);
  }

  user(line: LooseObject, at: number | null): void {
    this.isFinished = false;
    const message = objectAt(line, "message");
    const text = textAt(message, "content");
    const { draft } = this.work;
    if (text !== null) draft.query(text);
    for (const block of objectsAt(message, "content")) {
      if (textAt(block, "type") === "text") draft.query(textAt(block, "text"));
      if (textAt(block, "type") === "tool_result") this.#tools.result(block, at);
    }
  }

  system(line: LooseObject, at: number | null): void {
    switch (textAt(line, "subtype")) {
      case "api_retry":
        this.work.retried();
        return;
      case "model_refusal_fallback":
        this.work.fellBack();
        return;
      case "model_refusal_no_fallback":
        this.work.draft.decision("model-refusal", null, "block", textAt(line, "api_refusal_category"));
        break;
      case "permission_denied":
        this.#tools.deny(line, `permission:${textAt(line, "decision_reason_type") ?? "unknown"}`);
        break;
      case "compact_boundary":
        this.#compacted(line, at);
        break;
      case "hook_response":
        this.#hook(line, at);
        break;
      case "task_notification":
        this.#subAgentEnded(line);
        break;
    }
  }

  /** The authoritative list of what was refused. */
  denials(result: LooseObject): void {
    for (const denial of objectsAt(result, "permission_denials"))
      this.#tools.deny(denial, "permission:unknown");
  }

  /** Anthropic's limit was reached, or is near. */
  rateLimit(line: LooseObject, at: number | null): void {
    const info = objectAt(line, "rate_limit_info");
    const status = textAt(info, "status");
    if (status === null || status === "allowed") return;
    this.work.limit(`rate_limit:${textAt(info, "rateLimitType") ?? "unknown"}`, status, at);
  }

  /** Closes what is open. @param began when the run's attempt began: the time of what has none */
  finish(began: string): AgentEvent[] {
    const { facts } = this.work.draft;
    this.#tools.finish();
    facts.model_calls = this.work.requests;
    facts.api_calls = this.work.requests + (facts.retries ?? 0);
    return this.work.finish(began);
  }

  #begin(line: LooseObject, message: LooseObject, at: number | null): AgentStep {
    const { draft, lastSeen } = this.work;
    const parent = textAt(line, "parent_tool_use_id");
    const isMain = parent === null && flagAt(line, "isSidechain") !== true;
    return this.work.turn({
      at: at === null ? null : (lastSeen ?? at),
      within: isMain ? null : (parent ?? ""),
      kind: isMain ? "thought" : "action",
      name: isMain ? null : draft.name(textAt(line, "subagent_type") ?? "sub-agent"),
      model: draft.name(message.model),
      tokens_estimated: true,
    });
  }

  #tell(step: AgentStep, tokens: ClaudeTokens): void {
    const prompt = promptOf(tokens);
    step.prompt = Math.max(step.prompt ?? 0, prompt);
    step.completion = Math.max(step.completion ?? 0, tokens.output);
    step.cache_read = Math.max(step.cache_read ?? 0, tokens.cache_read);
    this.work.draft.prompted(prompt);
  }

  #compacted(line: LooseObject, at: number | null): void {
    const about = objectAt(line, "compact_metadata");
    this.work.compaction(at, countAt(about, "pre_tokens"), true, amountAt(about, "duration_ms"));
  }

  #hook(line: LooseObject, at: number | null): void {
    const outcome = textAt(line, "outcome");
    const { draft } = this.work;
    draft.steps.add({
      kind: "action",
      operation: "tool_execution",
      name: draft.name(`hook:${textAt(line, "hook_name") ?? "unknown"}`),
      status: outcome === "success" ? "success" : outcome === "cancelled" ? "cancelled" : "failure",
      started_at: isoMilliseconds(at),
    });
  }

  /** Its tokens are in the totals already. */
  #subAgentEnded(line: LooseObject): void {
    const step = this.work.stepOf(textAt(line, "tool_use_id"));
    if (step === null || !SUB_AGENTS.test(step.name ?? "")) return;
    step.duration_ms ??= amountAt(objectAt(line, "usage"), "duration_ms");
    const status = textAt(line, "status");
    if (status === "failed") step.status = "failure";
    if (status === "stopped") step.status = "cancelled";
  }
}
