import { fnv1a64 } from "#core/hash.ts";
import type { AgentEvent } from "#core/records/event.ts";
import type { AgentStep, Execution } from "#core/records/execution.ts";
import type { ImportContext } from "#core/telemetry/importer.ts";
import type { AgentWork } from "#core/telemetry/importers/agent-work.ts";
import { usageOfRequest } from "#core/telemetry/importers/copilot/metrics.ts";
import { CopilotSegments } from "#core/telemetry/importers/copilot/segments.ts";
import { copilotWork } from "#core/telemetry/importers/copilot/work.ts";
import {
  amountAt,
  countAt,
  flagAt,
  type LooseObject,
  millisecondsAt,
  objectAt,
  objectsAt,
  textAt,
} from "#core/telemetry/loose-json.ts";
import { isoMilliseconds } from "#core/time.ts";

/** Causes of a change of model that are somebody's wish. */
const WISHED = /user|manual|initial|cli|config/i;
const MOST_EVENTS = 100_000;

/**
 * One session of Copilot CLI: `events.jsonl`, or the same events on standard output with what is not kept in the
 * file. Its sums come from the `session.shutdown` of each process; one that was killed has only its requests, if those.
 */
export class CopilotSession {
  readonly #context: ImportContext;
  readonly #work: AgentWork;
  readonly #segments = new CopilotSegments();
  readonly #seen = new Set<string>();
  readonly #permissions = new Map<string, string>();
  #result: LooseObject | null = null;
  #turn: AgentStep | null = null;
  #model: string | null = null;

  constructor(context: ImportContext, path: string, session: string | null) {
    this.#context = context;
    this.#work = copilotWork(context, path, session);
  }

