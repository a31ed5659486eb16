import type { ReconcileConfig } from "#core/config/reconcile.ts";

/** What a bill can tell of a charge. */
const BILL_FIELDS = [
  "date",
  "product",
  "sku",
  "model",
  "quantity",
  "unit",
  "amount",
  "net",
  "organization",
  "repository",
] as const;
export type BillField = (typeof BILL_FIELDS)[number];

/** Which cell of a row tells what; and the headings that nobody asks. */
export type Headings = { at: ReadonlyMap<BillField, number>; read: [BillField, string][]; unread: string[] };

/** As GitHub's usage reports call them, now and before, and as exports of providers do. The first that is there counts. */
const KNOWN: Readonly<Record<BillField, readonly string[]>> = {
  date: ["date", "usage_at", "usage_date", "usage_date_utc", "day", "timestamp", "start_time"],
  product: ["product"],
  sku: ["sku"],
  model: ["model", "model_name", "model_version"],
  quantity: ["quantity", "usage_quantity", "total_tokens", "tokens"],
  unit: ["unit_type", "unit"],
  amount: ["gross_amount", "cost_usd", "amount_usd", "cost", "amount", "total_cost", "amount_value"],
  net: ["net_amount"],
  organization: ["organization"],
  repository: ["repository", "repository_name"],
};

/** @param asked headings that the configuration names, which go before the known ones */
export function headingsOf(cells: readonly string[], asked: ReconcileConfig["columns"]): Headings {
  const names = cells.map(normal);
  const at = new Map<BillField, number>();
  for (const field of BILL_FIELDS) {
    const own = (asked as Partial<Record<BillField, string>>)[field];
    const wanted = own === undefined ? KNOWN[field] : [normal(own)];
    const index = wanted.map((name) => names.indexOf(name)).find((found) => found >= 0);
    if (index !== undefined) at.set(field, index);
  }
  const used = new Set(at.values());
  return {
    at,
    read: [...at].map(([field, index]) => [field, cells[index] ?? ""]),
    unread: cells.filter((_, index) => !used.has(index)),
  };
}

/** `Cost (USD)` and `cost_usd` are one. */
function normal(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^_|_$/g, "");
}
