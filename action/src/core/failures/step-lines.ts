import type { Rule } from "#core/failures/rule.ts";
import { type LogLine, readLine } from "#core/logs/line.ts";
import type { StepSpan } from "#core/logs/step-span.ts";

/** A line that was kept: it looked alarming, matched a rule, or stands near one that did or near a failure. */
export type KeptLine = LogLine & { rules: readonly Rule[]; alarming: boolean };

/** A step and what was kept of its lines, in order. */
export type Region = { span: StepSpan; lines: KeptLine[] };

/** Lines that stand near are kept as they came, and read only in the end. */
type Pending = { weight: number } & ({ raw: string } | { line: KeptLine });

/** How many lines are kept, of all steps together, and what they weigh: their characters and `OVERHEAD` each. */
export type Tally = { lines: number; weight: number };

const OVERHEAD = 200;
/** Of a step's alarming lines so many first and so many last are kept. */
const FIRST = 300;
const LAST = 300;
/** More than the lines of any honest step weigh; beyond it the middle goes, whatever had it kept. */
const MOST_WEIGHT = 8_000_000;
const END_WEIGHT = MOST_WEIGHT / 4;

/** What is kept of one step's lines; bounded after every line, however many follow. */
export class StepLines {
  span: StepSpan;
  readonly #lines = new Map<number, Pending>();
  readonly #tally: Tally;
  #weight = 0;
  #alarms = 0;
  #late: number[] = [];

  constructor(span: StepSpan, tally: Tally) {
    this.span = span;
    this.#tally = tally;
  }

  has(number: number): boolean {
    return this.#lines.has(number);
  }

  /** A line worth a look. `length` is that of the text it was cut from, which it keeps alive. */
  alarm(line: KeptLine, length: number): void {
    this.#set(line.number, { line, weight: length + OVERHEAD });
    if (++this.#alarms > FIRST) this.#late.push(line.number);
    if (this.#late.length > 2 * LAST) this.#dropMiddle();
  }

  near(number: number, raw: string): void {
    if (!this.#lines.has(number)) this.#set(number, { raw, weight: raw.length + OVERHEAD });
  }

  /** Leaves the first alarming lines, without what stands near. */
  slim(most: number): void {
    let left = most;
    for (const [number, pending] of this.#lines)
      if (!("line" in pending) || left-- <= 0) this.#forget(number, pending);
  }

  /** The step is over: which alarms were late matters no more. */
  close(): void {
    this.#late = [];
  }

  read(): Region {
    const lines = [...this.#lines].map(read).sort((left, right) => left.number - right.number);
    return { span: this.span, lines };
  }

  #set(number: number, pending: Pending): void {
    const before = this.#lines.get(number);
    if (before !== undefined) this.#weigh(0, -before.weight);
    this.#lines.set(number, pending);
    this.#weigh(before === undefined ? 1 : 0, pending.weight);
    if (this.#weight > MOST_WEIGHT) this.#lighten();
  }

  #forget(number: number, pending: Pending): void {
    this.#lines.delete(number);
    this.#weigh(-1, -pending.weight);
  }

  #weigh(lines: number, weight: number): void {
    this.#weight += weight;
    this.#tally.lines += lines;
    this.#tally.weight += weight;
  }

  /** Forgets the older half of the late alarms with all that stands near them. */
  #dropMiddle(): void {
    const from = this.#late[0] ?? 0;
    const until = this.#late[LAST] ?? 0;
    for (const [number, pending] of this.#lines)
      if (number >= from && number < until) this.#forget(number, pending);
    this.#late = this.#late.slice(LAST);
  }

  /** Leaves what was kept first and what was kept last, as much of either. */
  #lighten(): void {
    let head = 0;
    for (const [number, pending] of this.#lines) {
      if (this.#weight <= 2 * END_WEIGHT) return;
      if (head < END_WEIGHT) head += pending.weight;
      else this.#forget(number, pending);
    }
  }
}

function read([number, pending]: [number, Pending]): KeptLine {
  return "line" in pending ? pending.line : { ...readLine(pending.raw, number), rules: [], alarming: false };
}