  event(event: LooseObject): void {
    const id = textAt(event, "id") ?? fnv1a64(JSON.stringify(event));
    if (this.#seen.has(id)) return;
    if (this.#seen.size < MOST_EVENTS) this.#seen.add(id);
    const at = millisecondsAt(event, "timestamp");
    this.#work.seen(at);
    const type = textAt(event, "type") ?? "";
    const data = objectAt(event, "data");
    if (type === "result") this.#result = event;
    else if (type.startsWith("tool.") || type.startsWith("permission.")) this.#tool(type, data, at);
    else if (type.startsWith("assistant.")) this.#assistant(type, data, at);
    else if (type.startsWith("subagent.")) this.#subAgent(type, data, at);
    else this.#session(type, data, at);
  }

  finish(): { execution: Execution; events: AgentEvent[] } {
    const { draft } = this.#work;
    const { facts } = draft;
    const began = this.#context.run.run_started_at ?? this.#context.run.created_at;
    this.#segments.fill(this.#work, this.#result === null ? null : objectAt(this.#result, "usage"));
    if (this.#result !== null) this.#tellResult(this.#result);
    const { last } = this.#segments;
    if (last !== null) this.#tellShutdown(last);
    facts.model ??= this.#model;
    const events = this.#work.finish(began);
    return { execution: draft.build(), events };
  }

  #session(type: string, data: LooseObject, at: number | null): void {
    const work = this.#work;
    const { draft } = work;
    switch (type) {
      case "session.start":
      case "session.resume":
        this.#segments.begin(at);
        draft.facts.session_id ??= draft.name(data["sessionId"]);
        draft.facts.agent_version ??= draft.name(data["copilotVersion"] ?? data["version"]);
        this.#model ??= draft.name(data["selectedModel"]);
        return;
      case "user.message":
        draft.query(textAt(data, "content"));
        return;
      case "session.model_change":
        this.#model = draft.name(data["newModel"]);
        if (!WISHED.test(textAt(data, "cause") ?? textAt(data, "source") ?? "user")) work.fellBack();
        return;
      case "auto_mode_switch.completed":
        work.fellBack();
        return;
      case "model.call_failure":
        this.#callFailed(data, at);
        return;
      case "session.error":
        work.failed(
          "failure",
          textAt(data, "errorType"),
          textAt(data, "statusCode"),
          textAt(data, "message"),
        );
        return;
      case "abort": {
        const reason = textAt(data, "reason") ?? "unknown";
        if (reason === "autopilot_credit_limit") work.limit("max_ai_credits", "exceeded", at);
        const reported = reason === "autopilot_credit_limit" ? "credits_limit" : "cancelled";
        work.failed(reported === "cancelled" ? "cancelled" : "failure", reported, reason);
        return;
      }
      case "session_limits_exhausted.requested":
        work.limit("max_ai_credits", "exceeded", at);
        return;
      case "session.usage_checkpoint":
        this.#segments.checkpoint(data, at);
        return;
      case "session.compaction_complete":
      case "session.truncation": {
        const before = countAt(data, "preCompactionTokens") ?? countAt(data, "preTruncationTokensInMessages");
        work.compaction(at, before, flagAt(data, "success") !== false);
        return;
      }
      case "session.shutdown":
        this.#segments.shutdown(data, at);
        return;
    }
  }

  #assistant(type: string, data: LooseObject, at: number | null): void {
    const work = this.#work;
    if (type === "assistant.turn_start") {
      this.#turn = work.turn({ at, model: work.draft.name(data["model"]) ?? this.#model });
    } else if (type === "assistant.turn_end") {
      const start = this.#turn?.started_at ?? null;
      if (this.#turn !== null && at !== null && start !== null)
        this.#turn.duration_ms = Math.max(0, at - Date.parse(start));
    } else if (type === "assistant.message") {
      this.#turn ??= work.turn({ at, model: work.draft.name(data["model"]) ?? this.#model });
      this.#turn.model ??= work.draft.name(data["model"]);
      this.#turn.request_id ??= requestIdOf(work, data);
      const written = countAt(data, "outputTokens");
      if (written !== null) this.#turn.completion = (this.#turn.completion ?? 0) + written;
      const text = textAt(data, "content");
      for (const said of [textAt(data, "reasoningText"), text]) work.said(this.#turn, said);
      if (text !== null && objectsAt(data, "toolRequests").length === 0) work.answered(text);
    } else if (type === "assistant.usage") this.#usage(data, at);
  }

  #usage(data: LooseObject, at: number | null): void {
    const request = usageOfRequest(this.#work, data, isoMilliseconds(at) ?? this.#context.run.created_at);
    if (request === null) return;
    this.#segments.request(request, at);
    this.#work.draft.prompted(request.prompt ?? null);
    if (this.#turn === null) return;
    this.#turn.prompt = request.prompt ?? null;
    this.#turn.completion = request.completion ?? null;
    this.#turn.cache_read = request.cache_read ?? null;
    this.#turn.duration_ms ??= amountAt(data, "duration");
    this.#turn.request_id ??= requestIdOf(this.#work, data);
  }

  #tool(type: string, data: LooseObject, at: number | null): void {
    const work = this.#work;
    const id = textAt(data, "toolCallId");
    if (type === "tool.execution_start") {
      const name = textAt(data, "mcpToolName") ?? textAt(data, "toolName") ?? "unknown";
      const parent = textAt(data, "parentToolCallId");
      work.call({
        id,
        name,
        server: textAt(data, "mcpServerName"),
        input: data["arguments"],
        at,
        within: parent,
      });
    } else if (type === "tool.execution_complete") {
      const error = objectAt(data, "error");
      const [code, message] = [textAt(error, "code"), textAt(error, "message")];
      const isDenied = /denied|reject/i.test(code ?? "");
      const status = flagAt(data, "success") === true ? "success" : isDenied ? "denied" : "failure";
      const said = textAt(objectAt(data, "result"), "content") ?? message;
      work.result(id, { status, errors: [code, message], output: data["result"], said, at });
    } else if (type === "permission.requested") {
      const kind = textAt(objectAt(data, "permissionRequest"), "kind");
      if (kind !== null && this.#permissions.size < 10_000)
        this.#permissions.set(textAt(data, "requestId") ?? "", kind);
    } else if (type === "permission.completed") {
      const kind = textAt(objectAt(data, "result"), "kind") ?? "unknown";
      const about = this.#permissions.get(textAt(data, "requestId") ?? "") ?? null;
      work.draft.decision(kind, about, kind.startsWith("approved") ? "allow" : "block", null);
    }
  }

  /** Its tokens are in the session's sums. */
  #subAgent(type: string, data: LooseObject, at: number | null): void {
    const work = this.#work;
    const call = textAt(data, "toolCallId");
    if (type === "subagent.started") {
      const name = work.draft.name(data["agentName"]) ?? "sub-agent";
      work.turn({ at, within: call ?? "", kind: "action", name, model: work.draft.name(data["model"]) });
    } else if (type === "subagent.failed") {
      work.result(call, { status: "failure", errors: [textAt(data, "error")], output: null, at });
    }
  }

  /** Tried again, unless the session ends with it. */
  #callFailed(data: LooseObject, at: number | null): void {
    const work = this.#work;
    work.retried();
    const step = work.turn({
      at,
      within: "",
      model: work.draft.name(data["model"]),
      status: "failure",
      duration_ms: amountAt(data, "durationMs"),
      request_id: requestIdOf(work, data),
    });
    step.error_type = "unknown";
  }

  /** The last line of standard output; the process's own exit code may be 0 when this one is not. */
  #tellResult(result: LooseObject): void {
    const { draft } = this.#work;
    draft.facts.session_id ??= draft.name(result["sessionId"]);
    const usage = objectAt(result, "usage");
    draft.facts.llm_time_ms ??= amountAt(usage, "totalApiDurationMs");
    draft.facts.duration_ms ??= amountAt(usage, "sessionDurationMs");
    const code = countAt(result, "exitCode");
    if (code === 0 && draft.facts.status === "in_progress") draft.facts.status = "success";
    else if (code !== null && code !== 0 && draft.facts.status === "in_progress")
      this.#work.failed("failure", `exit code ${code}`);
  }

  #tellShutdown(shutdown: LooseObject): void {
    const { facts } = this.#work.draft;
    if (textAt(shutdown, "shutdownType") === "error")
      this.#work.failed("failure", textAt(shutdown, "errorReason"));
    else if (facts.status === "in_progress") facts.status = "success";
  }
}

/** GitHub's id of the request, or the model's seller's. */
function requestIdOf({ draft }: AgentWork, data: LooseObject): string | null {
  return draft.name(data["providerCallId"]) ?? draft.name(data["apiCallId"]);
}
