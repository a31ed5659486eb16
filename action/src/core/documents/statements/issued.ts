import type { Share } from "#core/documents/costs/breakdown.ts";
import type { Statement } from "#core/documents/statements/statement.ts";
import { ISSUED_BY, type IssuedStatement, MOST_ISSUED_ROWS } from "#core/records/statement.ts";
import type { Utc } from "#core/time.ts";

type Sums = Pick<
  IssuedStatement,
  "tokens_nano_usd" | "minutes_nano_usd" | "calls_nano_usd" | "lines" | "unknown"
>;
type By = (typeof ISSUED_BY)[number];

/** A statement as it is stored when its month is over. */
export function issuedStatement(statement: Statement, issued_at: Utc): IssuedStatement {
  const { month, timezone, price_table, complete, attempts, spend, by } = statement;
  const rows = ISSUED_BY.flatMap((dimension) =>
    by[dimension].map((share) => ({ by: dimension, name: share.name, ...sumsOf(share.spend) })),
  );
  return {
    ...{ month, timezone, issued_at, price_table, complete, attempts },
    ...sumsOf(spend),
    rows: rows.slice(0, MOST_ISSUED_ROWS),
  };
}

/** What was issued beside today's reckoning. */
export function issuedOf(
  stored: IssuedStatement,
  { spend, by }: Pick<Statement, "spend" | "by">,
): NonNullable<Statement["issued"]> {
  return {
    at: stored.issued_at,
    timezone: stored.timezone,
    price_table: stored.price_table,
    complete: stored.complete,
    total_nano_usd: totalOf(stored),
    unknown: stored.unknown,
    difference_nano_usd: spend.total_nano_usd - totalOf(stored),
    changes: ISSUED_BY.flatMap((dimension) => changesOf(dimension, stored, by[dimension])),
  };
}

function changesOf(by: By, { rows }: IssuedStatement, shares: readonly Share[]) {
  const then = new Map(rows.filter((row) => row.by === by).map((row) => [row.name, totalOf(row)]));
  if (rows.length === 0) return [];
  const isCut = rows.length >= MOST_ISSUED_ROWS;
  const now = new Map(shares.map(({ name, spend }) => [name, spend.total_nano_usd]));
  // Of whom nothing was kept for want of room, nothing can be said.
  return [...new Set([...then.keys(), ...(isCut ? [] : now.keys())])]
    .map((name) => {
      const [issued, today] = [then.get(name) ?? 0, now.get(name) ?? 0];
      return {
        ...{ by, name, issued_nano_usd: issued, now_nano_usd: today },
        difference_nano_usd: today - issued,
      };
    })
    .filter(({ difference_nano_usd }) => difference_nano_usd !== 0)
    .sort((a, b) => Math.abs(b.difference_nano_usd) - Math.abs(a.difference_nano_usd));
}

function totalOf({ tokens_nano_usd, minutes_nano_usd, calls_nano_usd }: Sums): number {
  return tokens_nano_usd + minutes_nano_usd + calls_nano_usd;
}

function sumsOf({ tokens_nano_usd, minutes_nano_usd, calls_nano_usd, lines, unknown }: Sums): Sums {
  return { tokens_nano_usd, minutes_nano_usd, calls_nano_usd, lines, unknown };
}
