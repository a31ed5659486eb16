import type { ToolCall } from "#core/records/execution.ts";
import { toolErrorCategory } from "#core/telemetry/error-category.ts";
import type { ExecutionDraft } from "#core/telemetry/execution-draft.ts";
import { inputHash } from "#core/telemetry/input-hash.ts";
import {
  amountAt,
  countAt,
  flagAt,
  type LooseObject,
  listAt,
  millisecondsAt,
  objectAt,
  objectsAt,
  textAt,
} from "#core/telemetry/loose-json.ts";
import { operationOf } from "#core/telemetry/operation.ts";
import { newToolCall } from "#core/telemetry/tool-list.ts";
import { isoMilliseconds } from "#core/time.ts";

type Pending = { id: string | null; call: ToolCall | null; at: number | null };

const MOST_PENDING = 1000;
const MOST_CALLS = 20_000;
const MOST_SEEN = 100_000;

/** The calls of MCP tools through gh-aw's gateway. */
export class Gateway {
  readonly calls: ToolCall[] = [];
  readonly #draft: ExecutionDraft;
  readonly #pending = new Map<string, Pending[]>();
  readonly #seen = new Set<string>();

  constructor(draft: ExecutionDraft) {
    this.#draft = draft;
  }

  /** A line of `rpc-messages.jsonl`. */
  message(line: LooseObject): void {
    const server = textAt(line, "server_id") ?? "unknown";
    const key = `${String(line["timestamp"])}\n${server}\n${String(line["type"])}`;
    if (this.#seen.has(key)) return;
    if (this.#seen.size < MOST_SEEN) this.#seen.add(key);
    const at = millisecondsAt(line, "timestamp");
    const payload = objectAt(line, "payload");
    const id = payload["id"] === undefined ? null : String(payload["id"]);
    const pending = this.#pending.get(server) ?? [];
    if (this.#pending.size < MOST_PENDING) this.#pending.set(server, pending);
    if (line["type"] === "REQUEST") {
      const method = textAt(payload, "method") ?? textAt(line, "method");
      const call = method === "tools/call" ? this.#request(server, objectAt(payload, "params"), at) : null;
      if (pending.length < MOST_PENDING && !method?.startsWith("notifications/"))
        pending.push({ id, call, at });
    } else if (line["type"] === "RESPONSE") {
      // Requests are logged before the gateway gives them their id: then the oldest one waiting is answered.
      const named = pending.findIndex((one) => one.id !== null && one.id === id);
      const [answered] = pending.splice(Math.max(0, named), 1);
      if (answered !== undefined) this.#response(answered, payload, at);
    }
  }

  /** `tool_calls` of the usage artifact's summary, which has no more than the messages. */
  summary(calls: readonly LooseObject[]): void {
    if (this.calls.length > 0) return;
    for (const reported of calls) {
      const call = this.#call(textAt(reported, "server_name"), textAt(reported, "tool_name") ?? "unknown");
      const outcome = textAt(reported, "outcome") ?? textAt(reported, "status");
      call.status = outcome === "success" ? "success" : outcome === "failure" ? "failure" : "unknown";
      call.error_type = outcome === "failure" ? "unknown" : null;
      call.started_at = isoMilliseconds(millisecondsAt(reported, "timestamp"));
      call.duration_ms = amountAt(reported, "duration_ms");
      call.input_bytes = countAt(reported, "request_size") ?? countAt(reported, "input_size");
      call.output_bytes = countAt(reported, "response_size") ?? countAt(reported, "output_size");
    }
  }

  #request(server: string, params: LooseObject, at: number | null): ToolCall {
    const call = this.#call(server, textAt(params, "name") ?? "unknown");
    const input = params["arguments"];
    call.started_at = isoMilliseconds(at);
    call.input_hash = inputHash(input);
    call.input_bytes = input === undefined ? null : JSON.stringify(input).length;
    call.input = this.#draft.content(input);
    return call;
  }

  #call(server: string | null, tool: string): ToolCall {
    const name = this.#draft.name(tool) ?? "unknown";
    const call = newToolCall({
      name,
      server: this.#draft.name(server),
      operation: operationOf(name, server),
    });
    if (this.calls.length < MOST_CALLS) this.calls.push(call);
    return call;
  }

  #response({ call, at: asked }: Pending, payload: LooseObject, at: number | null): void {
    const result = objectAt(payload, "result");
    if (call === null) {
      this.#draft.loadedTools(objectsAt(result, "tools").map((tool) => tool["name"]));
      return;
    }
    const error = objectAt(payload, "error");
    const failed = payload["error"] !== undefined || flagAt(result, "isError") === true;
    call.duration_ms = at === null || asked === null ? null : Math.max(0, at - asked);
    call.output_bytes = JSON.stringify(payload["result"] ?? payload["error"] ?? "").length;
    call.status = failed ? "failure" : "success";
    const message = textAt(error, "message") ?? textAt(objectsAt(result, "content")[0] ?? {}, "text");
    call.output = this.#draft.content(message ?? payload["result"]);
    if (!failed) return;
    call.error = this.#draft.reason(message);
    call.error_type = toolErrorCategory(message);
  }
}

/** Something the gateway kept from the agent, because of where it came from or whom it could reach. */
export function tellFiltered(draft: ExecutionDraft, line: LooseObject): void {
  const reason = textAt(line, "reason");
  const isSecrecy =
    /secrecy/i.test(reason ?? "") ||
    (!/integrity/i.test(reason ?? "") && listAt(line, "secrecy_tags").length > 0);
  draft.decision(isSecrecy ? "difc:secrecy" : "difc:integrity", textAt(line, "tool_name"), "block", reason);
}
