import type { Execution } from "#core/records/execution.ts";
import type { ImportContext } from "#core/telemetry/importer.ts";
import type { AgentWork } from "#core/telemetry/importers/agent-work.ts";
import { geminiWork, type Telling, telling } from "#core/telemetry/importers/gemini/telling.ts";
import { geminiTokens, LOGGED } from "#core/telemetry/importers/gemini/tokens.ts";
import {
  amountAt,
  countAt,
  flagAt,
  type LooseObject,
  listAt,
  objectAt,
  textAt,
} from "#core/telemetry/loose-json.ts";
import { priceTier } from "#core/telemetry/price-tier.ts";
import { isoMilliseconds } from "#core/time.ts";

const MOST_SESSIONS = 100;

/**
 * The file that Gemini's telemetry is written to: spans, logs and metrics as the SDK holds them in memory. Only logs
 * are read: spans and metrics tell of the same requests again.
 */
export class GeminiTelemetry {
  readonly #context: ImportContext;
  readonly #path: string;
  readonly #sessions = new Map<string, { session: string | null; work: AgentWork }>();

  constructor(context: ImportContext, path: string) {
    this.#context = context;
    this.#path = path;
  }

  record(record: LooseObject): void {
    const attributes = objectAt(record, "attributes");
    const name = textAt(attributes, "event.name");
    if (name === null) return;
    const session = textAt(attributes, "session.id") ?? resourceValue(record, "session.id");
    const work = this.#work(session);
    if (work !== null)
      tell(work, name.replace(/^gemini_cli\./, ""), attributes, timeOf(record), this.#context);
  }

