import type { AgentEvent } from "#core/records/event.ts";
import type { AgentStep, Execution } from "#core/records/execution.ts";
import { errorCategory } from "#core/telemetry/error-category.ts";
import type { ExecutionDraft } from "#core/telemetry/execution-draft.ts";
import { executionId } from "#core/telemetry/ids.ts";
import type { ImportContext } from "#core/telemetry/importer.ts";
import { CodexTools, outcomeOf } from "#core/telemetry/importers/codex-tools.ts";
import {
  type CodexTokens,
  codexTokens,
  requestTokens,
  sameTokens,
  usageOf,
} from "#core/telemetry/importers/codex-usage.ts";
import { LimitHits } from "#core/telemetry/importers/limit-hits.ts";
import { WorkSpan } from "#core/telemetry/importers/work-span.ts";
import {
  countAt,
  type LooseObject,
  millisecondsAt,
  objectAt,
  objectsAt,
  textAt,
} from "#core/telemetry/loose-json.ts";
import { priceTier } from "#core/telemetry/price-tier.ts";
import { UsageTable } from "#core/telemetry/usage-table.ts";
import { formatUtc, isoMilliseconds } from "#core/time.ts";

/** One thread of Codex, from the lines of its rollout. */
export class CodexThread {
  readonly #draft: ExecutionDraft;
  readonly #context: ImportContext;
  readonly #tools: CodexTools;
  readonly #limits: LimitHits;
  readonly #span = new WorkSpan();
  /** From `token_usage_record`, which newer builds write besides `token_count`: only one of the two is counted. */
  readonly #records = new UsageTable();
  #provider = "openai";
  #model: string | null = null;
  #total: CodexTokens | null = null;
  #requests = 0;
  #step: AgentStep | null = null;
  #answer: AgentStep | null = null;
  #toldUntil = 0;

  constructor(draft: ExecutionDraft, context: ImportContext, id: string | null) {
    this.#draft = draft;
    this.#context = context;
    this.#tools = new CodexTools(draft);
    this.#limits = new LimitHits(draft);
    draft.facts.session_id = draft.name(id);
  }

  /** Another file of the same thread begins: what it repeats was told. */
  nextFile(): void {
    this.#toldUntil = this.#span.last ?? 0;
  }

