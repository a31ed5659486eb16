import type { Fold } from "#core/attempts/fold.ts";
import type { Line } from "#core/attempts/ledger.ts";
import { entry } from "#core/entry.ts";
import { type Day, dayOf } from "#core/time.ts";

/** What the ledger has of one day, kind and item; amounts are nano-dollars. */
export type Booked = {
  day: Day;
  kind: Line["kind"];
  item: string | null;
  provider: string | null;
  lines: number;
  /** Jobs, requests or calls, as far as they are told. */
  n: number;
  quantity: number;
  /** Known amounts, and what free minutes would have cost. */
  amount_nano_usd: number;
  worth_nano_usd: number;
  /** Lines without an amount, and why they have none. */
  unknown: number;
  why: string | null;
  /** Lines whose tokens are approximate, or whose cache is not told. */
  estimated: number;
  /** Lines whose amount agents told themselves, in GitHub's credits. */
  credits: number;
};

export type Books = {
  rows: Booked[];
  /** Executions of forks' runs, which are in no sum, by day. */
  forks: ReadonlyMap<Day, number>;
};

/** Folds the ledger by day of UTC, kind, item and provider. */
export function booksFold(): Fold<Books> {
  const rows = new Map<string, Booked>();
  const forks = new Map<Day, number>();
  return {
    add({ lines, at, foreignReported, run }) {
      const day = dayOf(at);
      if (run.from_fork && foreignReported > 0) forks.set(day, (forks.get(day) ?? 0) + foreignReported);
      for (const line of lines) addTo(rowOf(rows, day, line), line);
    },
    finish: () => ({ rows: [...rows.values()], forks }),
  };
}

function rowOf(rows: Map<string, Booked>, day: Day, { kind, item, provider }: Line): Booked {
  return entry(rows, JSON.stringify([day, kind, item, provider]), () => ({
    ...{ day, kind, item, provider, lines: 0, n: 0, quantity: 0, amount_nano_usd: 0, worth_nano_usd: 0 },
    ...{ unknown: 0, why: null, estimated: 0, credits: 0 },
  }));
}

function addTo(row: Booked, line: Line): void {
  row.lines += 1;
  row.n += line.n ?? 0;
  row.quantity += line.quantity ?? 0;
  row.amount_nano_usd += line.amount_nano_usd ?? 0;
  row.worth_nano_usd += line.worth_nano_usd ?? line.amount_nano_usd ?? 0;
  if (line.amount_nano_usd === null) {
    row.unknown += 1;
    row.why ??= line.why;
  }
  if (line.basis === "estimated") row.estimated += 1;
  if (line.basis === "ai_credits") row.credits += 1;
}
