import type { AgentEvent } from "#core/records/event.ts";
import type { Execution } from "#core/records/execution.ts";
import { executionId } from "#core/telemetry/ids.ts";
import type { ImportContext } from "#core/telemetry/importer.ts";
import type { AgentWork } from "#core/telemetry/importers/agent-work.ts";
import { isAsking } from "#core/telemetry/importers/codex/asking.ts";
import { CodexCounting } from "#core/telemetry/importers/codex/counting.ts";
import { CodexFork } from "#core/telemetry/importers/codex/fork.ts";
import { ResponseIds } from "#core/telemetry/importers/codex/response-ids.ts";
import { CodexSayings } from "#core/telemetry/importers/codex/sayings.ts";
import { outcomeOf, toolOf } from "#core/telemetry/importers/codex/tools.ts";
import { type CodexTokens, codexTokens } from "#core/telemetry/importers/codex/usage.ts";
import { type LooseObject, millisecondsAt, objectAt, objectsAt, textAt } from "#core/telemetry/loose-json.ts";

/** One thread of Codex, from the lines of its rollout. */
export class CodexThread {
  readonly #work: AgentWork;
  readonly #context: ImportContext;
  readonly counting: CodexCounting;
  /** What it was asked, and not answered yet: a request begins with it. */
  #asked: number | null = null;
  /** Of all requests; null: one of them does not tell how long it took. */
  #measured: number | null = 0;
  #reportedUntil = 0;
  readonly #id: string | null;
  readonly #responses = new ResponseIds();
  readonly #sayings: CodexSayings;

  /** @param threads all that were read so far: a fork's parent may be among them */
  constructor(
    work: AgentWork,
    context: ImportContext,
    id: string | null,
    threads: ReadonlyMap<string, CodexThread>,
  ) {
    this.#work = work;
    this.#context = context;
    this.#id = id;
    this.#sayings = new CodexSayings(work);
    this.counting = new CodexCounting(work.draft, context, threads);
    work.draft.facts.session_id = work.draft.name(id);
  }

  /** Another file of the same thread begins: what it repeats was told. */
  nextFile(): void {
    this.#reportedUntil = this.#work.lastSeen ?? 0;
    this.counting.requests.nextFile();
  }

