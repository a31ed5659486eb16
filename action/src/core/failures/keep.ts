import type { Rule } from "#core/failures/rule.ts";
import { decodeLine } from "#core/logs/decode.ts";
import { type LogLine, readLine } from "#core/logs/line.ts";
import type { StepSpan } from "#core/logs/steps.ts";

/** A line that was kept: it looked alarming, matched a rule, or stands near one that did or near a failure. */
export type KeptLine = LogLine & { rules: readonly Rule[]; alarming: boolean };

/** A step and what was kept of its lines, in order. */
export type Region = { span: StepSpan; lines: KeptLine[] };

/** Lines that stand near are kept as they came, and read only in the end. */
type Pending = { raw: string } | { line: KeptLine };
type Draft = { span: StepSpan; lines: Map<number, Pending>; alarms: number; late: number[] };

/** So much of a step's end is kept although nothing in it looks alarming. */
export const TAIL = 300;
const BEFORE = 6;
const AFTER = 20;
/** Of a step's alarming lines so many first and so many last are kept. */
const FIRST = 300;
const LAST = 300;
/** All steps together; the oldest give way first. */
const MOST_LINES = 12_000;
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
  const drafts: Draft[] = [];
  let draft = begin(first);
  let kept = 0;
  let keepUntil = 0;
  let round = 0;
  let oldest = 0;

  function begin(span: StepSpan): Draft {
    const fresh: Draft = { span, lines: new Map(), alarms: 0, late: [] };
    drafts.push(fresh);
    return fresh;
  }

  function keepNear(number: number) {
    if (number < draft.span.start || draft.lines.has(number)) return;
    const bytes = recent(number);
    if (bytes === null) return;
    draft.lines.set(number, { raw: decodeLine(bytes) });
    kept++;
  }

  function forget(from: Draft, number: number) {
    if (from.lines.delete(number)) kept--;
  }

  /** Leaves the first alarming lines, without what stands near. */
  function slim(of: Draft, most: number) {
    let left = most;
    for (const [number, pending] of of.lines) if (!("line" in pending) || left-- <= 0) forget(of, number);
  }

  /** Forgets the older half of the late alarms with all that stands near them. */
  function dropMiddle(of: Draft) {
    const from = of.late[0] ?? 0;
    const until = of.late[LAST] ?? 0;
    for (const number of of.lines.keys()) if (number >= from && number < until) forget(of, number);
    of.late = of.late.slice(LAST);
  }

  function makeRoom() {
    while (kept > MOST_LINES && round < ROUNDS.length) {
      const victim = drafts[oldest++];
      if (victim === undefined || victim === draft) {
        round++;
        oldest = 0;
      } else slim(victim, ROUNDS[round]?.[victim.span.outcome === "failed" ? "failed" : "other"] ?? 0);
    }
    if (round === ROUNDS.length) round--;
  }

  function close(end: number) {
    if (draft.span.outcome === "passed") slim(draft, MOST_IF_PASSED);
    else keepTail(TAIL, end);
    draft.late = [];
    makeRoom();
  }

  function keepTail(length: number, end: number) {
    for (let number = Math.max(draft.span.start, end - length); number <= end; number++) keepNear(number);
  }

  return {
    /** A line worth a look, with the rules it matches. Its neighbours are kept as well. */
    keep(line: LogLine, rules: readonly Rule[], alarming: boolean) {
      // The line that ends a step has already begun the next one.
      const home = line.number < draft.span.start ? (drafts.at(-2) ?? draft) : draft;
      if (++home.alarms > FIRST) home.late.push(line.number);
      if (home.late.length > 2 * LAST) dropMiddle(home);
      if (!home.lines.has(line.number)) kept++;
      home.lines.set(line.number, { line: { ...line, rules, alarming } });
      if (home !== draft) return;
      for (let number = line.number - BEFORE; number < line.number; number++) keepNear(number);
      keepUntil = line.number + AFTER;
    },
    keepTail,
    /** To be called for every line, after it was looked at. */
    passed(number: number) {
      if (number <= keepUntil) keepNear(number);
    },
    step(span: StepSpan) {
      if (span === draft.span) return;
      if (span.start === draft.span.start) draft.span = span;
      else {
        close(span.start - 1);
        draft = begin(span);
      }
    },
    finish(lines: number): Region[] {
      close(lines);
      if (drafts.some(({ span }) => span.outcome === "failed"))
        for (const other of drafts) if (other.span.outcome !== "failed") slim(other, MOST_ELSEWHERE);
      return drafts.map(({ span, lines: all }) => ({
        span,
        lines: [...all].map(read).sort((left, right) => left.number - right.number),
      }));
    },
  };
}

function read([number, pending]: [number, Pending]): KeptLine {
  return "line" in pending ? pending.line : { ...readLine(pending.raw, number), rules: [], alarming: false };
}
