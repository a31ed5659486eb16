import { statementPath } from "#core/addresses/paths.ts";
import type { DatedLine } from "#core/chargeback/adjustments.ts";
import { DIMENSIONS, type Share } from "#core/documents/costs/breakdown.ts";
import type { Statement } from "#core/documents/statements/statement.ts";
import { count, dollars, moment, money, UNKNOWN } from "#core/format.ts";
import { inCents } from "#core/pricing/cents.ts";
import { usdCell } from "#core/pricing/money.ts";
import { type Column, figure, words } from "#core/render/columns/column.ts";
import type { CsvColumn } from "#core/render/csv.ts";

const STATES: Record<Statement["state"], string> = {
  running: "preview, still running",
  ended: "over, not issued yet",
  issued: "issued",
};

/** A month that began before the records is reckoned as far as they go, and never issued. */
export function statementState({ state, complete }: Statement): string {
  return state === "ended" && !complete ? "over; the records begin within it" : STATES[state];
}

const usd = (
  name: string,
  heading: string,
  value: (statement: Statement) => number | null,
): Column<Statement> => ({
  name,
  heading,
  kind: "figure",
  value,
  text: (row) => money(value(row)),
  filed: (row) => usdCell(value(row)),
});

export const STATEMENTS: readonly Column<Statement>[] = [
  {
    name: "month",
    heading: "Month",
    kind: "name",
    value: ({ month }) => month,
    link: ({ month }) => statementPath(month),
  },
  { name: "state", heading: "State", kind: "words", value: ({ state }) => state, text: statementState },
  { name: "timezone", kind: "words", value: ({ timezone }) => timezone },
  { name: "start", kind: "time", value: ({ start }) => start },
  { name: "end", kind: "time", value: ({ end }) => end },
  usd("spend_usd", "Spend", ({ spend }) => spend.total_nano_usd),
  usd("tokens_usd", "Tokens", ({ spend }) => spend.tokens_nano_usd),
  usd("minutes_usd", "Minutes", ({ spend }) => spend.minutes_nano_usd),
  usd("calls_usd", "Paid services", ({ spend }) => spend.calls_nano_usd),
  { name: "lines", kind: "figure", value: ({ spend }) => spend.lines },
  {
    name: "lines_without_amount",
    heading: "Unknown",
    kind: "figure",
    value: ({ spend }) => spend.unknown,
    text: ({ spend }) => count(spend.unknown),
  },
  usd("adjustments_usd", "Adjustments", (row) => row.adjustments_nano_usd),
  usd("due_usd", "Due", (row) => row.due_nano_usd),
  {
    name: "issued_at",
    heading: "Issued",
    kind: "words",
    value: ({ issued }) => issued?.at ?? null,
    text: ({ issued }) => moment(issued?.at ?? null),
  },
  usd("issued_usd", "As issued", ({ issued }) => issued?.total_nano_usd ?? null),
  usd("since_issued_usd", "Since then", ({ issued }) => issued?.difference_nano_usd ?? null),
];

/** One row of the file of a month. */
type FileRow = {
  by: string;
  name: string | null;
  date: string | null;
  amount: number;
  share: Pick<Share, "attempts" | "spend"> | null;
  about: string | null;
};

/** Every part of the month, each of which adds up to `spend`; then what was adjusted, and what is due. */
export function statementFileRows(statement: Statement): FileRow[] {
  const { by, tags, spend, attempts, adjustments, issued } = statement;
  const shares = (name: string, rows: readonly Share[]): FileRow[] =>
    rows.map((row) => ({ ...bare(name, row.name, row.spend.total_nano_usd), share: row }));
  return [
    { ...bare("spend", null, spend.total_nano_usd), share: { attempts, spend } },
    ...DIMENSIONS.flatMap((dimension) => shares(dimension, by[dimension])),
    ...tags.flatMap(({ tag, shares: rows }) => shares(`tag ${tag}`, rows)),
    ...adjustments.map((line) => ({
      ...bare(line.kind, line.scope, line.amount_nano_usd),
      date: line.date,
      about: [line.id, line.description].filter(Boolean).join(": "),
    })),
    ...(issued === null
      ? []
      : [
          { ...bare("issued", null, issued.total_nano_usd), date: issued.at.slice(0, 10) },
          bare("since issued", null, issued.difference_nano_usd),
        ]),
    bare("due", null, statement.due_nano_usd),
  ];
}

