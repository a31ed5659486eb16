import { errorCategory } from "#core/telemetry/error-category.ts";
import type { ExecutionDraft } from "#core/telemetry/execution-draft.ts";
import { feeRows } from "#core/telemetry/importers/claude/usage.ts";
import {
  amountAt,
  countAt,
  flagAt,
  isObject,
  type LooseObject,
  listAt,
  objectAt,
  textAt,
} from "#core/telemetry/loose-json.ts";
import type { UsagePart } from "#core/telemetry/usage-table.ts";

/** Of `modelUsage[model].provider`. */
const PROVIDERS: ReadonlyMap<string, string> = new Map([
  ["firstParty", "anthropic"],
  ["anthropicAws", "anthropic"],
  ["bedrock", "aws.bedrock"],
  ["vertex", "gcp.vertex_ai"],
  ["foundry", "azure"],
]);
/** Dollars below which two sums of the same costs are equal. */
const SAME = 1e-6;

/** How the run of Claude ended, in the words of its `result` message. */
export function tellResult(draft: ExecutionDraft, result: LooseObject): void {
  const { facts } = draft;
  facts.duration_ms = amountAt(result, "duration_ms") ?? facts.duration_ms;
  facts.llm_time_ms = amountAt(result, "duration_api_ms");
  facts.turns = countAt(result, "num_turns") ?? facts.turns;
  const subtype = textAt(result, "subtype") ?? "success";
  const reason = textAt(result, "terminal_reason");
  const failed = flagAt(result, "is_error") === true || subtype !== "success";
  if (!failed) {
    facts.status = "success";
    facts.error_type = null;
    facts.error_message = null;
    draft.response(textAt(result, "result"));
    return;
  }
  const message =
    listAt(result, "errors").find((error) => typeof error === "string") ?? textAt(result, "result");
  const code = subtype === "success" ? null : subtype === "error_during_execution" ? null : subtype;
  const status = countAt(result, "api_error_status");
  // `api_error` says only that the provider refused; the status and the message say why.
  const [certain, vague] = reason === "api_error" ? [null, reason] : [reason, null];
  const httpStatus = status === null ? null : String(status);
  facts.error_type = errorCategory(code, certain, httpStatus, textOf(message), vague) ?? "unknown";
  facts.status =
    facts.error_type === "cancelled" ? "cancelled" : facts.error_type === "timeout" ? "timeout" : "failure";
  facts.error_message = null;
  draft.error(textOf(message) ?? reason ?? code);
}

/**
 * The rows of `modelUsage`, which is the whole truth on tokens and cost, sub-agents included. Empty where the
 * result is too old to have it.
 */
export function modelUsage(draft: ExecutionDraft, result: LooseObject): UsagePart[] {
  const rows: UsagePart[] = [];
  for (const [model, reported] of Object.entries(objectAt(result, "modelUsage"))) {
    if (!isObject(reported)) continue;
    const read = countAt(reported, "cacheReadInputTokens") ?? 0;
    const written = countAt(reported, "cacheCreationInputTokens") ?? 0;
    const hour = countAt(reported, "cacheCreationEphemeral1hInputTokens");
    const window = countAt(reported, "contextWindow");
    const input = countAt(reported, "inputTokens");
    const { context } = draft.facts;
    if (window !== null) context.window = Math.max(context.window ?? 0, window);
    if (textAt(reported, "costBasis") === "unknown")
      draft.note(`The cost of ${model} is the agent's own guess.`);
    const provider =
      PROVIDERS.get(textAt(reported, "provider") ?? "firstParty") ?? draft.name(reported.provider);
    const name = draft.name(model);
    rows.push({
      provider,
      model: name,
      // Absent tokens (the action's own log leaves them out) are not zero.
      ...(input !== null && {
        prompt: input + read + written,
        completion: countAt(reported, "outputTokens"),
        cache_read: read,
        cache_write_5m: Math.max(0, written - (hour ?? 0)),
        cache_write_1h: hour === null ? null : Math.min(hour, written),
        reasoning: countAt(reported, "thinkingTokens"),
      }),
      reported_cost_usd: amountAt(reported, "costUSD"),
    });
    const searches = countAt(reported, "webSearchRequests") ?? 0;
    // Dollars that are told hold them.
    if (amountAt(reported, "costUSD") === null && searches > 0)
      rows.push(...feeRows({ provider, model: name, fees: { web_search: searches } }));
  }
  return rows;
}

/** What it cost in all; the oldest results name it differently. */
export function totalCost(result: LooseObject): number | null {
  return amountAt(result, "total_cost_usd") ?? amountAt(result, "cost_usd");
}

/**
 * Makes the rows' costs add up to the total: what no row names is a row without a model; where rows have no cost of
 * their own the total is shared by tokens, because a row without a cost would be priced, and counted a second time.
 */
export function withTotalCost(reported: readonly UsagePart[], total: number | null): UsagePart[] {
  if (total === null) return [...reported];
  // The total holds the fees.
  const rows = reported.filter(({ fee }) => !fee);
  if (rows.length === 0) return [{ provider: "anthropic", reported_cost_usd: total }];
  if (rows.every(({ reported_cost_usd }) => typeof reported_cost_usd === "number")) {
    const rest = total - rows.reduce((sum, row) => sum + (row.reported_cost_usd ?? 0), 0);
    return rest > SAME ? [...rows, { provider: "anthropic", reported_cost_usd: rest }] : [...rows];
  }
  const tokens = rows.map((row) => (row.prompt ?? 0) + (row.completion ?? 0));
  const all = tokens.reduce((sum, some) => sum + some, 0);
  return rows.map((row, index) => ({
    ...row,
    reported_cost_usd: all === 0 ? total / rows.length : (total * (tokens[index] ?? 0)) / all,
  }));
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
