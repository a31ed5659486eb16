import type { LogLine } from "#core/logs/line.ts";

/** A stretch of a log that one step or command printed. Lines count from 1, both ends included. */
export type StepSpan = {
  /** As the log names it: the first line of a script, `owner/action@ref`, a command; null when it names none. */
  name: string | null;
  start: number;
  end: number;
  outcome: "failed" | "passed" | "unknown";
  /** The line that says it failed: `##[error]Process completed with exit code 1.`, `… exited with 1.` */
  failure_line: number | null;
};

/** Lower-case literals of all lines that begin, fail or end a step. */
export const STEP_HINTS = [
  "##[group]run ",
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
const TRAVIS_EXIT = /^(?:The command "(.*)|.*)" (failed and )?exited with (\d+)(?: during)?/;
const EXIT_CODE = /^Process completed with exit code \d+/;
const OTHER_FAILURES =
  /^(?:Build step '.*' marked build as failure|ERROR: Job failed|(?:. )?Error: The command exited with status \d)/u;

/** More steps than any honest log has. */
const MOST_STEPS = 1000;
const EDGE = MOST_STEPS / 4;

/** When there are too many: the first, the last, and of those between some that failed. Leaves at most 3/4. */
export function thinned<T>(all: T[], spanOf: (one: T) => StepSpan): T[] {
  if (all.length <= MOST_STEPS) return all;
  const between = all.slice(EDGE, -EDGE).filter((one) => spanOf(one).outcome === "failed");
  return [...all.slice(0, EDGE), ...between.slice(0, EDGE), ...all.slice(-EDGE)];
}

/** Follows steps through a log from the lines that hold a hint of `STEP_HINTS`, seen in order. */
export function stepTracker() {
  let spans: StepSpan[] = [{ name: null, start: 1, end: 1, outcome: "unknown", failure_line: null }];
  let current = spans[0] as StepSpan;
  let exited = false;
  let anyFailed = false;

  function open(name: string | null, start: number) {
    if (start > current.start) current.end = start - 1;
    else spans.pop();
    current = { name, start, end: start, outcome: "unknown", failure_line: null };
    exited = false;
    spans.push(current);
    spans = thinned(spans, (span) => span);
  }

  function fail(number: number, isExit: boolean) {
    if (exited && !isExit) return;
    current.outcome = "failed";
    anyFailed = true;
    current.failure_line = number;
    exited ||= isExit;
  }

  /** True when this line began a step. */
  function begins(line: LogLine, raw: string): boolean {
    if (line.tag === "group" && line.text.startsWith("Run ")) {
      open(line.step ?? line.text.slice(4), line.number);
      return true;
    }
    if (line.tag === "section" && line.text.startsWith("Starting: ")) {
      open(line.text.slice(10), line.number);
      return true;
    }
    if (line.text.startsWith("Current runner version")) {
      open("Set up job", line.number);
      return true;
    }
    if (line.text === "Post job cleanup.") {
      open("Post job cleanup", line.number);
      return true;
    }
    if (line.text === "Cleaning up orphan processes") {
      open("Complete job", line.number);
      return true;
    }
    const travis = TRAVIS_START.exec(raw);
    if (travis === null) return false;
    open(line.text.startsWith("$ ") ? line.text.slice(2) : null, line.number);
    return true;
  }

  return {
    see(line: LogLine, raw: string) {
      const travis = TRAVIS_EXIT.exec(line.text);
      if (travis) {
        if (travis[1] !== undefined) current.name ??= travis[1];
        if (travis[3] === "0") current.outcome = "passed";
        else fail(line.number, true);
        current.end = line.number;
        open(null, line.number + 1);
        return;
      }
      if (begins(line, raw)) return;
      if (line.tag === "error") fail(line.number, EXIT_CODE.test(line.text));
      else if (OTHER_FAILURES.test(line.text)) {
        fail(line.number, true);
        open("After the build", line.number + 1);
      } else if (line.text === "Finished: FAILURE" && !anyFailed) fail(line.number, true);
    },
    current: () => current,
    held: () => spans.length,
    finish(lines: number): StepSpan[] {
      current.end = Math.max(current.start, lines);
      return spans.filter(({ start }) => start <= Math.max(1, lines));
    },
  };
}
