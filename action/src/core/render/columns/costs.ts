import { runsLink } from "#core/addresses/paths.ts";
import type { Share } from "#core/documents/costs/breakdown.ts";
import type { CalendarRow } from "#core/documents/costs/calendar.ts";
import { shown } from "#core/documents/costs/shown.ts";
import type { Spend } from "#core/documents/costs/spend.ts";
import type { Waste, WasteKind } from "#core/documents/costs/waste.ts";
import { count, money, percent } from "#core/format.ts";
import { statesOf } from "#core/outcome.ts";
import { usdCell } from "#core/pricing/money.ts";
import { type Column, figure, headed, words } from "#core/render/columns/column.ts";

/** Attempts of one kind and what they cost; null attempts are of nothing that could be counted. */
export type SpendRow = { by: string; name: string | null; attempts: number | null; spend: Spend };

const totalOf = ({ spend }: SpendRow) => shown(spend.total_nano_usd, spend.unknown);
const tokensOf = ({ spend }: SpendRow) => shown(spend.tokens_nano_usd, spend.unknown_tokens);
const minutesOf = ({ spend }: SpendRow) =>
  shown(spend.minutes_nano_usd, spend.unknown - spend.unknown_tokens);

export const SPEND: readonly Column<SpendRow>[] = [
  { name: "by", kind: "words", value: (row) => row.by },
  { name: "name", heading: "Name", kind: "name", value: (row) => row.name },
  {
    name: "attempts",
    heading: "Attempts",
    kind: "figure",
    value: (row) => row.attempts,
    text: (row) => count(row.attempts),
  },
  {
    name: "total",
    heading: "Spend",
    kind: "figure",
    value: totalOf,
    text: (row) => money(totalOf(row)),
    filed: (row) => usdCell(row.spend.total_nano_usd),
  },
  {
    name: "tokens",
    heading: "Tokens",
    kind: "figure",
    value: tokensOf,
    text: (row) => money(tokensOf(row)),
    filed: (row) => usdCell(row.spend.tokens_nano_usd),
  },
  {
    name: "minutes",
    heading: "Minutes",
    kind: "figure",
    value: minutesOf,
    text: (row) => money(minutesOf(row)),
    filed: (row) => usdCell(row.spend.minutes_nano_usd),
  },
  { name: "calls", kind: "figure", value: (row) => usdCell(row.spend.calls_nano_usd) },
  { name: "currency", kind: "words", value: () => "USD" },
  { name: "lines", kind: "figure", value: (row) => row.spend.lines },
  {
    name: "lines_without_amount",
    heading: "Unknown",
    kind: "figure",
    value: (row) => row.spend.unknown,
    text: (row) => count(row.spend.unknown),
  },
];

/** @param total of everything, for shares */
const shareOf = (total: number): Column<SpendRow> =>
  figure(
    "Share",
    (row) => {
      const amount = totalOf(row);
      return amount === null || total === 0 ? null : amount / total;
    },
    percent,
  );

const bar = (largest: number): Column<SpendRow> => {
  const [spend] = headed(SPEND, ["Spend"]) as [Column<SpendRow>];
  return { ...spend, kind: "share", whole: Math.max(largest, 1) };
};

export function calendarRows(unit: string, rows: readonly CalendarRow[]): SpendRow[] {
  return rows.map(({ start, attempts, spend }) => ({ by: unit, name: start, attempts, spend }));
}

/** Spend by month, week or day; each month has its ledger. */
export function calendarColumns(heading: string, hasLedgers: boolean): Column<SpendRow>[] {
  const ledger = (start: string, format: "csv" | "json") => ({
    text: format.toUpperCase(),
    link: `api/v1/costs/ledger-${start}.${format}`,
    label: `Ledger of ${start} as ${format.toUpperCase()}`,
  });
  const ledgers: Column<SpendRow> = {
    heading: "Ledger",
    kind: "words",
    value: () => null,
    parts: ({ name }) => (name === null ? [] : [ledger(name, "csv"), ledger(name, "json")]),
  };
  return [
    words(heading, (row) => row.name, "name"),
    ...headed(SPEND, ["Spend", "Tokens", "Minutes", "Attempts", "Unknown"]),
    ...(hasLedgers ? [ledgers] : []),
  ];
}

