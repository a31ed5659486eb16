import { DEFAULT_PERIOD } from "#core/addresses/period-path.ts";
import { UNKNOWN } from "#core/format.ts";
import { asideOf, type Column, plainText } from "#core/render/columns/column.ts";
import { inert, printable } from "#core/render/printable.ts";
import { visible } from "#core/text/visible.ts";

/**
 * GitHub-flavoured Markdown. A text from outside goes through `escapeMarkdown` or `code` and can then neither format,
 * link, embed, notify anybody nor break out of its table cell.
 */

const ZERO_WIDTH_SPACE = "\u200b";

export function escapeMarkdown(text: string): string {
  return unlinked(oneLine(text))
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/[\\`*_{}[\]()#+\-.!|~:$]/g, "\\$&");
}

/** For a line of HTML within Markdown, such as a summary's, where nothing but HTML and what GitHub looks for acts. */
export function escapeHtmlLine(text: string): string {
  return unlinked(inert(oneLine(text)))
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

/**
 * Inline code that shows the text as it is. Nothing to show is a dash: a span without content is no span but two
 * backticks, which would open one that ends wherever the next backticks stand.
 */
export function code(text: string): string {
  const line = inCell(inert(oneLine(text)));
  if (line === "") return "—";
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  const padding = longest > 0 ? " " : "";
  return `${fence}${padding}${line}${padding}${fence}`;
}

/** A row is cut at every `|` that an even number of backslashes precedes, also within code. */
function inCell(line: string): string {
  return line.replaceAll(/\\+\|?|\|/g, (run) => {
    if (!run.endsWith("|")) return run;
    const before = run.slice(0, -1);
    return before.length % 2 === 0 ? `${before}\\|` : `${before}\\\\|`;
  });
}

/** What GitHub finds in any shown text and links: people, issues, addresses. It looks after Markdown is done. */
function unlinked(line: string): string {
  return line
    .replaceAll(/@(?=\w)/g, `@${ZERO_WIDTH_SPACE}`)
    .replaceAll(/#(?=\d)/g, `#${ZERO_WIDTH_SPACE}`)
    .replaceAll(/\bGH-(?=\d)/gi, `$&${ZERO_WIDTH_SPACE}`)
    .replaceAll(/\b(https?|ftp):/gi, `$1${ZERO_WIDTH_SPACE}:`)
    .replaceAll(/\bwww(?=\.)/gi, `$&${ZERO_WIDTH_SPACE}`);
}

/** Cells are Markdown already. A column whose heading ends in `:` is set to the right. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rule = headings.map((heading) => (heading.endsWith(":") ? "---:" : "---"));
  return [line(headings.map((heading) => heading.replace(/:$/, ""))), line(rule), ...rows.map(line)].join(
    "\n",
  );
}

/**
 * A table of the columns that pages and files have too. Texts from outside are made safe; only whole addresses lead
 * anywhere. @param total the last row sums up the others
 */
export function columnTable<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  { total = false, strong = null }: { total?: boolean; strong?: string | null } = {},
): string {
  const bold = (cell: string, is: boolean) => (is ? `**${cell}**` : cell);
  const lines = rows.map((row, index) =>
    columns.map((column, place) => {
      const isTotal = total && index === rows.length - 1 && place === 0;
      return bold(markdownCell(column, row), isTotal || column.heading === strong);
    }),
  );
  return table(
    columns.map(({ heading = "", kind }) =>
      kind === "figure" || kind === "share" ? `${heading}:` : heading,
    ),
    lines,
  );
}

function markdownCell<Row>(column: Column<Row>, row: Row): string {
  const plain = printable(plainText(column, row));
  const text = column.kind === "code" && plain !== UNKNOWN ? code(plain) : escapeMarkdown(plain);
  const link = column.link?.(row, DEFAULT_PERIOD) ?? null;
  const aside = escapeMarkdown(printable(asideOf(column, row)));
  return `${link?.startsWith("https://") ? `[${text}](${link})` : text}${aside === "" ? "" : ` ${aside}`}`;
}

function oneLine(text: string): string {
  return visible(text)
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ")
    .trim();
}
