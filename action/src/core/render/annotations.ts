import type { Finding } from "#core/inventory/inventory.ts";
import { ruleOf } from "#core/inventory/rules/table.ts";
import { printableLine } from "#core/render/printable.ts";

/** Findings as commands that the runner turns into annotations of files. */

const COMMANDS: Readonly<Record<Finding["level"], string>> = {
  error: "error",
  warning: "warning",
  note: "notice",
};
const MOST_CHARACTERS = 1000;

/** One a line, errors first: GitHub shows ten of each kind for a step. */
export function annotations(findings: readonly Finding[]): string {
  const levels = Object.keys(COMMANDS);
  const ordered = [...findings].sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
  return ordered.map(annotation).join("\n");
}

function annotation({ level, rule, message, path, line, column, ...end }: Finding): string {
  const places = { file: path, line, endLine: end.end_line };
  // The runner takes columns of one line only.
  const columns = end.end_line === line ? { col: column, endColumn: end.end_column } : {};
  const properties = Object.entries({ ...places, ...columns, title: rule })
    .map(([name, value]) => `${name}=${property(String(value))}`)
    .join(",");
  return `::${COMMANDS[level]} ${properties}::${data(`${message}. ${ruleOf(rule).fix}`)}`;
}

/** As the runner reads them back. */
function data(text: string): string {
  return printableLine(text, MOST_CHARACTERS)
    .replaceAll("%", "%25")
    .replaceAll("\r", "%0D")
    .replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
