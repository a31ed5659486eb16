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
  /** The last line of what GitHub echoes of a step before it runs: its script, its inputs; 0: there is none. */
  header_end: number;
  /** What it echoes, at most 4,000 characters; else the name. */
  script: string;
  /** Whoever printed the log said itself where it begins and how it ended. */
  is_marked: boolean;
  /** Of the exit code that the failure's line tells. */
  exit_code: number | null;
  /** Epoch milliseconds of its first and last line that was looked at. */
  began: number | null;
  ended: number | null;
};

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
const TRAVIS_EXIT = /^(?:The command "(.*)|.*)" (failed and )?exited with (\d+)(?: during)?/;
const EXIT_CODE = /^(?:Error: )?Process completed with exit code (\d{1,10})/;
/** As the web page shows it. */
const COPIED_EXIT = /^Error: Process completed with exit code \d/;
const COPIED_SHELL = /^\s{2,}shell: \S/;
const COPIED_RUN = /^Run (\S.*)/;
/** So far above its shell the name of a step may stand: its script is in between. */
const LONGEST_COPIED = 80;
const ANY_CODE = /\b(?:exit code|exited with|exit status|status)[ :]{1,2}(\d{1,5})\b/;
const LONGEST_HEADER = 400;
const LONGEST_SCRIPT = 4000;
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
  let spans: StepSpan[] = [spanFrom(1, null, null)];
  let inHeader = false;
  /** Whoever prints the log says itself where steps begin. */
  let isNamed = false;
  /** Copied from the web page, which leaves out `##[group]`: the header goes on as long as lines are indented. */
  let isCopied = false;
  let current = spans[0] as StepSpan;
  let exited = false;
  let anyFailed = false;

  function open(name: string | null, start: number, time: number | null) {
    if (start > current.start) current.end = start - 1;
    else spans.pop();
    current = spanFrom(start, name, time);
    exited = false;
    inHeader = false;
    spans.push(current);
    spans = thinned(spans, (span) => span);
  }

  function fail({ number, text }: LogLine, isExit: boolean) {
    if (exited && !isExit) return;
    current.exit_code = codeIn(text) ?? current.exit_code;
    current.outcome = "failed";
    anyFailed = true;
    current.failure_line = number;
    exited ||= isExit;
  }

  /** True when this line began a step. */
  function begins(line: LogLine, raw: string): boolean {
    if (line.tag === "group" && line.text.startsWith("Run ")) {
      if (isNamed) current.script = line.text.slice(4);
      else open(line.text.slice(4), line.number, line.time);
      inHeader = true;
      return true;
    }
    if (isNamed) return false;
    if (line.tag === "section" && line.text.startsWith("Starting: ")) {
      open(line.text.slice(10), line.number, line.time);
      return true;
    }
    if (line.text.startsWith("Current runner version")) {
      open("Set up job", line.number, line.time);
      return true;
    }
    if (line.text === "Post job cleanup.") {
      open("Post job cleanup", line.number, line.time);
      return true;
    }
    if (line.text === "Cleaning up orphan processes") {
      open("Complete job", line.number, line.time);
      return true;
    }
    const travis = TRAVIS_START.exec(raw);
    if (travis === null) return false;
    open(line.text.startsWith("$ ") ? line.text.slice(2) : null, line.number, line.time);
    return true;
  }

  return {
    begin(name: string, number: number) {
      isNamed = true;
      open(name, number, null);
      current.is_marked = true;
    },
    end(outcome: "failed" | "passed", number: number) {
      if (outcome === "failed") anyFailed = true;
      current.outcome = outcome;
      current.failure_line = outcome === "failed" ? number : null;
    },
    /** Finds the head of a step above the line that names its shell; `lineAt` looks back. */
    copied(line: LogLine, lineAt: (number: number) => string | null): boolean {
      if (inHeader || isNamed || !COPIED_SHELL.test(line.text)) return false;
      for (let above = line.number - 1; above >= line.number - LONGEST_COPIED; above--) {
        const name = COPIED_RUN.exec(lineAt(above) ?? "")?.[1];
        if (name === undefined) continue;
        open(name, above, line.time);
        current.header_end = line.number;
        isCopied = true;
        inHeader = true;
        return true;
      }
      return false;
    },
    /** Whether GitHub is still echoing the step; every line of that is to be given to `header`. */
    inHeader: () => inHeader,
    header(line: LogLine) {
      if (line.number === current.start) return;
      current.header_end = line.number;
      if (line.tag === "endgroup" || line.number - current.start >= LONGEST_HEADER) inHeader = false;
      else if (isCopied && !line.text.startsWith("  ")) {
        current.header_end = line.number - 1;
        inHeader = false;
      } else if (line.tag !== "group" && current.script.length < LONGEST_SCRIPT)
        current.script += `\n${line.text}`;
    },
    see(line: LogLine, raw: string) {
      current.began ??= line.time;
      current.ended = line.time ?? current.ended;
      const travis = TRAVIS_EXIT.exec(line.text);
      if (travis) {
        if (travis[1] !== undefined) current.name ??= travis[1];
        if (travis[3] === "0") current.outcome = "passed";
        else fail(line, true);
        current.end = line.number;
        open(null, line.number + 1, line.time);
        return;
      }
      if (begins(line, raw)) return;
      if (line.tag === "error" || COPIED_EXIT.test(line.text)) fail(line, EXIT_CODE.test(line.text));
      else if (OTHER_FAILURES.test(line.text)) {
        fail(line, true);
        open("After the build", line.number + 1, line.time);
      } else if (line.text === "Finished: FAILURE" && !anyFailed) fail(line, true);
    },
    current: () => current,
    held: () => spans.length,
    finish(lines: number): StepSpan[] {
      current.end = Math.max(current.start, lines);
      return spans.filter(({ start }) => start <= Math.max(1, lines));
    },
  };
}

export function spanFrom(start: number, name: string | null, time: number | null): StepSpan {
  return {
    name,
    start,
    end: start,
    outcome: "unknown",
    failure_line: null,
    header_end: 0,
    script: name ?? "",
    is_marked: false,
    exit_code: null,
    began: time,
    ended: time,
  };
}

function codeIn(text: string): number | null {
  const code = (EXIT_CODE.exec(text) ?? ANY_CODE.exec(text))?.[1];
  return code === undefined ? null : Number(code);
}
