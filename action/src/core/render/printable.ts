import { UNKNOWN } from "#core/format.ts";
import { visible } from "#core/text/visible.ts";

/**
 * Text of strangers, made safe to print to a terminal or a job's log. The runner executes `::command::` at the
 * start of a line and `##[command]` anywhere in it; terminals execute escape sequences; bidirectional marks
 * make a line read as another.
 */

const ESCAPE_SEQUENCE =
  /[\u001b\u009b](?:\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[[\]()#;?]*(?:\d{1,4}(?:;\d{0,4})*)?[\dA-PR-TZcf-ntqry=><~])/g;
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
const ZERO_WIDTH_SPACE = "\u200b";

/** Keeps line breaks and tabs; everything else that acts instead of being shown is taken out or made inert. */
export function printable(text: string): string {
  return inert(
    visible(text.replaceAll(/\r\n?/g, "\n").replaceAll(ESCAPE_SEQUENCE, "").replaceAll(CONTROL, "")),
  );
}

/** Breaks the runner's commands apart with a space that nobody sees; the last step, for `visible` takes it out. */
export function inert(text: string): string {
  return text
    .replaceAll("##[", `##${ZERO_WIDTH_SPACE}[`)
    .replaceAll(/^(\s*):(?=:)/gm, `$1:${ZERO_WIDTH_SPACE}`);
}

/** The same on one line, cut to so many characters. */
export function printableLine(text: string, limit = 200): string {
  const line = printable(text.replaceAll(/\s*[\r\n]+\s*/g, " ")).replaceAll("\t", " ");
  return line.length <= limit ? line : `${line.slice(0, limit - 1)}…`;
}

/** The same of what may not have been told: then a dash. */
export function said(text: string | null, limit?: number): string {
  return text === null ? UNKNOWN : printableLine(text, limit);
}
