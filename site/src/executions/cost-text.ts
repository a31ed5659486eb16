import type { ExecutionRow } from "#core/documents/executions/execution-row.ts";
import { money, tokens } from "#core/format.ts";

type Cost = Pick<ExecutionRow, "cost_nano_usd" | "cost_source" | "cost_complete">;

/** `$0.12`, `~$0.12` for an estimate, `≥ $0.12` where a part is not known, `—` where nothing is. */
export function costText({ cost_nano_usd: nano, cost_source, cost_complete }: Cost): string {
  if (nano === null) return money(null);
  return `${cost_complete ? "" : "≥ "}${cost_source === "estimated" ? "~" : ""}${money(nano)}`;
}

const SOURCES: Readonly<Record<Cost["cost_source"], string>> = {
  reported: "as the agent reported",
  priced: "exact tokens at the price of the day",
  estimated: "estimated: tokens or price are approximate",
  unknown: "not all of it is known",
};

export function costSource({ cost_source }: Cost): string {
  return SOURCES[cost_source];
}

type Used = Pick<ExecutionRow, "tokens_total" | "tokens_approximate">;

export function tokensText({ tokens_total, tokens_approximate }: Used): string {
  return `${tokens_total !== null && tokens_approximate ? "~" : ""}${tokens(tokens_total)}`;
}
