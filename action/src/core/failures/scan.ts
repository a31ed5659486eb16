import { ALARMS } from "#core/failures/alarm.ts";
import { lineKeeper, TAIL } from "#core/failures/keep.ts";
import type { Rule } from "#core/failures/rule.ts";
import type { Region } from "#core/failures/step-lines.ts";
import { decodeLine } from "#core/logs/decode.ts";
import type { Extractor } from "#core/logs/extract/extractor.ts";
import { type LogLine, readLine } from "#core/logs/line.ts";
import { withoutPrefix } from "#core/logs/prefix.ts";
import { lineScanner, type RawLine } from "#core/logs/scanner.ts";
import { shapeOf } from "#core/logs/shape.ts";
import { STEP_HINTS, type StepSpan, stepTracker } from "#core/logs/steps.ts";
import { recentLines } from "#core/logs/window.ts";
import { hitsIn, type PreFilter, preFilter } from "#core/text/prefilter.ts";

export type Scan = {
  regions: Region[];
  steps: StepSpan[];
  lines: number;
  /** How often each shape of an alarming line occurred. */
  shapes: ReadonlyMap<number, number>;
};

/** Who wants to see lines with a hint. */
type Interest = { rules: Rule[]; extractors: Extractor[]; alarm: boolean; step: boolean };

/** Of one shape so many are kept per step. */
const SAME_SHAPE = 8;
const SAME_SHAPE_OF_RULE = 32;
const MOST_SHAPES = 20_000;

const encoder = new TextEncoder();

/** How much a scan holds by now, in things and characters; bounded, however long the log. */
export type Held = { lines: number; weight: number; steps: number; shapes: number; facts: number };

/** Reads a log once, in chunks, and keeps what may explain a failure. Memory does not grow with the log. */
export function logScan(rules: readonly Rule[], extractors: readonly Extractor[]) {
  const { filter, interests } = interestsIn(rules, extractors);
  const tracker = stepTracker();
  const recent = recentLines(TAIL + 2);
  const keeper = lineKeeper(recent.get, tracker.current());
  const shapes = new Map<number, number>();
  const shapesOfStep = new Map<number, number>();

  /** Extractors that asked for the line after the last one they saw. */
  let waiting: Extractor[] = [];

  function look(raw: RawLine) {
    const text = decodeLine(raw.bytes.subarray(raw.start, raw.end));
    const line = readLine(text, raw.number);
    const listeners = waiting;
    waiting = [];
    let alarming = false;
    let isStep = false;
    const rules: Rule[] = [];
    const hits = line.coloured ? new Set([...raw.hits, ...hitsIn(filter, line.text)]) : raw.hits;
    for (const id of hits) {
      const interest = interests[id] as Interest;
      alarming ||= interest.alarm;
      isStep ||= interest.step;
      for (const rule of interest.rules) if (!rules.includes(rule)) rules.push(rule);
      for (const one of interest.extractors) if (!listeners.includes(one)) listeners.push(one);
    }
    for (const extractor of listeners) {
      extractor.line(line.text, line.number, line.time);
      if (extractor.wantsNext?.() === true) waiting.push(extractor);
    }
    if (isStep) follow(line, text);
    if (line.echo || tracker.inHeader()) return;
    // Which rules a line matches costs most; of what repeats without end nobody asks.
    const shape = shapeOf(line.text);
    const known = (shapesOfStep.get(shape) ?? 0) >= SAME_SHAPE_OF_RULE;
    const matched = rules.length === 0 || known ? [] : matching(rules, line);
    if (!alarming && !known && matched.length === 0) return;
    count(shapes, shape);
    const most = matched.length > 0 ? SAME_SHAPE_OF_RULE : SAME_SHAPE;
    if (count(shapesOfStep, shape) <= most) keeper.keep(line, text.length, matched, alarming);
  }

  function textAt(number: number): string | null {
    const bytes = recent.get(number);
    return bytes === null ? null : readLine(decodeLine(bytes), number).text;
  }

  function follow(line: LogLine, text: string) {
    const before = tracker.current();
    if (!tracker.copied(line, textAt)) tracker.see(line, text);
    const span = tracker.current();
    if (span !== before) shapesOfStep.clear();
    else if (span.failure_line === line.number) keeper.error(line.number);
    keeper.step(span);
  }

  const scanner = lineScanner(filter, (raw) => {
    recent.add(raw);
    if (raw.hits.length > 0 || waiting.length > 0) look(raw);
    if (tracker.inHeader())
      tracker.header(readLine(decodeLine(raw.bytes.subarray(raw.start, raw.end)), raw.number));
    keeper.passed(raw.number);
  });

  return {
    push: scanner.push,
    /** One line, where others of the text belong to other logs. */
    line(text: string, number: number) {
      scanner.skipTo(number);
      scanner.push(encoder.encode(`${text.replaceAll("\n", " ")}\n`));
    },
    begin(step: string, number: number) {
      tracker.begin(step, number);
      shapesOfStep.clear();
      keeper.step(tracker.current());
    },
    end(outcome: "failed" | "passed", number: number) {
      tracker.end(outcome, number);
      if (outcome === "failed") keeper.error(number);
    },
    held(): Held {
      const { lines, weight, steps } = keeper.held();
      const facts = extractors.reduce((sum, extractor) => sum + extractor.held(), 0);
      return {
        lines,
        weight,
        steps: steps + tracker.held(),
        shapes: shapes.size + shapesOfStep.size,
        facts,
      };
    },
    finish(): Scan {
      const lines = scanner.finish();
      const steps = tracker.finish(lines);
      return { regions: keeper.finish(lines), steps, lines, shapes };
    },
  };
}

function interestsIn(
  rules: readonly Rule[],
  extractors: readonly Extractor[],
): { filter: PreFilter; interests: Interest[] } {
  const byHint = new Map<string, Interest>();
  const interest = (hint: string) => {
    const found = byHint.get(hint) ?? { rules: [], extractors: [], alarm: false, step: false };
    byHint.set(hint, found);
    return found;
  };
  for (const hint of ALARMS) interest(hint).alarm = true;
  for (const hint of STEP_HINTS) interest(hint).step = true;
  for (const rule of rules) for (const hint of rule.hints) interest(hint).rules.push(rule);
  for (const extractor of extractors)
    for (const hint of extractor.hints) interest(hint).extractors.push(extractor);
  return { filter: filterFor([...byHint.keys()]), interests: [...byHint.values()] };
}

let latest: { key: string; filter: PreFilter } | null = null;

/** The logs of one run are read with the same hints: their automaton is built once. */
function filterFor(hints: readonly string[]): PreFilter {
  const key = hints.join("\n");
  if (latest?.key !== key) latest = { key, filter: preFilter(hints) };
  return latest.filter;
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
