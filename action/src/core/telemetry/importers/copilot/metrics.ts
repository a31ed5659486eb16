import type { ExecutionDraft } from "#core/telemetry/execution-draft.ts";
import type { AgentWork } from "#core/telemetry/importers/agent-work.ts";
import { shareCredits } from "#core/telemetry/importers/shared-credits.ts";
import { amountAt, countAt, isObject, type LooseObject, objectAt } from "#core/telemetry/loose-json.ts";
import { priceTier } from "#core/telemetry/price-tier.ts";
import type { UsagePart, UsageTable } from "#core/telemetry/usage-table.ts";
import type { Utc } from "#core/time.ts";

export const PROVIDER = "github";

/** Copilot counts in billionths of an AI credit. */
export function credits(nano: number | null): number | null {
  return nano === null ? null : nano / 1e9;
}

/** `modelMetrics` of `session.shutdown`: all that one process used, sub-agents included. `requests.cost` is a multiplier. */
export function addModelMetrics(draft: ExecutionDraft, table: UsageTable, shutdown: LooseObject): boolean {
  const rows: UsagePart[] = [];
  for (const [model, row] of Object.entries(objectAt(shutdown, "modelMetrics"))) {
    if (!isObject(row)) continue;
    const usage = objectAt(row, "usage");
    rows.push({
      provider: PROVIDER,
      model: draft.name(model),
      requests: countAt(objectAt(row, "requests"), "count"),
      prompt: countAt(usage, "inputTokens"),
      completion: countAt(usage, "outputTokens"),
      cache_read: countAt(usage, "cacheReadTokens"),
      cache_write_5m: countAt(usage, "cacheWriteTokens"),
      reasoning: countAt(usage, "reasoningTokens"),
      reported_ai_credits: credits(amountAt(row, "totalNanoAiu")),
    });
  }
  for (const row of rows) table.add(row);
  const reported = rows.some(({ reported_ai_credits: some }) => typeof some === "number");
  // Older builds tell the credits of all models in one.
  shareAmounts(table, shutdown, !reported);
  const ms = amountAt(shutdown, "totalApiDurationMs");
  if (ms !== null) draft.facts.llm_time_ms = (draft.facts.llm_time_ms ?? 0) + ms;
  return rows.length > 0;
}

/** Credits, and the old unit of account that is still written beside them, of all models in one. */
export function shareAmounts(table: UsageTable, reported: LooseObject, withCredits: boolean): void {
  const premium = amountAt(reported, "totalPremiumRequests") ?? amountAt(reported, "premiumRequests");
  shareCredits(
    table,
    {
      credits: withCredits ? credits(amountAt(reported, "totalNanoAiu")) : null,
      premiumRequests: premium === 0 ? null : premium,
    },
    { provider: PROVIDER },
  );
}

/** `assistant.usage`: one request, told while it runs and not kept in the file. */
export function usageOfRequest({ draft }: AgentWork, data: LooseObject, at: Utc): UsagePart | null {
  const prompt = countAt(data, "inputTokens");
  const completion = countAt(data, "outputTokens");
  if (prompt === null && completion === null) return null;
  const model = draft.name(data["model"]);
  return {
    provider: PROVIDER,
    model,
    tier: priceTier(PROVIDER, model, prompt, at, []),
    requests: 1,
    prompt,
    completion,
    cache_read: countAt(data, "cacheReadTokens"),
    cache_write_5m: countAt(data, "cacheWriteTokens"),
    reasoning: countAt(data, "reasoningTokens"),
    reported_ai_credits: credits(amountAt(objectAt(data, "copilotUsage"), "totalNanoAiu")),
  };
}
