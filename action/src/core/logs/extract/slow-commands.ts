import type { Extractor } from "#core/logs/extract/extractor.ts";

type Command = { line: number; text: string; seconds: number };

const MOST = 5;
const LONGEST = 200;
/** What is over sooner is not slow. */
const SLOW = 5;
/** Lines that end the command before them and are none themselves. */
const ENDS = ["Post job cleanup.", "Cleaning up orphan processes", "Process completed with exit code"];

/**
 * How long commands took, by the clock in front of each line: from the line that starts one (the runner's
 * `##[group]Run …` and `[command]…`) to the next such line.
 */
export function slowCommands(): Extractor {
  let slow: Command[] = [];
  let open: { line: number; text: string; since: number } | null = null;
  return {
    hints: [
      "##[group]run ",
      "[command]",
      "post job cleanup.",
      "cleaning up orphan processes",
      "##[error]process completed",
    ],
    line(text, number, time) {
      if (time === null) return;
      if (open !== null) {
        const seconds = (time - open.since) / 1000;
        if (seconds >= SLOW) slow = slowest([...slow, { line: open.line, text: open.text, seconds }]);
      }
      const ends = ENDS.some((end) => text.startsWith(end));
      open = ends ? null : { line: number, text: text.replace(/^Run /, "").slice(0, LONGEST), since: time };
    },
    held: () => slow.length,
    finish(into) {
      into.slow_commands = slow;
    },
  };
}

function slowest(commands: Command[]): Command[] {
  return commands
    .sort((left, right) => right.seconds - left.seconds || left.line - right.line)
    .slice(0, MOST);
}