  finish(): Telling[] {
    return [...this.#sessions.values()].map(({ session, work }) =>
      telling(this.#context, "telemetry", session, work),
    );
  }

  #work(session: string | null): AgentWork | null {
    const known = this.#sessions.get(session ?? "");
    if (known !== undefined) return known.work;
    if (this.#sessions.size >= MOST_SESSIONS) return null;
    const work = geminiWork(this.#context, this.#path, session);
    this.#sessions.set(session ?? "", { session, work });
    return work;
  }
}

function tell(
  work: AgentWork,
  event: string,
  told: LooseObject,
  at: number | null,
  context: ImportContext,
): void {
  const { draft } = work;
  work.seen(at);
  const duration = amountAt(told, "duration_ms");
  const began = at === null ? null : at - (duration ?? 0);
  const model = draft.name(told["model"]);
  const error = textAt(told, "error.message") ?? textAt(told, "error");
  const errorType = textAt(told, "error.type") ?? textAt(told, "error_type");
  switch (event) {
    case "config":
      draft.facts.item = itemOf(told) ?? draft.facts.item;
      return;
    case "api_response": {
      const tokens = geminiTokens(told, LOGGED);
      const role = textAt(told, "role");
      const within = role === null || role === "main" ? null : role;
      const tier = priceTier(
        "google",
        model,
        tokens?.prompt ?? null,
        isoMilliseconds(at) ?? context.run.created_at,
        [],
      );
      if (tokens !== null) draft.usage.add({ ...tokens, model, tier, requests: 1 });
      const { prompt = null, completion = null, cache_read = null } = tokens ?? {};
      const name = draft.name(within);
      work.turn({ at: began, within, name, model, prompt, completion, cache_read, duration_ms: duration });
      work.seen(at);
      draft.facts.llm_time_ms = (draft.facts.llm_time_ms ?? 0) + (duration ?? 0);
      Object.assign(draft.facts, { status: "success", error_type: null, error_message: null });
      return;
    }
    case "api_error": {
      const step = work.turn({ at: began, model, duration_ms: duration, status: "failure" });
      work.failed("failure", errorType, textAt(told, "status_code"), error);
      step.error_type = draft.facts.error_type;
      return;
    }
    case "tool_call":
      tool(work, told, { began, at, duration, errors: [errorType, error] });
      return;
    case "network_retry_attempt":
    case "chat.content_retry":
      work.retried();
      return;
    case "chat.content_retry_failure":
      work.failed("failure", errorType, "content retries failed");
      return;
    case "flash_fallback":
      work.fellBack();
      return;
    case "model_routing":
      if (flagAt(told, "failed") === true) work.fellBack();
      return;
    case "chat_compression":
      work.compaction(at, countAt(told, "tokens_before"), true);
      return;
    case "conseca.verdict": {
      const verdict = textAt(told, "verdict") ?? textAt(told, "decision") ?? "";
      draft.decision(
        "conseca",
        draft.name(told["tool_name"]),
        /allow/i.test(verdict) ? "allow" : "block",
        null,
      );
      return;
    }
    case "agent.finish": {
      const reason = textAt(told, "terminate_reason");
      if (reason !== null && /turns|timeout/i.test(reason)) work.limit(`agent:${reason}`, "exceeded", at);
      draft.steps.add({
        kind: "action",
        operation: "planning",
        name: draft.name(told["agent_name"]),
        status: reason === null || /goal|success|complete/i.test(reason) ? "success" : "failure",
        started_at: isoMilliseconds(began),
        duration_ms: duration,
      });
      return;
    }
    case "loop_detected":
      draft.facts.error_type ??= "loop_detected";
      return;
  }
}

/** Written as text, empty where there is none. A pull request is an issue too, and the closer word. */
function itemOf(told: LooseObject): Execution["item"] {
  for (const [key, kind] of ITEMS) {
    const number = Number(textAt(told, key) ?? countAt(told, key) ?? 0);
    if (Number.isSafeInteger(number) && number > 0) return { kind, number };
  }
  return null;
}

const ITEMS = [
  ["github_pr_number", "pull_request"],
  ["github_issue_number", "issue"],
] as const;

type ToolTimes = {
  began: number | null;
  at: number | null;
  duration: number | null;
  errors: (string | null)[];
};

const RESULTS: ReadonlyMap<string, "allow" | "modify" | "block"> = new Map([
  ["accept", "allow"],
  ["auto_accept", "allow"],
  ["modify", "modify"],
  ["reject", "block"],
]);

/** Told when it has ended, without an id of its own. */
function tool(work: AgentWork, told: LooseObject, { began, at, duration, errors }: ToolTimes): void {
  const name = textAt(told, "function_name") ?? "unknown";
  const decision = textAt(told, "decision") ?? "";
  const result = RESULTS.get(decision);
  if (result !== undefined) work.draft.decision(`approval:${decision}`, name, result, null);
  const id = "the call that just ended";
  const call = work.call({
    id,
    name,
    server: textAt(told, "mcp_server_name"),
    input: told["function_args"],
    at: began,
  });
  const succeeded = flagAt(told, "success");
  const status =
    succeeded === true
      ? "success"
      : result === "block"
        ? "denied"
        : succeeded === false
          ? "failure"
          : "unknown";
  work.result(id, { status, errors, output: null, at, durationMs: duration });
  call.output_bytes = countAt(told, "content_length");
}

/** `[seconds, nanoseconds]`; the second clock is when it was observed. */
function timeOf(record: LooseObject): number | null {
  for (const key of ["hrTime", "hrTimeObserved"]) {
    const [seconds, nanoseconds] = listAt(record, key);
    if (typeof seconds === "number" && seconds > 1e9 && seconds < 4e9)
      return seconds * 1000 + Math.floor((typeof nanoseconds === "number" ? nanoseconds : 0) / 1e6);
  }
  return null;
}

/** Of a resource, which is `"[Circular]"` wherever it was written before. */
function resourceValue(record: LooseObject, key: string): string | null {
  for (const pair of listAt(objectAt(record, "resource"), "_rawAttributes"))
    if (Array.isArray(pair) && pair[0] === key && typeof pair[1] === "string") return pair[1];
  return null;
}
