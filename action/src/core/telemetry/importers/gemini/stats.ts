import type { ImportContext } from "#core/telemetry/importer.ts";
import type { AgentWork } from "#core/telemetry/importers/agent-work.ts";
import { geminiWork, type Telling, telling } from "#core/telemetry/importers/gemini/telling.ts";
import { geminiTokens, STATS } from "#core/telemetry/importers/gemini/tokens.ts";
import {
  amountAt,
  countAt,
  isObject,
  type LooseObject,
  objectAt,
  textAt,
} from "#core/telemetry/loose-json.ts";
import { operationOf } from "#core/telemetry/operation.ts";
import { priceTierOfSum } from "#core/telemetry/price-tier.ts";
import type { Utc } from "#core/time.ts";

/** Exit code of a run that used up its turns. */
const TURN_LIMIT = 53;

/** `gemini --output-format json`: one object with the answer and the session's sums. */
export function readJsonOutput(context: ImportContext, path: string, output: LooseObject): Telling {
  const session = textAt(output, "session_id");
  const work = geminiWork(context, path, session);
  const { draft } = work;
  const stats = objectAt(output, "stats");
  models(work, objectAt(stats, "models"), context.run.created_at);
  tools(work, objectAt(stats, "tools"));
  tellOutcome(work, objectAt(output, "error"), textAt(output, "response"));
  draft.response(textAt(output, "response"));
  return telling(context, "json", session, work);
}

/** How it ended: an error when there is one, whatever else was written. */
export function tellOutcome(work: AgentWork, error: LooseObject, answer: string | null): void {
  const [type, message] = [textAt(error, "type"), textAt(error, "message")];
  if (type === null && message === null) {
    work.draft.facts.status = answer === null ? "in_progress" : "success";
    return;
  }
  const isTurnLimit = countAt(error, "code") === TURN_LIMIT || /turn.?limit/i.test(type ?? "");
  if (isTurnLimit) work.limit("max_turns", "exceeded", null);
  const isCancelled = /cancel/i.test(type ?? "");
  work.failed(isCancelled ? "cancelled" : "failure", isTurnLimit ? "max_turns" : null, type, message);
}

function models({ draft }: AgentWork, reported: LooseObject, at: Utc): void {
  let calls: number | null = null;
  for (const [model, row] of Object.entries(reported)) {
    if (!isObject(row)) continue;
    const api = objectAt(row, "api");
    const requests = countAt(api, "totalRequests");
    const tokens = geminiTokens(objectAt(row, "tokens"), STATS);
    if (tokens === null) continue;
    const used = { ...tokens, model: draft.name(model), requests };
    draft.usage.add({ ...used, tier: priceTierOfSum(used, at) });
    if (requests !== null) calls = (calls ?? 0) + requests;
    const { facts } = draft;
    const latency = amountAt(api, "totalLatencyMs");
    if (latency !== null) facts.llm_time_ms = (facts.llm_time_ms ?? 0) + latency;
  }
  draft.facts.model_calls = calls;
  draft.facts.api_calls = calls;
}

function tools({ draft }: AgentWork, reported: LooseObject): void {
  for (const [tool, row] of Object.entries(objectAt(reported, "byName"))) {
    const name = draft.name(tool);
    if (!isObject(row) || name === null) continue;
    const count = countAt(row, "count") ?? 0;
    const rejected = countAt(objectAt(row, "decisions"), "reject") ?? 0;
    const failed = countAt(row, "fail") ?? 0;
    const duration = amountAt(row, "durationMs");
    const common = {
      name,
      operation: operationOf(name),
      duration_ms: duration === null || count === 0 ? null : duration / count,
    };
    // A rejected call is also a failed one.
    const denied = Math.min(rejected, failed);
    const outcomes = [
      { status: "success", calls: countAt(row, "success") ?? count - failed, error_type: null },
      { status: "failure", calls: failed - denied, error_type: "unknown" },
      { status: "denied", calls: denied, error_type: "permission_denied" },
    ] as const;
    for (const outcome of outcomes) if (outcome.calls > 0) draft.tools.add({ ...common, ...outcome });
    decisions(draft, name, objectAt(row, "decisions"));
  }
}

const RESULTS = { accept: "allow", auto_accept: "allow", modify: "modify", reject: "block" } as const;

function decisions(draft: AgentWork["draft"], tool: string, reported: LooseObject): void {
  for (const [word, result] of Object.entries(RESULTS)) {
    const count = countAt(reported, word) ?? 0;
    if (count > 0) draft.decision(`approval:${word}`, tool, result, null, count);
  }
}