  line(line: LooseObject): void {
    const at = millisecondsAt(line, "timestamp");
    if (at !== null && at <= this.#toldUntil) return;
    const payload = objectAt(line, "payload");
    switch (textAt(line, "type")) {
      case "session_meta":
        this.#meta(payload);
        break;
      case "turn_context":
        this.#model = this.#draft.name(payload.model) ?? this.#model;
        break;
      case "response_item":
        this.#item(payload, at);
        break;
      case "event_msg":
        this.#event(payload, at);
        break;
      case "token_usage_record":
        this.#count(this.#records, codexTokens(objectAt(payload, "usage")), at);
        break;
      case "compacted":
        this.#action("compaction", at);
        break;
    }
    this.#span.seen(at);
  }

  finish(): Execution {
    const { facts, usage } = this.#draft;
    if (usage.isEmpty) for (const row of this.#records.rows()) usage.add(row);
    if (facts.status === "in_progress" && this.#answer !== null) facts.status = "success";
    if (facts.status === "success") Object.assign(facts, { error_type: null, error_message: null });
    if (this.#answer !== null) this.#answer.kind = "final_answer";
    facts.turns = this.#requests || null;
    facts.model_calls = this.#requests || null;
    facts.model = usage.largestModel() ?? this.#model;
    this.#span.fill(facts);
    return this.#draft.build();
  }

  events(): AgentEvent[] {
    return this.#limits.events(this.#context.run.created_at);
  }

  #meta(meta: LooseObject): void {
    const { facts } = this.#draft;
    facts.agent_version ??= this.#draft.name(meta.cli_version);
    facts.service_name ??= this.#draft.name(meta.originator);
    facts.agent_type ??= this.#draft.name(meta.agent_role);
    this.#provider = this.#draft.name(meta.model_provider) ?? this.#provider;
    const parent = textAt(meta, "parent_thread_id");
    if (parent !== null) facts.parent_execution_id ??= executionId(this.#context, `codex/${parent}`);
  }

  #event(event: LooseObject, at: number | null): void {
    const { facts } = this.#draft;
    switch (textAt(event, "type")) {
      case "token_count":
        this.#tokenCount(objectAt(event, "info"), at);
        break;
      case "user_message":
        this.#draft.query(textAt(event, "message"));
        facts.status = "in_progress";
        return;
      case "agent_message":
        this.#answer = this.#step;
        this.#draft.response(textAt(event, "message"));
        break;
      case "stream_error":
        facts.retries = (facts.retries ?? 0) + 1;
        return;
      case "error":
        this.#failed(textAt(event, "message"));
        break;
      case "task_complete":
      case "turn_complete": {
        const error = textAt(event, "error") ?? textAt(objectAt(event, "error"), "message");
        if (error !== null) this.#failed(error);
        else facts.status = "success";
        break;
      }
      case "turn_aborted":
        this.#aborted(textAt(event, "reason"), at);
        break;
    }
  }

  #aborted(reason: string | null, at: number | null): void {
    const { facts } = this.#draft;
    const isLimited = reason === "budget_limited";
    if (isLimited) this.#limits.add("codex:budget", "exceeded", at);
    facts.status = isLimited ? "failure" : "cancelled";
    facts.error_type = isLimited ? "budget_exceeded" : "cancelled";
    this.#answer = null;
  }

  #failed(message: string | null): void {
    const { facts } = this.#draft;
    facts.status = "failure";
    facts.error_type = errorCategory(message) ?? "unknown";
    this.#draft.error(message);
  }

  /** The running total restarts within a file, so each request is counted; an unchanged total is told again. */
  #tokenCount(info: LooseObject, at: number | null): void {
    const total = codexTokens(objectAt(info, "total_token_usage"));
    const told = codexTokens(objectAt(info, "last_token_usage"));
    const window = countAt(info, "model_context_window");
    const { context } = this.#draft.facts;
    if (window !== null) context.window = Math.max(context.window ?? 0, window);
    this.#model = this.#draft.name(info.model) ?? this.#model;
    if (sameTokens(total, this.#total)) return;
    const last = requestTokens(told, total, this.#total);
    this.#total = total ?? this.#total;
    if (last === null) return;
    this.#count(this.#draft.usage, last, at);
    this.#request(last, at);
  }

  #count(table: UsageTable, tokens: CodexTokens | null, at: number | null): void {
    if (tokens === null) return;
    const { run } = this.#context;
    const day = at === null ? run.created_at : formatUtc(at / 1000);
    const tier = priceTier(this.#provider, this.#model, tokens.input, day, []);
    table.add({ provider: this.#provider, model: this.#model, tier, requests: 1, ...usageOf(tokens) });
    this.#draft.prompted(tokens.input);
  }

  #request(tokens: CodexTokens, at: number | null): void {
    const { facts } = this.#draft;
    if (facts.status === "failure" || facts.status === "cancelled") {
      // It went on after an error or a stop.
      facts.status = "in_progress";
      facts.error_type = null;
      facts.error_message = null;
    }
    const asked = this.#span.last ?? at;
    this.#answer = null;
    this.#step = this.#draft.steps.add({
      kind: "thought",
      operation: "llm_request",
      turn: ++this.#requests,
      status: "success",
      started_at: isoMilliseconds(asked),
      time_estimated: true,
      duration_ms: at === null || asked === null ? null : Math.max(0, at - asked),
      model: this.#model,
      prompt: tokens.input,
      completion: tokens.output,
      cache_read: tokens.cached,
    });
  }

  #item(item: LooseObject, at: number | null): void {
    const type = textAt(item, "type");
    const id = textAt(item, "call_id") ?? textAt(item, "id");
    const asked = this.#step;
    if (type === "function_call" || type === "custom_tool_call") {
      const input = item.arguments ?? item.input;
      this.#tools.begin({ id, name: textAt(item, "name") ?? "unknown", input, at, asked });
    } else if (type === "local_shell_call")
      this.#tools.begin({ id, name: "local_shell", input: item.action, at, asked });
    else if (type === "web_search_call") {
      this.#tools.begin({ id: "web_search", name: "web_search", input: item.action, at, asked });
      this.#tools.end(
        "web_search",
        { status: "success", error: null, error_type: null, bytes: null, ms: null },
        null,
      );
    } else if (type === "function_call_output" || type === "custom_tool_call_output")
      this.#tools.end(id, outcomeOf(item.output), at);
    else if (type === "message" && textAt(item, "role") === "assistant") {
      this.#answer = this.#step;
      this.#draft.response(textAt(objectsAt(item, "content")[0] ?? {}, "text"));
    } else if (type === "compaction") this.#action("compaction", at);
  }

  #action(name: string, at: number | null): void {
    this.#draft.steps.add({
      kind: "action",
      operation: "context_management",
      name,
      status: "success",
      started_at: isoMilliseconds(at),
    });
  }
}
