import type { Component } from "#core/records/token-usage.ts";
import {
  CLASSES,
  type ClaudeCounts,
  claudeCounts,
  promptOf,
} from "#core/telemetry/importers/claude/counts.ts";
import { type ClaudeIteration, iterationsOf } from "#core/telemetry/importers/claude/iterations.ts";
import { serverToolFees } from "#core/telemetry/importers/server-tool-fees.ts";
import { countAt, type LooseObject, objectAt, textAt } from "#core/telemetry/loose-json.ts";
import { priceTier } from "#core/telemetry/price-tier.ts";
import type { UsagePart, UsageTable } from "#core/telemetry/usage-table.ts";
import type { Utc } from "#core/time.ts";

/** Of one call of Claude, as its `usage` tells it. */
export type ClaudeTokens = ClaudeCounts & {
  model: string | null;
  provider: string;
  tiers: (string | null)[];
  /** The times it took of its own tokens, as far as they are told: each is priced on its own. */
  within: ClaudeIteration[];
  /** Tokens that its own counts leave out: an advisor's, a compaction's. */
  besides: ClaudeIteration[];
  /** Paid for each request, so often, by kind. */
  fees: Readonly<Record<string, number>>;
  /** Dollars that very old session files carry. */
  cost: number | null;
};

/** The `usage` of a message; null where it has none. @param clean makes a name of what a file tells */
export function claudeTokens(
  message: LooseObject,
  model: string | null,
  clean: (reported: unknown) => string | null = () => null,
): ClaudeTokens | null {
  const usage = objectAt(message, "usage");
  if (countAt(usage, "input_tokens") === null && countAt(usage, "output_tokens") === null) return null;
  const counts = claudeCounts(usage);
  return {
    ...counts,
    ...iterationsOf(usage, counts, clean),
    model,
    provider: providerOf(textAt(message, "id")),
    tiers: [textAt(usage, "service_tier"), textAt(usage, "speed")],
    fees: serverToolFees(usage, clean),
    cost: null,
  };
}

/** One call is told once for each block of its answer, the earlier times with fewer tokens: the largest are its own. */
export function widen(known: ClaudeTokens, again: ClaudeTokens): void {
  const sum = (all: readonly ClaudeCounts[]) => all.reduce((n, one) => n + promptOf(one) + one.output, 0);
  for (const key of CLASSES) known[key] = Math.max(known[key], again[key]);
  if (sum(again.within) > sum(known.within)) known.within = again.within;
  if (sum(again.besides) > sum(known.besides)) known.besides = again.besides;
  const fees = { ...known.fees };
  for (const [kind, count] of Object.entries(again.fees)) fees[kind] = Math.max(fees[kind] ?? 0, count);
  known.fees = fees;
  known.cost ??= again.cost;
}

/** @param component who made the call */
export function addCall(
  table: UsageTable,
  tokens: ClaudeTokens,
  at: Utc,
  component: Component | null = null,
): void {
  const row = (counts: ClaudeCounts, model: string | null, by: Component | null): UsagePart => ({
    provider: tokens.provider,
    model,
    component: by,
    tier: priceTier(tokens.provider, model, promptOf(counts), at, tokens.tiers),
    prompt: promptOf(counts),
    completion: counts.output,
    cache_read: counts.cache_read,
    cache_write_5m: counts.cache_write_5m,
    cache_write_1h: counts.cache_write_1h,
  });
  const times = tokens.within.length === 0 ? [tokens] : tokens.within;
  // However often the model was asked within the call, the agent made one request.
  for (const [index, counts] of times.entries())
    table.add({
      ...row(counts, tokens.model, component),
      ...(index === 0 && { requests: 1, reported_cost_usd: tokens.cost }),
    });
  // Dollars that the file tells are all of the call's.
  if (tokens.cost !== null) return;
  for (const counts of tokens.besides)
    table.add({ ...row(counts, counts.model ?? tokens.model, counts.component), requests: 1 });
  for (const fee of feeRows(tokens)) table.add(fee);
}

/** The fees of a call as rows of their own, which are priced by their kind. */
export function feeRows({
  provider,
  model,
  fees,
}: Pick<ClaudeTokens, "model" | "fees"> & { provider: string | null }): UsagePart[] {
  return Object.entries(fees).map(([kind, count]) => ({
    provider,
    model,
    component: "tool_call",
    fee: { kind, count },
  }));
}

/** Anthropic's clouds mark the ids of their messages. */
function providerOf(messageId: string | null): string {
  if (messageId?.startsWith("msg_bdrk_")) return "aws.bedrock";
  if (messageId?.startsWith("msg_vrtx_")) return "gcp.vertex_ai";
  return "anthropic";
}