function bare(by: string, name: string | null, amount: number): FileRow {
  return { by, name, amount, date: null, share: null, about: null };
}

export const STATEMENT_FILE: readonly CsvColumn<FileRow>[] = [
  { name: "by", value: ({ by }) => by },
  { name: "name", value: ({ name }) => name },
  { name: "date", value: ({ date }) => date },
  { name: "amount", value: ({ amount }) => usdCell(amount) },
  { name: "currency", value: () => "USD" },
  { name: "tokens", value: ({ share }) => usdCell(share?.spend.tokens_nano_usd ?? null) },
  { name: "minutes", value: ({ share }) => usdCell(share?.spend.minutes_nano_usd ?? null) },
  { name: "calls", value: ({ share }) => usdCell(share?.spend.calls_nano_usd ?? null) },
  { name: "attempts", value: ({ share }) => share?.attempts ?? null },
  { name: "lines", value: ({ share }) => share?.spend.lines ?? null },
  { name: "lines_without_amount", value: ({ share }) => share?.spend.unknown ?? null },
  { name: "about", value: ({ about }) => about },
];

/** A share in cents: what it is of adds up across, and its amounts add up down. Null: nothing of it is known. */
type Billed = {
  name: string | null;
  amount: number | null;
  tokens: number;
  minutes: number;
  calls: number;
  attempts: number | null;
  unknown: number;
};

/** The largest first, and the sum as the last row. One attempt may count for several, so attempts are not added. */
export function billedRows(shares: readonly Share[]): Billed[] {
  const amounts = inCents(shares.map(({ spend }) => spend.total_nano_usd));
  const rows = shares.map(({ name, attempts: n, spend }, index) => {
    const { tokens_nano_usd, minutes_nano_usd, calls_nano_usd, unknown } = spend;
    const amount = amounts[index] ?? 0;
    const [tokens = 0, minutes = 0, calls = 0] = inCents(
      [tokens_nano_usd, minutes_nano_usd, calls_nano_usd],
      amount,
    );
    return { ...{ name, amount, tokens, minutes, calls, unknown }, attempts: n };
  });
  const sum = (key: "amount" | "tokens" | "minutes" | "calls" | "unknown") =>
    rows.reduce((all, row) => all + row[key], 0);
  const shown = rows.map((row, index) => {
    const isUnknown = shares[index]?.spend.total_nano_usd === 0 && row.unknown > 0;
    return isUnknown ? { ...row, amount: null } : row;
  });
  const all = {
    tokens: sum("tokens"),
    minutes: sum("minutes"),
    calls: sum("calls"),
    unknown: sum("unknown"),
  };
  return [...shown, { name: "All", amount: sum("amount"), attempts: null, ...all }];
}

/** @param none what having no name means, e.g. `no team` */
export function billedColumns(heading: string, none: string): Column<Billed>[] {
  return [
    {
      heading,
      kind: "name",
      value: (row) => row.name,
      text: (row) => row.name ?? none,
      tone: (row) => (row.name === null ? "muted" : null),
    },
    figure("Amount", (row) => row.amount, dollars),
    figure("Tokens", (row) => row.tokens, dollars),
    figure("Minutes", (row) => row.minutes, dollars),
    figure("Paid services", (row) => row.calls, dollars),
    figure("Attempts", (row) => row.attempts),
    figure("Unknown", (row) => row.unknown),
  ];
}

export const ADJUSTMENTS: readonly Column<DatedLine>[] = [
  words("Date", (row) => row.date),
  words("Kind", (row) => row.kind),
  words("For", (row) => row.scope, "name"),
  words("What", (row) => row.description || row.id, "prose"),
  figure("Amount", (row) => row.amount_nano_usd, money),
];

type Change = NonNullable<Statement["issued"]>["changes"][number];

export const CHANGES: readonly Column<Change>[] = [
  words("By", (row) => row.by),
  { heading: "Name", kind: "name", value: (row) => row.name, text: (row) => row.name ?? UNKNOWN },
  figure("As issued", (row) => row.issued_nano_usd, money),
  figure("Today", (row) => row.now_nano_usd, money),
  figure("Since then", (row) => row.difference_nano_usd, money),
];
