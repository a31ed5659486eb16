import { groupBy } from "#core/attempts/grouped.ts";
import { entry } from "#core/entry.ts";
import type { Bill, BillLine } from "#core/reconcile/bill.ts";
import type { Booked, Books } from "#core/reconcile/booked.ts";
import { causesOf } from "#core/reconcile/causes.ts";
import { commonName, itemName, type Side, sideOf, sidesOf } from "#core/reconcile/names.ts";
import { differenceOf, isClose, type Pair } from "#core/reconcile/pair.ts";
import type { Day, Utc } from "#core/time.ts";

export type Row = Pair & {
  outcome: "match" | "differs" | "only bill" | "only ledger";
  difference_nano_usd: number;
  /** The likeliest first. */
  causes: string[];
};

export type Reconciliation = {
  repository: string;
  from: Day;
  /** Inclusive. */
  to: Day;
  read: [field: string, heading: string][];
  unread: string[];
  rows: Row[];
  /** Lines of the bill that are compared with nothing, why, and what they come to. */
  apart: { why: string; lines: number; amount_nano_usd: number }[];
};

/**
 * Compares a bill with the ledger, day by day, SKU by SKU, model by model. Runners are compared at list price, of which
 * the bill's discounts and the plan's minutes are taken later; models at what they cost.
 *
 * @param repository `owner/name`, whose lines of the bill count
 */
export function reconcile(
  { headings, lines }: Bill,
  { rows: booked, forks }: Books,
  { repository, now }: { repository: string; now: Utc },
): Reconciliation {
  const apart = new Map<string, Reconciliation["apart"][number]>();
  const pairs = new Map<string, Pair>();
  const days = lines.map(({ day }) => day).sort();
  const [from, to] = [days[0] ?? "", days.at(-1) ?? ""];
  for (const line of lines) {
    const side = sideOf(line);
    const why = side === null ? "it is of nothing that runs tell" : notOurs(line, repository);
    if (side === null || why !== null) {
      const sum = entry(apart, why ?? "", () => ({ why: why ?? "", lines: 0, amount_nano_usd: 0 }));
      sum.lines += 1;
      sum.amount_nano_usd += line.amount_nano_usd;
    } else addBill(pairs, side, line);
  }
  addLedger(
    pairs,
    booked.filter(({ day }) => day >= from && day <= to),
  );
  const all = [...pairs.values()].sort((a, b) =>
    a.day < b.day ? -1 : a.day > b.day ? 1 : a.name < b.name ? -1 : 1,
  );
  const series = groupBy(all, ({ side, name }) => `${side}\n${itemName(side, name)}`);
  const rows = all.map((pair): Row => {
    const difference = differenceOf(pair);
    const outcome = outcomeOf(pair, difference);
    const others = series.get(`${pair.side}\n${itemName(pair.side, pair.name)}`) ?? [];
    const causes =
      outcome === "match" ? [] : causesOf(pair, { others, forks: forks.get(pair.day) ?? 0, now });
    return { ...pair, outcome, difference_nano_usd: difference, causes };
  });
  return {
    repository,
    from,
    to,
    read: headings.read,
    unread: headings.unread,
    rows,
    apart: [...apart.values()],
  };
}

function outcomeOf({ bill, ledger }: Pair, difference: number): Row["outcome"] {
  // A sum that lacks something matches by chance alone.
  if (isClose(difference, bill?.amount_nano_usd ?? 0) && (ledger?.unknown ?? 0) === 0) return "match";
  if (ledger === null) return "only bill";
  return bill === null ? "only ledger" : "differs";
}

/** Whose a line is, where the bill tells it. */
function notOurs({ organization, repository: reported }: BillLine, repository: string): string | null {
  const [owner = "", name = ""] = repository.toLowerCase().split("/");
  if (organization !== null && organization.toLowerCase() !== owner) return "another organisation's";
  if (reported === null) return null;
  const parts = reported.toLowerCase().split("/");
  const isOurs = parts.at(-1) === name && (parts.length === 1 || parts.at(-2) === owner);
  return isOurs ? null : "another repository's";
}

function addBill(pairs: Map<string, Pair>, side: Side, line: BillLine): void {
  const key = JSON.stringify([line.day, side, commonName(side, line)]);
  const name = side === "runners" ? (line.sku ?? "") : (line.model ?? line.sku ?? "");
  const pair = entry(pairs, key, (): Pair => ({ day: line.day, side, name, bill: null, ledger: null }));
  const sum = pair.bill ?? { amount_nano_usd: 0, net_nano_usd: null, quantity: null, lines: 0 };
  sum.amount_nano_usd += line.amount_nano_usd;
  if (line.net_nano_usd !== null) sum.net_nano_usd = (sum.net_nano_usd ?? 0) + line.net_nano_usd;
  if (line.quantity !== null) sum.quantity = (sum.quantity ?? 0) + line.quantity;
  sum.lines += 1;
  pair.bill = sum;
}

/** Of the ledger what the bill may be of: the sides it has, and of providers' models those of the same provider. */
function addLedger(pairs: Map<string, Pair>, booked: readonly Booked[]): void {
  const sides = new Set([...pairs.values()].map(({ side }) => side));
  const models = new Set(
    [...pairs.values()].filter(({ side }) => side === "models").map(({ name }) => itemName("models", name)),
  );
  const providers = new Set(
    booked.flatMap((row) =>
      row.kind === "tokens" && models.has(itemName("models", row.item)) ? [row.provider] : [],
    ),
  );
  for (const row of booked)
    for (const side of sidesOf(row)) {
      if (!sides.has(side) || (side === "models" && !providers.has(row.provider))) continue;
      if (row.amount_nano_usd === 0 && row.worth_nano_usd === 0 && row.unknown === 0) continue;
      const key = JSON.stringify([row.day, side, itemName(side, row.item)]);
      const name = row.item ?? "not told";
      const pair = entry(pairs, key, (): Pair => ({ day: row.day, side, name, bill: null, ledger: null }));
      pair.ledger = pair.ledger === null ? row : merged(pair.ledger, row);
    }
}

function merged(a: Booked, b: Booked): Booked {
  const sum = { ...a, why: a.why ?? b.why };
  for (const key of [
    "lines",
    "n",
    "quantity",
    "amount_nano_usd",
    "worth_nano_usd",
    "unknown",
    "estimated",
    "credits",
  ] as const)
    sum[key] += b[key];
  return sum;
}
