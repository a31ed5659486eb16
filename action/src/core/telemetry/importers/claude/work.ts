import type { AgentEvent } from "#core/records/event.ts";
import type { AgentStep } from "#core/records/execution.ts";
import { errorCategory } from "#core/telemetry/error-category.ts";
import type { ExecutionDraft } from "#core/telemetry/execution-draft.ts";
import { promptOf } from "#core/telemetry/importers/claude/counts.ts";
import { ClaudeTools } from "#core/telemetry/importers/claude/tools.ts";
import type { ClaudeTokens } from "#core/telemetry/importers/claude/usage.ts";
import { LimitHits } from "#core/telemetry/importers/limit-hits.ts";
import { WorkSpan } from "#core/telemetry/importers/work-span.ts";
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

/**
 * The steps of one work of Claude Code, from its messages in order: those of the SDK and those of session files,
 * which have the same `message` and times besides.
 */
export class ClaudeWork {
  readonly draft: ExecutionDraft;
  readonly #tools: ClaudeTools;
  readonly #limits: LimitHits;
  readonly #span = new WorkSpan();
  #step: AgentStep | null = null;
  #messageId: string | null = null;
  /** Of each message: sub-agents' come between each other, and the file of an aside tells all of them again. */
  readonly #told = new Map<string, AgentStep>();
  #answer: AgentStep | null = null;
  #turn = 0;
  #calls = 0;
  /** The last thing said was an answer, and no tool is waited for. */
  isFinished = false;

  constructor(draft: ExecutionDraft) {
    this.draft = draft;
    this.#limits = new LimitHits(draft);
    this.#tools = new ClaudeTools(draft);
  }

  /** @param at milliseconds, where the message has a time */
  seen(at: number | null): void {
    this.#span.seen(at);
  }

  /** @param tokens of the call so far, null where they are not told */
  assistant(line: LooseObject, tokens: ClaudeTokens | null, at: number | null): void {
    const message = objectAt(line, "message");
    const id = textAt(message, "id");
    const error = textAt(line, "error");
    const isGoingOn = id !== null && id === this.#messageId;
    if (!isGoingOn) this.#step = this.#told.get(id ?? "") ?? this.#begin(line, message, at);
    this.#messageId = id;
    const step = this.#step;
    if (step === null) return;
    if (id !== null && this.#told.size < MOST_MESSAGES) this.#told.set(id, step);
    if (tokens !== null) this.#tell(step, tokens);
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
      if (type === "tool_use" || type === "server_tool_use" || type === "mcp_tool_use")
        this.#tools.begin(block, step, at);
    }
    if (step.turn === null) return;
    this.isFinished =
      textAt(message, "stop_reason") === "end_turn" || (text !== null && !this.#tools.areOpen);
    if (text === null) return;
    this.#answer = step;
    this.draft.response(text);
  }

  user(line: LooseObject, at: number | null): void {
    this.isFinished = false;
    const message = objectAt(line, "message");
    const text = textAt(message, "content");
    if (text !== null) this.draft.query(text);
    for (const block of objectsAt(message, "content")) {
      if (textAt(block, "type") === "text") this.draft.query(textAt(block, "text"));
      if (textAt(block, "type") === "tool_result") this.#tools.end(block, at);
    }
  }

  system(line: LooseObject, at: number | null): void {
    const { draft } = this;
    switch (textAt(line, "subtype")) {
      case "api_retry":
        draft.facts.retries = (draft.facts.retries ?? 0) + 1;
        return;
      case "model_refusal_fallback":
        draft.facts.fallbacks = (draft.facts.fallbacks ?? 0) + 1;
        return;
      case "model_refusal_no_fallback":
        draft.decision("model-refusal", null, "block", textAt(line, "api_refusal_category"));
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
    this.limit(`rate_limit:${textAt(info, "rateLimitType") ?? "unknown"}`, status, at);
  }

  /** A limit of money, turns or use was hit. */
  limit(policy: string, status: string, at: number | null): void {
    this.#limits.add(policy, status, at);
  }

  /** Closes what is open. @param began when the run's attempt began: the time of what has none */
  finish(began: string): AgentEvent[] {
    const { facts } = this.draft;
    this.#tools.finish();
    if (this.#answer !== null && this.#answer === this.#step) this.#answer.kind = "final_answer";
    facts.turns ??= this.#turn === 0 ? null : this.#turn;
    facts.model_calls = this.#calls;
    facts.api_calls = this.#calls + (facts.retries ?? 0);
    this.#span.fill(facts);
    return this.#limits.events(began);
  }

  #begin(line: LooseObject, message: LooseObject, at: number | null): AgentStep {
    const parent = this.#tools.subAgent(textAt(line, "parent_tool_use_id"))?.index ?? null;
    const isMain = textAt(line, "parent_tool_use_id") === null && flagAt(line, "isSidechain") !== true;
    if (isMain) this.#turn++;
    this.#calls++;
    const asked = this.#span.last ?? at;
    return this.draft.steps.add({
      kind: isMain ? "thought" : "action",
      operation: "llm_request",
      turn: isMain ? this.#turn : null,
      name: isMain ? null : this.draft.name(textAt(line, "subagent_type") ?? "sub-agent"),
      parent,
      status: "success",
      started_at: at === null ? null : isoMilliseconds(asked),
      model: this.draft.name(message.model),
      tokens_estimated: true,
    });
  }

  #tell(step: AgentStep, tokens: ClaudeTokens): void {
    const prompt = promptOf(tokens);
    step.prompt = Math.max(step.prompt ?? 0, prompt);
    step.completion = Math.max(step.completion ?? 0, tokens.output);
    step.cache_read = Math.max(step.cache_read ?? 0, tokens.cache_read);
    this.draft.prompted(prompt);
  }

  #compacted(line: LooseObject, at: number | null): void {
    const about = objectAt(line, "compact_metadata");
    const before = countAt(about, "pre_tokens");
    this.draft.prompted(before);
    this.draft.steps.add({
      kind: "action",
      operation: "context_management",
      name: "compaction",
      status: "success",
      started_at: isoMilliseconds(at),
      duration_ms: amountAt(about, "duration_ms"),
      prompt: before,
      tokens_estimated: true,
    });
  }

  #hook(line: LooseObject, at: number | null): void {
    const outcome = textAt(line, "outcome");
    this.draft.steps.add({
      kind: "action",
      operation: "tool_execution",
      name: this.draft.name(`hook:${textAt(line, "hook_name") ?? "unknown"}`),
      status: outcome === "success" ? "success" : outcome === "cancelled" ? "cancelled" : "failure",
      started_at: isoMilliseconds(at),
    });
  }

  /** Its tokens are in the totals already. */
  #subAgentEnded(line: LooseObject): void {
    const step = this.#tools.subAgent(textAt(line, "tool_use_id"));
    if (step === null) return;
    step.duration_ms ??= amountAt(objectAt(line, "usage"), "duration_ms");
    const status = textAt(line, "status");
    if (status === "failed") step.status = "failure";
    if (status === "stopped") step.status = "cancelled";
  }
}
