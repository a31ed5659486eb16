import type { LogLine } from "#core/logs/line.ts";
import {
  beginningOf,
  copiedRun,
  exitCodeIn,
  failureOf,
  isCopiedShell,
  runOf,
  travisExit,
} from "#core/logs/step-marks.ts";
import { type StepSpan, spanFrom, thinned } from "#core/logs/step-span.ts";

/** So far above its shell the name of a step may stand: its script is in between. */
const LONGEST_COPIED = 80;
const LONGEST_HEADER = 400;
const LONGEST_SCRIPT = 4000;

/** Follows steps through a log from the lines that hold a hint of `STEP_HINTS`, seen in order. */
export class StepTracker {
  #current = spanFrom(1, null, null);
  #spans: StepSpan[] = [this.#current];
  #inHeader = false;
  /** Whoever prints the log says itself where steps begin. */
  #isNamed = false;
  /** Copied from the web page, which leaves out `##[group]`: the header goes on as long as lines are indented. */
  #isCopied = false;
  #exited = false;
  #anyFailed = false;

  get current(): StepSpan {
    return this.#current;
  }

  /** Whether GitHub is still echoing the step; every line of that is to be given to `header`. */
  get inHeader(): boolean {
    return this.#inHeader;
  }

  /** How many steps are held. */
  get held(): number {
    return this.#spans.length;
  }

  begin(name: string, number: number): void {
    this.#isNamed = true;
    this.#open(name, number, null);
    this.#current.is_marked = true;
  }

  end(outcome: "failed" | "passed", number: number): void {
    if (outcome === "failed") this.#anyFailed = true;
    this.#current.outcome = outcome;
    this.#current.failure_line = outcome === "failed" ? number : null;
  }

  /** Finds the head of a step above the line that names its shell; `lineAt` looks back. */
  copied(line: LogLine, lineAt: (number: number) => string | null): boolean {
    if (this.#inHeader || this.#isNamed || !isCopiedShell(line)) return false;
    for (let above = line.number - 1; above >= line.number - LONGEST_COPIED; above--) {
      const name = copiedRun(lineAt(above) ?? "");
      if (name === undefined) continue;
      this.#open(name, above, line.time);
      this.#current.header_end = line.number;
      this.#isCopied = true;
      this.#inHeader = true;
      return true;
    }
    return false;
  }

  header(line: LogLine): void {
    const current = this.#current;
    if (line.number === current.start) return;
    current.header_end = line.number;
    if (line.tag === "endgroup" || line.number - current.start >= LONGEST_HEADER) this.#inHeader = false;
    else if (this.#isCopied && !line.text.startsWith("  ")) {
      current.header_end = line.number - 1;
      this.#inHeader = false;
    } else if (line.tag !== "group" && current.script.length < LONGEST_SCRIPT)
      current.script += `\n${line.text}`;
  }

  see(line: LogLine, raw: string): void {
    const current = this.#current;
    current.began ??= line.time;
    current.ended = line.time ?? current.ended;
    const travis = travisExit(line);
    if (travis !== null) {
      if (travis.command !== undefined) current.name ??= travis.command;
      if (travis.passed) current.outcome = "passed";
      else this.#fail(line, true);
      current.end = line.number;
      this.#open(null, line.number + 1, line.time);
      return;
    }
    if (this.#begins(line, raw)) return;
    const failure = failureOf(line);
    if (failure !== null) this.#fail(line, failure !== "error");
    else if (line.text === "Finished: FAILURE" && !this.#anyFailed) this.#fail(line, true);
    if (failure === "build") this.#open("After the build", line.number + 1, line.time);
  }

  finish(lines: number): StepSpan[] {
    this.#current.end = Math.max(this.#current.start, lines);
    return this.#spans.filter(({ start }) => start <= Math.max(1, lines));
  }

  #open(name: string | null, start: number, time: number | null): void {
    if (start > this.#current.start) this.#current.end = start - 1;
    else this.#spans.pop();
    this.#current = spanFrom(start, name, time);
    this.#exited = false;
    this.#inHeader = false;
    this.#spans.push(this.#current);
    this.#spans = thinned(this.#spans, (span) => span);
  }

  #fail({ number, text }: LogLine, isExit: boolean): void {
    if (this.#exited && !isExit) return;
    this.#current.exit_code = exitCodeIn(text) ?? this.#current.exit_code;
    this.#current.outcome = "failed";
    this.#anyFailed = true;
    this.#current.failure_line = number;
    this.#exited ||= isExit;
  }

  /** True when this line began a step. */
  #begins(line: LogLine, raw: string): boolean {
    const run = runOf(line);
    if (run !== null) {
      if (this.#isNamed) this.#current.script = run;
      else this.#open(run, line.number, line.time);
      this.#inHeader = true;
      return true;
    }
    const name = this.#isNamed ? undefined : beginningOf(line, raw);
    if (name === undefined) return false;
    this.#open(name, line.number, line.time);
    return true;
  }
}
