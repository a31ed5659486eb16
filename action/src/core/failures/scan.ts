import { Interests } from "#core/failures/interests.ts";
import { LineKeeper, TAIL } from "#core/failures/keep.ts";
import type { Rule } from "#core/failures/rule.ts";
import type { Region } from "#core/failures/step-lines.ts";
import { decodeLine } from "#core/logs/decode.ts";
import type { Extractor } from "#core/logs/extract/extractor.ts";
import { type LogLine, readLine } from "#core/logs/line.ts";
import { withoutPrefix } from "#core/logs/prefix.ts";
import { LineScanner, type RawLine } from "#core/logs/scanner.ts";
import { shapeOf } from "#core/logs/shape.ts";
import type { StepSpan } from "#core/logs/step-span.ts";
import { StepTracker } from "#core/logs/steps.ts";
import { recentLines } from "#core/logs/window.ts";
import { hitsIn } from "#core/text/prefilter.ts";

export type Scan = {
  regions: Region[];
  steps: StepSpan[];
  lines: number;
  /** How often each shape of an alarming line occurred. */
  shapes: ReadonlyMap<number, number>;
};

/** Of one shape so many are kept per step. */
const SAME_SHAPE = 8;
const SAME_SHAPE_OF_RULE = 32;
const MOST_SHAPES = 20_000;

const encoder = new TextEncoder();

/** How much a scan holds by now, in things and characters; bounded, however long the log. */
export type Held = { lines: number; weight: number; steps: number; shapes: number; facts: number };

/** Reads a log once, in chunks, and keeps what may explain a failure. Memory does not grow with the log. */
export class LogScan {
  readonly #interests: Interests;
  readonly #extractors: readonly Extractor[];
  readonly #scanner: LineScanner;
  readonly #tracker = new StepTracker();
  readonly #recent = recentLines(TAIL + 2);
  readonly #keeper = new LineKeeper(this.#recent.get, this.#tracker.current);
  readonly #shapes = new Map<number, number>();
  readonly #shapesOfStep = new Map<number, number>();
  /** Extractors that asked for the line after the last one they saw. */
  readonly #waiting: Extractor[] = [];

  constructor(rules: readonly Rule[], extractors: readonly Extractor[]) {
    this.#interests = new Interests(rules, extractors);
    this.#extractors = extractors;
    this.#scanner = new LineScanner(this.#interests.filter, (raw) => this.#see(raw));
  }

  push(bytes: Uint8Array): void {
    this.#scanner.push(bytes);
  }

  /** One line, where others of the text belong to other logs. */
  line(text: string, number: number): void {
    this.#scanner.skipTo(number);
    this.#scanner.push(encoder.encode(`${text.replaceAll("\n", " ")}\n`));
  }

  begin(step: string, number: number): void {
    this.#tracker.begin(step, number);
    this.#shapesOfStep.clear();
    this.#keeper.step(this.#tracker.current);
  }

  end(outcome: "failed" | "passed", number: number): void {
    this.#tracker.end(outcome, number);
    if (outcome === "failed") this.#keeper.error(number);
  }

  held(): Held {
    const { lines, weight, steps } = this.#keeper.held();
    return {
      lines,
      weight,
      steps: steps + this.#tracker.held,
      shapes: this.#shapes.size + this.#shapesOfStep.size,
      facts: this.#extractors.reduce((sum, extractor) => sum + extractor.held(), 0),
    };
  }

  finish(): Scan {
    const lines = this.#scanner.finish();
    const steps = this.#tracker.finish(lines);
    return { regions: this.#keeper.finish(lines), steps, lines, shapes: this.#shapes };
  }

  #see(raw: RawLine): void {
    this.#recent.add(raw);
    if (raw.hits.length > 0 || this.#waiting.length > 0) this.#look(raw);
    if (this.#tracker.inHeader)
      this.#tracker.header(readLine(decodeLine(raw.bytes.subarray(raw.start, raw.end)), raw.number));
    this.#keeper.passed(raw.number);
  }

  /** A line with a hint, or one that was asked for. */
  #look(raw: RawLine): void {
    const text = decodeLine(raw.bytes.subarray(raw.start, raw.end));
    const line = readLine(text, raw.number);
    const { filter } = this.#interests;
    const hits = line.coloured ? new Set([...raw.hits, ...hitsIn(filter, line.text)]) : raw.hits;
    const { rules, extractors, alarm, step } = this.#interests.of(hits);
    const listeners = new Set([...this.#waiting.splice(0), ...extractors]);
    for (const extractor of listeners) {
      extractor.line(line.text, line.number, line.time);
      if (extractor.wantsNext?.() === true) this.#waiting.push(extractor);
    }
    if (step) this.#follow(line, text);
    if (line.echo || this.#tracker.inHeader) return;
    // Which rules a line matches costs most; of what repeats without end nobody asks.
    const shape = shapeOf(line.text);
    const known = (this.#shapesOfStep.get(shape) ?? 0) >= SAME_SHAPE_OF_RULE;
    const matched = rules.length === 0 || known ? [] : matching(rules, line);
    if (!alarm && !known && matched.length === 0) return;
    count(this.#shapes, shape);
    const most = matched.length > 0 ? SAME_SHAPE_OF_RULE : SAME_SHAPE;
    if (count(this.#shapesOfStep, shape) <= most) this.#keeper.keep(line, text.length, matched, alarm);
  }

  #follow(line: LogLine, text: string): void {
    const before = this.#tracker.current;
    if (!this.#tracker.copied(line, (number) => this.#textAt(number))) this.#tracker.see(line, text);
    const span = this.#tracker.current;
    if (span !== before) this.#shapesOfStep.clear();
    else if (span.failure_line === line.number) this.#keeper.error(line.number);
    this.#keeper.step(span);
  }

  #textAt(number: number): string | null {
    const bytes = this.#recent.get(number);
    return bytes === null ? null : readLine(decodeLine(bytes), number).text;
  }
}

/**
 * Rules see the line without its tag, once more with it (`##[error]…` is part of some), and without what a program
 * that ran the one at fault put in front.
 */
function matching(rules: readonly Rule[], line: LogLine): Rule[] {
  const tagged = line.tag === null ? null : `##[${line.tag}]${line.text}`;
  const inner = withoutPrefix(line.text);
  return rules.filter(
    ({ pattern }) =>
      pattern.test(line.text) ||
      (tagged !== null && pattern.test(tagged)) ||
      (inner !== null && pattern.test(inner)),
  );
}

/** How often it was seen by now; what is seen first when the map is full stays uncounted. */
function count(seen: Map<number, number>, shape: number): number {
  const times = (seen.get(shape) ?? 0) + 1;
  if (times > 1 || seen.size < MOST_SHAPES) seen.set(shape, times);
  return times;
}