/** More rows than this are one. */
const MOST = 8;

type Linked = SpendRow & { link: string | null };

/** The largest first, the rest as one row, so that the column adds up to the total. */
export function spendRows(
  by: string,
  rows: readonly Share[],
  linkOf: (row: Share) => string | null,
): Linked[] {
  const listed = rows.length === MOST + 1 ? rows : rows.slice(0, MOST);
  const rest = rows.slice(listed.length);
  const all = listed.map((row): Linked => ({ by, ...row, link: linkOf(row) }));
  if (rest.length === 0) return all;
  const spend = Object.fromEntries(
    Object.keys(rest[0]?.spend ?? {}).map((key) => [
      key,
      rest.reduce((sum, row) => sum + row.spend[key as keyof Spend], 0),
    ]),
  ) as Spend;
  return [...all, { by: REST, name: `Other (${count(rest.length)})`, attempts: null, spend, link: null }];
}

const REST = "rest";
const isNamed = ({ name, by }: SpendRow) => name !== null && by !== REST;

/**
 * Spend by one thing.
 *
 * @param none what having none means, e.g. `no agent`
 * @param hasParts models and providers have tokens only
 * @param total of everything, for shares
 */
export function spendColumns(
  heading: string,
  none: string,
  hasParts: boolean,
  { total, largest }: { total: number; largest: number },
): Column<Linked>[] {
  const perAttempt = (row: SpendRow) => {
    const amount = totalOf(row);
    return amount === null || row.attempts === null ? null : Math.round(amount / row.attempts);
  };
  return [
    {
      heading,
      kind: "name",
      value: (row) => row.name,
      text: (row) => row.name ?? none,
      title: (row) => (isNamed(row) ? row.name : null),
      link: (row) => row.link,
      tone: (row) => (isNamed(row) ? null : "muted"),
      tags: ({ by, spend }) => (by !== REST && spend.unknown > 0 ? [`${count(spend.unknown)} unknown`] : []),
    },
    bar(largest),
    shareOf(total),
    ...headed(SPEND, hasParts ? ["Tokens", "Minutes", "Attempts"] : ["Attempts"]),
    figure("Per attempt", perAttempt, money),
  ];
}

const WASTE_WORDS: readonly {
  kind: Exclude<WasteKind, "rerun">;
  name: string;
  about: string;
  status: string[];
}[] = [
  { kind: "failed", name: "Failed", about: "failed or timed out", status: statesOf("failure") },
  { kind: "superseded", name: "Superseded", about: "cancelled by a newer run of its branch", status: [] },
  { kind: "cancelled", name: "Cancelled", about: "otherwise", status: ["cancelled"] },
  { kind: "no_op", name: "Nothing to do", about: "the agent said so", status: [] },
];

type Wasted = SpendRow & { about: string | null; status: readonly string[] };

/** What brought nothing, by its kind, and the sum. */
export function wasteRows(waste: Waste): Wasted[] {
  const kinds = WASTE_WORDS.map(({ kind, ...rest }) => ({ by: kind, ...rest, ...waste[kind] }));
  return [...kinds, { by: "all", name: "All", about: null, status: [], ...waste.all }];
}

/** @param total of everything, for shares */
export function wasteColumns(total: number, rows: readonly Wasted[]): Column<Wasted>[] {
  const largest = Math.max(...rows.map((row) => (row.by === "all" ? 0 : row.spend.total_nano_usd)));
  return [
    {
      heading: "What it brought",
      kind: "name",
      value: (row) => row.name,
      note: (row) => row.about,
      link: ({ status, attempts }, period) =>
        status.length > 0 && attempts ? runsLink({ period, status: [...status] }) : null,
    },
    { ...bar(largest), role: "failure" },
    shareOf(total),
    ...headed(SPEND, ["Attempts"]),
  ];
}