  line(line: LooseObject): void {
    const at = millisecondsAt(line, "timestamp");
    if (at !== null && at <= this.#reportedUntil) return;
    const payload = objectAt(line, "payload");
    const type = textAt(line, "type");
    if (type === "session_meta") this.#meta(payload, at);
    else if (this.counting.fork?.isCopy(at)) {
      this.counting.copied(type, payload);
      return;
    }
    if (isAsking(type, payload)) {
      this.#asked = at;
      this.#sayings.settle();
    }
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
        this.#responses.named(
          this.#work.draft.name(payload.response_id),
          codexTokens(objectAt(payload, "usage")),
        );
        break;
      case "compacted":
        this.#work.compaction(at, null, true);
        break;
    }
    this.#work.seen(at);
  }

  finish(): { execution: Execution; events: AgentEvent[] } {
    const { draft } = this.#work;
    const { facts, usage } = draft;
    this.#work.unreported(this.counting.settle());
    this.#sayings.settle();
    if (facts.status === "in_progress" && this.#work.isAnswered) facts.status = "success";
    if (facts.status === "success") this.#work.recovered("success");
    facts.llm_time_ms = this.#work.turns > 0 ? this.#measured : null;
    facts.model = usage.largestModel() ?? this.counting.model;
    const events = this.#work.finish(this.#context.run.created_at);
    return { execution: draft.build(), events };
  }

  #meta(meta: LooseObject, at: number | null): void {
    const { draft } = this.#work;
    const { facts } = draft;
    const id = textAt(meta, "id");
    // Of the copied thread.
    if (id !== null && this.#id !== null && id !== this.#id) {
      this.counting.fork ??= new CodexFork(id, at);
      return;
    }
    facts.agent_version ??= draft.name(meta.cli_version);
    facts.service_name ??= draft.name(meta.originator);
    facts.agent_type ??= draft.name(meta.agent_role);
    this.counting.provider = draft.name(meta.model_provider) ?? this.counting.provider;
    const forked = textAt(meta, "forked_from_id");
    if (forked !== null) this.counting.fork ??= new CodexFork(forked, at);
    const parent = textAt(meta, "parent_thread_id");
    if (parent !== null) facts.parent_execution_id ??= executionId(this.#context, `codex/${parent}`);
  }

  #event(event: LooseObject, at: number | null): void {
    const work = this.#work;
    switch (textAt(event, "type")) {
      case "token_count":
        this.#request(this.counting.count(objectAt(event, "info"), at), at);
        break;
      case "user_message":
        work.draft.query(textAt(event, "message"));
        work.draft.facts.status = "in_progress";
        return;
      case "agent_message":
        work.answered(textAt(event, "message"));
        break;
      case "stream_error":
        work.retried();
        return;
      case "error":
        work.failed("failure", textAt(event, "message"));
        break;
      case "task_complete":
      case "turn_complete": {
        const error = textAt(event, "error") ?? textAt(objectAt(event, "error"), "message");
        if (error !== null) work.failed("failure", error);
        else work.draft.facts.status = "success";
        break;
      }
      case "turn_aborted":
        this.#aborted(textAt(event, "reason"), at);
        break;
    }
  }

  #aborted(reason: string | null, at: number | null): void {
    const { facts } = this.#work.draft;
    const isLimited = reason === "budget_limited";
    if (isLimited) this.#work.limit("codex:budget", "exceeded", at);
    facts.status = isLimited ? "failure" : "cancelled";
    facts.error_type = isLimited ? "budget_exceeded" : "cancelled";
    this.#work.wentOn();
  }

  #request(tokens: CodexTokens | null, at: number | null): void {
    if (tokens === null) return;
    const { status } = this.#work.draft.facts;
    if (status === "failure" || status === "cancelled") this.#work.recovered("in_progress");
    // Nothing before it tells when it began; and none is answered at once.
    const ms = at === null || this.#asked === null || at <= this.#asked ? null : at - this.#asked;
    const began = ms === null ? null : this.#asked;
    this.#asked = null;
    this.#measured = ms === null || this.#measured === null ? null : this.#measured + ms;
    const step = this.#work.turn({
      at: began ?? at,
      time_estimated: began === null,
      duration_ms: ms,
      model: this.counting.model,
      prompt: tokens.input,
      completion: tokens.output,
      cache_read: tokens.cached,
    });
    this.#responses.counted(step, tokens);
    this.#sayings.counted(step);
  }

  #item(item: LooseObject, at: number | null): void {
    const work = this.#work;
    const id = textAt(item, "call_id") ?? textAt(item, "id");
    switch (textAt(item, "type")) {
      case "function_call":
      case "custom_tool_call": {
        const input = item.arguments ?? item.input;
        work.call({ id, ...toolOf(textAt(item, "name") ?? "unknown"), input, at });
        return;
      }
      case "local_shell_call":
        work.call({ id, ...toolOf("local_shell"), input: item.action, at });
        return;
      case "web_search_call":
        this.#searched(item, id, at);
        return;
      case "function_call_output":
      case "custom_tool_call_output":
        work.result(id, { ...outcomeOf(item.output), at });
        return;
      case "reasoning":
        this.#sayings.item(item);
        return;
      case "message":
        if (textAt(item, "role") !== "assistant") return;
        this.#sayings.item(item);
        work.answered(textAt(objectsAt(item, "content")[0] ?? {}, "text"));
        return;
      case "compaction":
        work.compaction(at, null, true);
    }
  }

  /** Told when it is over; without a time of its own. */
  #searched(item: LooseObject, id: string | null, at: number | null): void {
    if (id !== null && this.#work.stepOf(id) !== null) return;
    this.counting.searched(objectAt(item, "action"));
    const call = { id, ...toolOf("web_search"), input: item.action, at };
    const result = { status: "success", errors: [], at: null } as const;
    if (id === null) this.#work.wholeCall(call, result);
    else {
      this.#work.call(call);
      this.#work.result(id, result);
    }
  }
}
