import type { LogLine } from "#core/logs/line.ts";

/** What a line says about where a step begins and how it ended, in the words of those that print logs. */

/** Lower-case literals of all lines that begin, fail or end a step. */
export const STEP_HINTS = [
  "##[group]run ",
  "##[endgroup]",
  "shell: ",
  "error: process completed with exit code",
  "##[error]",
  "current runner version",
  "post job cleanup.",
  "cleaning up orphan processes",
  "travis_time:start",
  "travis_fold:start",
  "exited with ",
  "marked build as failure",
  "finished: failure",
  "error: job failed",
  "##[section]starting:",
] as const;

const TRAVIS_START = /travis_(?:time|fold):start:(\S*)/;
const TRAVIS_EXIT = /^(?:The command "(.*)|.*)" (?:failed and )?exited with (\d+)(?: during)?/;
const EXIT_CODE = /^(?:Error: )?Process completed with exit code (\d{1,10})/;
const ANY_CODE = /\b(?:exit code|exited with|exit status|status)[ :]{1,2}(\d{1,5})\b/;
/** As the web page shows it. */
const COPIED_EXIT = /^Error: Process completed with exit code \d/;
const COPIED_SHELL = /^\s{2,}shell: \S/;
const COPIED_RUN = /^Run (\S.*)/;
const OTHER_FAILURES =
  /^(?:Build step '.*' marked build as failure|ERROR: Job failed|(?:. )?Error: The command exited with status \d)/u;

/** Lines that GitHub's runners print when a part of the job begins that no step of the workflow is. */
const PARTS: ReadonlyMap<string, string> = new Map([
  ["Post job cleanup.", "Post job cleanup"],
  ["Cleaning up orphan processes", "Complete job"],
]);

/** Of the line with which GitHub begins to echo a step: what it runs. */
export function runOf({ tag, text }: LogLine): string | null {
  return tag === "group" && text.startsWith("Run ") ? text.slice(4) : null;
}

/** Of a line that begins any other step: its name, null where it has none; undefined for lines that begin none. */
export function beginningOf({ tag, text }: LogLine, raw: string): string | null | undefined {
  if (tag === "section" && text.startsWith("Starting: ")) return text.slice(10);
  if (text.startsWith("Current runner version")) return "Set up job";
  const part = PARTS.get(text);
  if (part !== undefined || !TRAVIS_START.test(raw)) return part;
  return text.startsWith("$ ") ? text.slice(2) : null;
}

/** Travis' last line of a command; `command` where it names it. */
export function travisExit({ text }: LogLine): { command: string | undefined; passed: boolean } | null {
  const exit = TRAVIS_EXIT.exec(text);
  return exit === null ? null : { command: exit[1], passed: exit[2] === "0" };
}

/** A line that says that the step failed: `exit` where it is the step's last word, else there may be more. */
export function failureOf({ tag, text }: LogLine): "exit" | "error" | "build" | null {
  if (tag === "error" || COPIED_EXIT.test(text)) return EXIT_CODE.test(text) ? "exit" : "error";
  return OTHER_FAILURES.test(text) ? "build" : null;
}

export function exitCodeIn(text: string): number | null {
  const code = (EXIT_CODE.exec(text) ?? ANY_CODE.exec(text))?.[1];
  return code === undefined ? null : Number(code);
}

/** Whether a log copied from the web page names a step's shell here. */
export const isCopiedShell = ({ text }: LogLine): boolean => COPIED_SHELL.test(text);

/** What the first line of a step says that it runs, in a log copied from the web page. */
export const copiedRun = (text: string): string | undefined => COPIED_RUN.exec(text)?.[1];
