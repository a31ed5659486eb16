import type { AgentEvent } from "#core/records/event.ts";
import type { AgentStep, Execution } from "#core/records/execution.ts";
import { errorCategory } from "#core/telemetry/error-category.ts";
import type { ExecutionDraft } from "#core/telemetry/execution-draft.ts";
import { executionId } from "#core/telemetry/ids.ts";
import type { ImportContext } from "#core/telemetry/importer.ts";
import { isAsking } from "#core/telemetry/importers/codex/asking.ts";
import { CodexCounting } from "#core/telemetry/importers/codex/counting.ts";
import { CodexFork } from "#core/telemetry/importers/codex/fork.ts";
import { CodexTools, outcomeOf } from "#core/telemetry/importers/codex/tools.ts";
import type { CodexTokens } from "#core/telemetry/importers/codex/usage.ts";
import { LimitHits } from "#core/telemetry/importers/limit-hits.ts";
import { WorkSpan } from "#core/telemetry/importers/work-span.ts";
import { type LooseObject, millisecondsAt, objectAt, objectsAt, textAt } from "#core/telemetry/loose-json.ts";
import { isoMilliseconds } from "#core/time.ts";

const MOST_CALLS = 20_000;

/** One thread of Codex, from the lines of its rollout. */
export class CodexThread {
  readonly #draft: ExecutionDraft;
  readonly #context: ImportContext;
  readonly #tools: CodexTools;
  readonly #limits: LimitHits;
  readonly #span = new WorkSpan();
  readonly counting: CodexCounting;
  /** What it was asked, and not answered yet: a request begins with it. */
  #asked: number | null = null;
  #turns = 0;
  /** Of all requests; null: one of them does not tell how long it took. */
  #measured: number | null = 0;
  #step: AgentStep | null = null;
  #answer: AgentStep | null = null;
  #toldUntil = 0;
  readonly #id: string | null;
  readonly #calls = new Set<string>();

  /** @param threads all that were read so far: a fork's parent may be among them */
  constructor(
    draft: ExecutionDraft,
    context: ImportContext,
    id: string | null,
    threads: ReadonlyMap<string, CodexThread>,
  ) {
    this.#draft = draft;
    this.#context = context;
    this.#id = id;
    this.counting = new CodexCounting(draft, context, threads);
    this.#tools = new CodexTools(draft);
    this.#limits = new LimitHits(draft);
    draft.facts.session_id = draft.name(id);
  }

  /** Another file of the same thread begins: what it repeats was told. */
  nextFile(): void {
    this.#toldUntil = this.#span.last ?? 0;
    this.counting.requests.nextFile();
  }

  line(line: LooseObject): void {
    const at = millisecondsAt(line, "timestamp");
    if (at !== null && at <= this.#toldUntil) return;
    const payload = objectAt(line, "payload");
    const type = textAt(line, "type");
    if (type === "session_meta") this.#meta(payload, at);
    else if (this.counting.fork?.isCopy(at)) {
      this.counting.copied(type, payload);
      return;
    }
    if (isAsking(type, payload)) this.#asked = at;
    switch (type) {
      case "turn_context":
        this.counting.named(payload);
        break;
      case "response_item":
        this.#item(payload, at);
        break;
      case "event_msg":
        this.#event(payload, at);
        break;
      case "token_usage_record":
        this.counting.recorded(payload, at);
        break;
      case "compacted":
        this.#action("compaction", at);
        break;
    }
    this.#span.seen(at);
  }

  finish(): Execution {
    const { facts, usage } = this.#draft;
    this.#turns -= this.counting.settle();
    if (facts.status === "in_progress" && this.#answer !== null) facts.status = "success";
    if (facts.status === "success") Object.assign(facts, { error_type: null, error_message: null });
    if (this.#answer !== null) this.#answer.kind = "final_answer";
    facts.turns = this.#turns || null;
    facts.model_calls = this.#turns || null;
    facts.llm_time_ms = this.#turns > 0 ? this.#measured : null;
    facts.model = usage.largestModel() ?? this.counting.model;
    this.#span.fill(facts);
    return this.#draft.build();
  }

  events(): AgentEvent[] {
    return this.#limits.events(this.#context.run.created_at);
  }

  #meta(meta: LooseObject, at: number | null): void {
    const { facts } = this.#draft;
    const id = textAt(meta, "id");
    // Of the copied thread.
    if (id !== null && this.#id !== null && id !== this.#id) {
      this.counting.fork ??= new CodexFork(id, at);
      return;
    }
    facts.agent_version ??= this.#draft.name(meta.cli_version);
    facts.service_name ??= this.#draft.name(meta.originator);
    facts.agent_type ??= this.#draft.name(meta.agent_role);
    this.counting.provider = this.#draft.name(meta.model_provider) ?? this.counting.provider;
    const forked = textAt(meta, "forked_from_id");
    if (forked !== null) this.counting.fork ??= new CodexFork(forked, at);
    const parent = textAt(meta, "parent_thread_id");
    if (parent !== null) facts.parent_execution_id ??= executionId(this.#context, `codex/${parent}`);
  }

  #event(event: LooseObject, at: number | null): void {
    const { facts } = this.#draft;
    switch (textAt(event, "type")) {
      case "token_count":
        this.#request(this.counting.count(objectAt(event, "info"), at), at);
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

  #request(tokens: CodexTokens | null, at: number | null): void {
    if (tokens === null) return;
    const { facts } = this.#draft;
    if (facts.status === "failure" || facts.status === "cancelled") {
      // It went on after an error or a stop.
      facts.status = "in_progress";
      facts.error_type = null;
      facts.error_message = null;
    }
    // Nothing before it tells when it began; and none is answered at once.
    const ms = at === null || this.#asked === null || at <= this.#asked ? null : at - this.#asked;
    const began = ms === null ? null : this.#asked;
    this.#asked = null;
    this.#answer = null;
    this.#measured = ms === null || this.#measured === null ? null : this.#measured + ms;
    this.#step = this.#draft.steps.add({
      kind: "thought",
      operation: "llm_request",
      turn: ++this.#turns,
      status: "success",
      started_at: isoMilliseconds(began ?? at),
      time_estimated: began === null,
      duration_ms: ms,
      model: this.counting.model,
      prompt: tokens.input,
      completion: tokens.output,
      cache_read: tokens.cached,
    });
  }

  #item(item: LooseObject, at: number | null): void {
    const type = textAt(item, "type");
    const id = textAt(item, "call_id") ?? textAt(item, "id");
    const asked = this.#step;
    if (type?.endsWith("_call") === true && id !== null) {
      if (this.#calls.has(id)) return;
      if (this.#calls.size < MOST_CALLS) this.#calls.add(id);
    }
    if (type === "function_call" || type === "custom_tool_call") {
      const input = item.arguments ?? item.input;
      this.#tools.begin({ id, name: textAt(item, "name") ?? "unknown", input, at, asked });
    } else if (type === "local_shell_call")
      this.#tools.begin({ id, name: "local_shell", input: item.action, at, asked });
    else if (type === "web_search_call") {
      this.counting.searched(objectAt(item, "action"));
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
