import type { RunCost } from "#core/documents/costs/run-cost.ts";
import { count, money, plural, tokens } from "#core/format.ts";
import type { RepositoryLinks } from "#core/links.ts";
import { wordOf } from "#core/outcome.ts";
import { type Run, workflowName } from "#core/records/run.ts";
import { type Column, figure, words } from "#core/render/columns/column.ts";
import { columnTable } from "#core/render/markdown.ts";
import { sumKnown } from "#core/statistics/distribution.ts";

export type CostNoteRow = { run: Run; cost: RunCost };

/** Older runs than these are one row. */
const MOST_ROWS = 15;

/**
 * What the runs of one pull request cost, as Markdown: one number in the first line, a row for each attempt with its
 * parts, and what is not known. Made from all attempts that GitHub associates with the pull request, newest first,
 * so that upserting it says the same again.
 */
export function costNote(rows: readonly CostNoteRow[], links: RepositoryLinks): string {
  const shown = rows.length === MOST_ROWS + 1 ? rows : rows.slice(0, MOST_ROWS);
  const older = rows.slice(shown.length);
  const lines: NoteLine[] = [
    ...shown.map((row) => ({ ...ofRun(row.run, links), rows: [row] })),
    ...(older.length === 0 ? [] : [ofSeveral(plural(older.length, "earlier attempt"), older)]),
    ...(rows.length > 1 ? [ofSeveral("All", rows)] : []),
  ];
  return [
    `### The runs of this pull request cost ${total(rows)}`,
    columnTable(NOTE, lines, { total: rows.length > 1, strong: "Together" }),
    `<sub>${coverage(rows)}</sub>`,
    "",
  ].join("\n\n");
}

/** One attempt, or several in one row. */
type NoteLine = { name: string; link: string | null; ended: string | null; rows: readonly CostNoteRow[] };

function ofRun(run: Run, links: RepositoryLinks): Omit<NoteLine, "rows"> {
  const attempt = run.run_attempt === 1 ? "" : `, attempt ${run.run_attempt}`;
  return {
    name: `${workflowName(run) ?? "Workflow"} #${run.run_number}${attempt}`,
    link: links.run(run.id, run.run_attempt),
    ended: wordOf(run).toLowerCase(),
  };
}

const ofSeveral = (name: string, rows: readonly CostNoteRow[]): NoteLine => ({
  ...{ name, link: null, ended: null },
  rows,
});

const summed = (rows: readonly CostNoteRow[], of: (cost: RunCost) => number | null) =>
  sumKnown(rows.map(({ cost }) => of(cost)));

/** A part of the cost, with the amount that it was paid for. */
function part(
  heading: string,
  nano: (cost: RunCost) => number | null,
  amount: (cost: RunCost) => number | null,
  show: (amount: number) => string,
): Column<NoteLine> {
  return {
    heading,
    kind: "figure",
    value: ({ rows }) => summed(rows, nano),
    text: ({ rows }) => money(summed(rows, nano)),
    note({ rows }) {
      const used = summed(rows, amount);
      return used === null ? null : show(used);
    },
  };
}

const NOTE: readonly Column<NoteLine>[] = [
  {
    heading: "Run",
    kind: "name",
    value: ({ name }) => name,
    link: ({ link }) => link,
    note: ({ ended }) => ended,
  },
  part(
    "Tokens",
    (cost) => cost.tokens_nano_usd,
    (cost) => cost.tokens,
    tokens,
  ),
  part(
    "Runner minutes",
    (cost) => cost.minutes_nano_usd,
    (cost) => cost.minutes,
    (minutes) => `${count(minutes)} min`,
  ),
  figure("Paid services", ({ rows }) => summed(rows, (cost) => cost.calls_nano_usd), money),
  {
    heading: "Together",
    kind: "figure",
    value: ({ rows }) => summed(rows, (cost) => cost.total_nano_usd),
    text: ({ rows }) => total(rows),
  },
  words("Tokens are", ({ rows }) => {
    const sources = [...new Set(rows.flatMap(({ cost }) => cost.source ?? []))];
    return sources.join(", ") || null;
  }),
];

/** A sum that lacks something says so. */
function total(rows: readonly CostNoteRow[]): string {
  const known = sumKnown(rows.map(({ cost }) => cost.total_nano_usd));
  return rows.every(({ cost }) => cost.complete) || known === null
    ? money(known)
    : `at least ${money(known)}`;
}

function coverage(rows: readonly CostNoteRow[]): string {
  const of = (kind: "tokens" | "minutes") => {
    const parts = rows.map(({ cost }) => cost.coverage[kind]);
    const known = parts.reduce((all, part) => all + part.known, 0);
    const n = parts.reduce((all, part) => all + part.total, 0);
    return `${count(known)} of ${count(n)}`;
  };
  const worth = sumKnown(rows.map(({ cost }) => cost.worth_minutes_nano_usd));
  const paid = sumKnown(rows.map(({ cost }) => cost.minutes_nano_usd));
  const free =
    worth !== null && paid !== null && worth > paid ? ` Minutes worth ${money(worth - paid)} were free.` : "";
  return `Known: ${of("tokens")} amounts of tokens, ${of("minutes")} of minutes. Minutes are rounded up per job, at list price before what your plan includes.${free}`;
}
