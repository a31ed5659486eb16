import type { Rule } from "#core/failures/rule.ts";
import { type Region, StepLines, type Tally } from "#core/failures/step-lines.ts";
import { decodeLine } from "#core/logs/decode.ts";
import type { LogLine } from "#core/logs/line.ts";
import { type StepSpan, thinned } from "#core/logs/step-span.ts";

/** So much of a step's end is kept although nothing in it looks alarming. */
export const TAIL = 300;
/** So many lines before an `##[error]` are kept: the error need not end its step. */
const TAIL_OF_ERROR = 60;
const BEFORE = 6;
const AFTER = 20;
/** All steps together; the oldest give way first. */
const MOST_LINES = 12_000;
const MOST_WEIGHT = 16_000_000;
/** How many alarming lines a step keeps that passed, and one that did not fail while another did. */
const MOST_IF_PASSED = 40;
const MOST_ELSEWHERE = 60;
/** What is left of old steps when there are too many lines, round by round. */
const ROUNDS = [
  { failed: 60, other: 10 },
  { failed: 4, other: 0 },
  { failed: 0, other: 0 },
];

/** Decides what of a log is remembered, step by step. */
export class LineKeeper {
  /** Looks back at the lines before. */
  readonly #recent: (number: number) => Uint8Array | null;
  readonly #tally: Tally = { lines: 0, weight: 0 };
  #steps: StepLines[] = [];
  #step: StepLines;
  #keepUntil = 0;
  #errorTail = 0;
  #round = 0;
  #oldest = 0;

  constructor(recent: (number: number) => Uint8Array | null, first: StepSpan) {
    this.#recent = recent;
    this.#step = this.#begin(first);
  }

  /** A line worth a look, with the rules it matches. Its neighbours are kept as well. */
  keep(line: LogLine, length: number, rules: readonly Rule[], alarming: boolean): void {
    // The line that ends a step has already begun the next one.
    const home = line.number < this.#step.span.start ? (this.#steps.at(-2) ?? this.#step) : this.#step;
    home.alarm({ ...line, rules, alarming }, length);
    if (home !== this.#step) return;
    for (let number = line.number - BEFORE; number < line.number; number++) this.#keepNear(number);
    this.#keepUntil = line.number + AFTER;
  }

  /** A line that says `##[error]`. */
  error(number: number): void {
    this.#keepTail(TAIL_OF_ERROR, number, Math.max(this.#step.span.start, this.#errorTail + 1));
    this.#errorTail = number;
  }

  /** To be called for every line, after it was looked at. */
  passed(number: number): void {
    if (number <= this.#keepUntil) this.#keepNear(number);
  }

  step(span: StepSpan): void {
    if (span === this.#step.span) return;
    if (span.start === this.#step.span.start) this.#step.span = span;
    else {
      this.#close(span.start - 1);
      this.#step = this.#begin(span);
    }
  }

  /** How much is held: lines, their weight, steps. */
  held(): { lines: number; weight: number; steps: number } {
    return { ...this.#tally, steps: this.#steps.length };
  }

  finish(lines: number): Region[] {
    this.#close(lines);
    if (this.#steps.some(({ span }) => span.outcome === "failed"))
      for (const other of this.#steps) if (other.span.outcome !== "failed") other.slim(MOST_ELSEWHERE);
    return this.#steps.map((one) => one.read());
  }

  #begin(span: StepSpan): StepLines {
    const fresh = new StepLines(span, this.#tally);
    this.#steps.push(fresh);
    const fewer = thinned(this.#steps, (one) => one.span);
    if (fewer.length < this.#steps.length) {
      const left = new Set(fewer);
      for (const one of this.#steps) if (!left.has(one)) one.slim(0);
      this.#steps = fewer;
      this.#oldest = 0;
    }
    return fresh;
  }

  #close(end: number): void {
    if (this.#step.span.outcome === "passed") this.#step.slim(MOST_IF_PASSED);
    else this.#keepTail(TAIL, end, this.#step.span.start);
    this.#step.close();
    this.#makeRoom();
  }

  #keepTail(length: number, end: number, from: number): void {
    for (let number = Math.max(from, end - length); number <= end; number++) this.#keepNear(number);
  }

  #keepNear(number: number): void {
    if (number < this.#step.span.start || this.#step.has(number)) return;
    const bytes = this.#recent(number);
    if (bytes !== null) this.#step.near(number, decodeLine(bytes));
  }

  #makeRoom(): void {
    while (this.#isFull() && this.#round < ROUNDS.length) {
      const victim = this.#steps[this.#oldest++];
      if (victim === undefined || victim === this.#step) {
        this.#round++;
        this.#oldest = 0;
      } else victim.slim(ROUNDS[this.#round]?.[victim.span.outcome === "failed" ? "failed" : "other"] ?? 0);
    }
    if (this.#round === ROUNDS.length) this.#round--;
  }

  #isFull(): boolean {
    return this.#tally.lines > MOST_LINES || this.#tally.weight > MOST_WEIGHT;
  }
}
