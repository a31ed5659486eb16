import { candidates } from "#core/pricing/model-name.ts";
import type { BillLine } from "#core/reconcile/bill.ts";
import type { Booked } from "#core/reconcile/booked.ts";

/** What a bill is of: runners, GitHub's AI, or a provider's models. */
export type Side = "runners" | "github models" | "models";

/** Null: something that no record tells of, such as storage. */
export function sideOf({ product, sku, model }: Pick<BillLine, "product" | "sku" | "model">): Side | null {
  const name = plain(sku ?? "");
  if (plain(product ?? "") === "actions" || /^actions_/.test(name))
    return /storage|cache/.test(name) ? null : "runners";
  if (product === null) return model === null ? null : "models";
  return model !== null || /ai_credit|premium_request|models?_/.test(name) ? "github models" : null;
}

/** Which side a row of the ledger stands on; null: on none, as paid services and runners of your own. */
export function sidesOf({ kind, item, provider, credits }: Booked): Side[] {
  if (kind === "calls") return [];
  if (kind === "minutes") return item === null || item.startsWith("actions_") ? ["runners"] : [];
  return credits > 0 || /^(?:github|copilot)/.test(provider ?? "") ? ["github models"] : ["models"];
}

/** The name under which the same model or runner stands on both sides. */
export function commonName(side: Side, { sku, model }: Pick<BillLine, "sku" | "model">): string {
  return side === "runners" ? plain(sku ?? "") : modelName(model ?? sku ?? "");
}

export function itemName(side: Side, item: string | null): string {
  return side === "runners" ? plain(item ?? "") : modelName(item ?? "");
}

/** `anthropic/claude-sonnet-4.5-20250929` and `Claude Sonnet 4.5` are one. */
function modelName(model: string): string {
  const name = model.trim().toLowerCase().replaceAll(/\s+/g, "-");
  return (candidates(null, name).at(-1)?.model ?? name).replaceAll(".", "-");
}

function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, "_");
}
