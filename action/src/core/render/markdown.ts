import { inert } from "#core/render/printable.ts";
import { visible } from "#core/text/visible.ts";

/**
 * GitHub-flavoured Markdown. A text from outside goes through `escapeMarkdown` or `code` and can then neither format,
 * link, embed, notify anybody nor break out of its table cell.
 */

const ZERO_WIDTH_SPACE = "\u200b";

export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/[\\`*_{}[\]()#+\-.!|~:$]/g, "\\$&")
    .replaceAll(/@(?=\w)/g, `@${ZERO_WIDTH_SPACE}`)
    .replaceAll(/\\#(?=\d)/g, `\\#${ZERO_WIDTH_SPACE}`)
    .replaceAll(/\b(https?|ftp)\\:/gi, `$1${ZERO_WIDTH_SPACE}\\:`)
    .replaceAll(/\bwww(?=\\\.)/gi, `www${ZERO_WIDTH_SPACE}`);
}

/** Inline code that shows the text as it is. */
export function code(text: string): string {
  const line = inert(oneLine(text)).replaceAll("|", "\\|");
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  const padding = longest > 0 ? " " : "";
  return `${fence}${padding}${line}${padding}${fence}`;
}

/** Cells are Markdown already. A column whose heading ends in `:` is set to the right. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rule = headings.map((heading) => (heading.endsWith(":") ? "---:" : "---"));
  return [line(headings.map((heading) => heading.replace(/:$/, ""))), line(rule), ...rows.map(line)].join(
    "\n",
  );
}

function oneLine(text: string): string {
  return visible(text)
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ")
    .trim();
}
