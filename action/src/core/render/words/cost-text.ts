import type { ExecutionRow } from "#core/documents/executions/execution-row.ts";
import { money, tokens } from "#core/format.ts";

type Cost = Pick<ExecutionRow, "cost_nano_usd" | "cost_source" | "cost_complete">;

/** A sum with an unknown part: `≥ $0.12`, and `> $0.00` rather than at least less than a cent. */
export function atLeast(nanoUsd: number, mark = ""): string {
  const text = money(nanoUsd);
  return text.startsWith("< ") ? `> ${mark}$0.00` : `≥ ${mark}${text}`;
}

/** `$0.12`, `~$0.12` for an estimate, `≥ $0.12` where a part is not known, `—` where nothing is. */
export function costText({ cost_nano_usd: nano, cost_source, cost_complete }: Cost): string {
  if (nano === null) return money(null);
  const mark = cost_source === "estimated" ? "~" : "";
  return cost_complete ? `${mark}${money(nano)}` : atLeast(nano, mark);
}

const SOURCES: Readonly<Record<Cost["cost_source"], string>> = {
  reported: "as the agent reported",
  priced: "exact tokens at the price of the day",
  estimated: "estimated: tokens or price are approximate",
  logged: "told in its job's log only",
  unknown: "not all of it is known",
};

export function costSource({ cost_source }: Cost): string {
  return SOURCES[cost_source];
}

type Used = Pick<ExecutionRow, "tokens_total" | "tokens_approximate">;

export function tokensText({ tokens_total, tokens_approximate }: Used): string {
  return `${tokens_total !== null && tokens_approximate ? "~" : ""}${tokens(tokens_total)}`;
}
