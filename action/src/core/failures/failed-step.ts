import type { Region } from "#core/failures/step-lines.ts";

/** A step that failed, in case that no line of it says why. */
export type FailedStep = {
  /** As the log names it; null when it names none. */
  name: string | null;
  /** The first line of what it ran. */
  command: string | null;
  exit_code: number | null;
  /** From its first line to its last, by the log's clock. */
  seconds: number | null;
  /** The last lines that it printed. */
  last: { line: number; text: string }[];
};

const LAST_LINES = 8;
export const LONGEST_COMMAND = 300;
export function failedStep({ span, lines }: Region): FailedStep {
  const printed = lines.filter(
    ({ number, text, tag, echo }) =>
      number > Math.max(span.header_end, span.start - (span.header_end > 0 ? 0 : 1)) &&
      number !== span.failure_line &&
      text.trim() !== "" &&
      !echo &&
      tag !== "group" &&
      tag !== "endgroup",
  );
  const [command = ""] = span.script.split("\n");
  const took = span.began === null || span.ended === null ? null : (span.ended - span.began) / 1000;
  return {
    name: span.name,
    command: command.trim().slice(0, LONGEST_COMMAND) || null,
    exit_code: span.exit_code,
    seconds: took,
    last: printed.slice(-LAST_LINES).map(({ number, text }) => ({ line: number, text })),
  };
}
