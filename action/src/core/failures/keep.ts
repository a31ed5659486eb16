import type { Rule } from "#core/failures/rule.ts";
import { type Region, StepLines, type Tally } from "#core/failures/step-lines.ts";
import { decodeLine } from "#core/logs/decode.ts";
import type { LogLine } from "#core/logs/line.ts";
import { type StepSpan, thinned } from "#core/logs/steps.ts";

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

/** Decides what of a log is remembered, step by step. `recent` looks back at the lines before. */
export function lineKeeper(recent: (number: number) => Uint8Array | null, first: StepSpan) {
  const tally: Tally = { lines: 0, weight: 0 };
  let steps: StepLines[] = [];
  let step = begin(first);
  let keepUntil = 0;
  let errorTail = 0;
  let round = 0;
  let oldest = 0;

  function begin(span: StepSpan): StepLines {
    const fresh = new StepLines(span, tally);
    steps.push(fresh);
    const fewer = thinned(steps, (one) => one.span);
    if (fewer.length < steps.length) {
      const left = new Set(fewer);
      for (const one of steps) if (!left.has(one)) one.slim(0);
      steps = fewer;
      oldest = 0;
    }
    return fresh;
  }

  function keepNear(number: number) {
    if (number < step.span.start || step.has(number)) return;
    const bytes = recent(number);
    if (bytes !== null) step.near(number, decodeLine(bytes));
  }

  function makeRoom() {
    while ((tally.lines > MOST_LINES || tally.weight > MOST_WEIGHT) && round < ROUNDS.length) {
      const victim = steps[oldest++];
      if (victim === undefined || victim === step) {
        round++;
        oldest = 0;
      } else victim.slim(ROUNDS[round]?.[victim.span.outcome === "failed" ? "failed" : "other"] ?? 0);
    }
    if (round === ROUNDS.length) round--;
  }

  function close(end: number) {
    if (step.span.outcome === "passed") step.slim(MOST_IF_PASSED);
    else keepTail(TAIL, end);
    step.close();
    makeRoom();
  }

  function keepTail(length: number, end: number, from = step.span.start) {
    for (let number = Math.max(from, end - length); number <= end; number++) keepNear(number);
  }

  return {
    /** A line worth a look, with the rules it matches. Its neighbours are kept as well. */
    keep(line: LogLine, length: number, rules: readonly Rule[], alarming: boolean) {
      // The line that ends a step has already begun the next one.
      const home = line.number < step.span.start ? (steps.at(-2) ?? step) : step;
      home.alarm({ ...line, rules, alarming }, length);
      if (home !== step) return;
      for (let number = line.number - BEFORE; number < line.number; number++) keepNear(number);
      keepUntil = line.number + AFTER;
    },
    /** A line that says `##[error]`. */
    error(number: number) {
      keepTail(TAIL_OF_ERROR, number, Math.max(step.span.start, errorTail + 1));
      errorTail = number;
    },
    /** To be called for every line, after it was looked at. */
    passed(number: number) {
      if (number <= keepUntil) keepNear(number);
    },
    step(span: StepSpan) {
      if (span === step.span) return;
      if (span.start === step.span.start) step.span = span;
      else {
        close(span.start - 1);
        step = begin(span);
      }
    },
    /** How much is held: lines, their weight, steps. */
    held: () => ({ lines: tally.lines, weight: tally.weight, steps: steps.length }),
    finish(lines: number): Region[] {
      close(lines);
      if (steps.some(({ span }) => span.outcome === "failed"))
        for (const other of steps) if (other.span.outcome !== "failed") other.slim(MOST_ELSEWHERE);
      return steps.map((one) => one.read());
    },
  };
}
