import type { Execution } from "#core/records/execution.ts";
import type { ImportContext } from "#core/telemetry/importer.ts";
import type { AgentWork } from "#core/telemetry/importers/agent-work.ts";
import { geminiTokens, LOGGED } from "#core/telemetry/importers/gemini/tokens.ts";
import { amountAt, countAt, flagAt, type LooseObject, textAt } from "#core/telemetry/loose-json.ts";
import { priceTier } from "#core/telemetry/price-tier.ts";
import { isoMilliseconds } from "#core/time.ts";

/** One event of the log, told when what it is about has ended. */
type Event = {
  reported: LooseObject;
  /** Milliseconds since 1970; `began` is `at` less the duration. */
  began: number | null;
  at: number | null;
  duration: number | null;
  model: string | null;
  /** As the event tells it, code and message. */
  errorType: string | null;
  error: string | null;
  context: ImportContext;
};

/** What each event means for the work, by its name without `gemini_cli.`; others mean nothing to us. */
const EVENTS: Readonly<Record<string, (work: AgentWork, event: Event) => void>> = {
  config: ({ draft }, { reported: told }) => {
    draft.facts.item = itemOf(told) ?? draft.facts.item;
  },
  user_prompt: ({ draft }, { reported: told }) => draft.query(textAt(told, "prompt")),
  api_response: answered,
  api_error(work, { reported: told, began, duration, model, errorType, error }) {
    const step = work.turn({ at: began, model, duration_ms: duration, status: "failure" });
    work.failed("failure", errorType, textAt(told, "status_code"), error);
    step.error_type = work.draft.facts.error_type;
  },
  tool_call: tool,
  network_retry_attempt: (work) => work.retried(),
  "chat.content_retry": (work) => work.retried(),
  "chat.content_retry_failure": (work, { errorType }) =>
    work.failed("failure", errorType, "content retries failed"),
  flash_fallback: (work) => work.fellBack(),
  model_routing(work, { reported: told }) {
    if (flagAt(told, "failed") === true) work.fellBack();
  },
  chat_compression: (work, { reported: told, at }) =>
    work.compaction(at, countAt(told, "tokens_before"), true),
  "conseca.verdict"({ draft }, { reported: told }) {
    const verdict = textAt(told, "verdict") ?? textAt(told, "decision") ?? "";
    const word = /allow/i.test(verdict) ? "allow" : "block";
    draft.decision("conseca", draft.name(told["tool_name"]), word, null);
  },
  "agent.finish": subAgentEnded,
  loop_detected({ draft }) {
    draft.facts.error_type ??= "loop_detected";
  },
};

/** Tells the work of one event. @param at when it was logged, milliseconds since 1970 */
export function geminiEvent(
  work: AgentWork,
  name: string,
  reported: LooseObject,
  at: number | null,
  context: ImportContext,
): void {
  work.seen(at);
  const duration = amountAt(reported, "duration_ms");
  const event = name.replace(/^gemini_cli\./, "");
  if (!Object.hasOwn(EVENTS, event)) return;
  EVENTS[event]?.(work, {
    reported,
    began: at === null ? null : at - (duration ?? 0),
    at,
    duration,
    model: work.draft.name(reported["model"]),
    errorType: textAt(reported, "error.type") ?? textAt(reported, "error_type"),
    error: textAt(reported, "error.message") ?? textAt(reported, "error"),
    context,
  });
}

function answered(work: AgentWork, { reported: told, began, at, duration, model, context }: Event): void {
  const { draft } = work;
  const tokens = geminiTokens(told, LOGGED);
  const role = textAt(told, "role");
  const within = role === null || role === "main" ? null : role;
  const when = isoMilliseconds(at) ?? context.run.created_at;
  const tier = priceTier("google", model, tokens?.prompt ?? null, when, []);
  if (tokens !== null) draft.usage.add({ ...tokens, model, tier, requests: 1 });
  const { prompt = null, completion = null, cache_read = null } = tokens ?? {};
  const name = draft.name(within);
  work.turn({ at: began, within, name, model, prompt, completion, cache_read, duration_ms: duration });
  work.seen(at);
  draft.facts.llm_time_ms = (draft.facts.llm_time_ms ?? 0) + (duration ?? 0);
  Object.assign(draft.facts, { status: "success", error_type: null, error_message: null });
}

function subAgentEnded(work: AgentWork, { reported: told, began, at, duration }: Event): void {
  const { draft } = work;
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
}

/** Written as text, empty where there is none. A pull request is an issue too, and the closer word. */
function itemOf(reported: LooseObject): Execution["item"] {
  for (const [key, kind] of ITEMS) {
    const number = Number(textAt(reported, key) ?? countAt(reported, key) ?? 0);
    if (Number.isSafeInteger(number) && number > 0) return { kind, number };
  }
  return null;
}

const ITEMS = [
  ["github_pr_number", "pull_request"],
  ["github_issue_number", "issue"],
] as const;

const RESULTS: ReadonlyMap<string, "allow" | "modify" | "block"> = new Map([
  ["accept", "allow"],
  ["auto_accept", "allow"],
  ["modify", "modify"],
  ["reject", "block"],
]);

/** Told when it has ended, without an id of its own. */
function tool(work: AgentWork, { reported: told, began, at, duration, errorType, error }: Event): void {
  const name = textAt(told, "function_name") ?? "unknown";
  const decision = textAt(told, "decision") ?? "";
  const result = RESULTS.get(decision);
  if (result !== undefined) work.draft.decision(`approval:${decision}`, name, result, null);
  const succeeded = flagAt(told, "success");
  const status =
    succeeded === true
      ? "success"
      : result === "block"
        ? "denied"
        : succeeded === false
          ? "failure"
          : "unknown";
  work.wholeCall(
    {
      id: null,
      name,
      server: textAt(told, "mcp_server_name"),
      input: told["function_args"],
      at: began,
    },
    {
      status,
      errors: [errorType, error],
      outputBytes: countAt(told, "content_length"),
      at,
      durationMs: duration,
    },
  );
}
