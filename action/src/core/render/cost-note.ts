import type { RunCost } from "#core/documents/costs/run-cost.ts";
import { count, money, plural, tokens } from "#core/format.ts";
import type { RepositoryLinks } from "#core/links.ts";
import { wordOf } from "#core/outcome.ts";
import type { Run } from "#core/records/run.ts";
import { escapeMarkdown, table } from "#core/render/markdown.ts";
import { printable } from "#core/render/printable.ts";
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
  const lines = [
    ...shown.map((row) => line(nameOf(row.run, links), [row])),
    ...(older.length === 0 ? [] : [line(`${plural(older.length, "earlier attempt")}`, older)]),
    ...(rows.length > 1 ? [line("**All**", rows)] : []),
  ];
  return [
    `### The runs of this pull request cost ${total(rows)}`,
    table(["Run", "Tokens:", "Runner minutes:", "Paid services:", "Together:", "Tokens are"], lines),
    `<sub>${coverage(rows)}</sub>`,
    "",
  ].join("\n\n");
}

function nameOf(run: Run, links: RepositoryLinks): string {
  const name = escapeMarkdown(printable(run.workflow_name ?? run.workflow_file ?? "Workflow"));
  const attempt = run.run_attempt === 1 ? "" : `, attempt ${run.run_attempt}`;
  const address = links.run(run.id, run.run_attempt);
  return `[${name} ${escapeMarkdown(`#${run.run_number}`)}${attempt}](${address}), ${wordOf(run).toLowerCase()}`;
}

function line(name: string, rows: readonly CostNoteRow[]): string[] {
  const costs = rows.map(({ cost }) => cost);
  const used = sumKnown(costs.map((cost) => cost.tokens));
  const minutes = sumKnown(costs.map((cost) => cost.minutes));
  const sources = [...new Set(costs.flatMap((cost) => cost.source ?? []))];
  return [
    name,
    withAmount(sumKnown(costs.map((cost) => cost.tokens_nano_usd)), used === null ? null : tokens(used)),
    withAmount(
      sumKnown(costs.map((cost) => cost.minutes_nano_usd)),
      minutes === null ? null : `${count(minutes)} min`,
    ),
    money(sumKnown(costs.map((cost) => cost.calls_nano_usd))),
    `**${total(rows)}**`,
    sources.join(", ") || "—",
  ];
}

function withAmount(nano: number | null, amount: string | null): string {
  return amount === null ? money(nano) : `${money(nano)} (${amount})`;
}

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
