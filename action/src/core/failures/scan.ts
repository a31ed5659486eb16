import { ALARMS } from "#core/failures/alarm.ts";
import { preFilter } from "#core/failures/prefilter.ts";
import type { Rule } from "#core/failures/rule.ts";
import type { Extractor } from "#core/logs/extract/extractor.ts";
import { type LogLine, readLine } from "#core/logs/line.ts";
import { lineScanner, type RawLine } from "#core/logs/scanner.ts";
import { shapeOf } from "#core/logs/shape.ts";
import { STEP_HINTS, type StepSpan, stepTracker } from "#core/logs/steps.ts";
import { recentLines } from "#core/logs/window.ts";

/** A line that was kept: it looked alarming, matched a rule, or stands near one that did or near a failure. */
export type KeptLine = LogLine & { rules: readonly Rule[]; alarming: boolean };

export type Region = { span: StepSpan; lines: KeptLine[] };

export type Scan = {
  regions: Region[];
  steps: StepSpan[];
  lines: number;
  shapes: ReadonlyMap<string, number>;
};

/** So much of a step's end is read although nothing in it looks alarming. */
const TAIL = 300;
const TAIL_OF_ANNOTATION = 60;
const BEFORE = 6;
const AFTER = 20;
/** Of a step's alarming lines so many first and so many last are kept. */
const FIRST = 300;
const LAST = 300;
/** Of one shape so many per step. */
const SAME_SHAPE = 8;
/** When some step failed, so many alarming lines of every other one are weighed. */
const MOST_ELSEWHERE = 60;
const MOST_SHAPES = 20_000;
const MOST_LINES = 24_000;
/** Bytes of a line that are read; colours and overwritten progress included. */
const LONGEST = 65_536;

type Draft = {
  span: StepSpan;
  first: Map<number, Pending>;
  shapes: Map<string, number>;
  alarms: number;
  last: number[];
};
/** Lines that stand near are kept as they came, and read only in the end. */
type Pending = { raw: string } | { line: KeptLine };

/** Reads a log once, in chunks, and keeps what may explain a failure. Memory does not grow with the log. */
export function logScan(rules: readonly Rule[], extractors: readonly Extractor[]) {
  const owners = new Map<string, { rules: Rule[]; extractors: Extractor[]; alarm: boolean; step: boolean }>();
  const owner = (hint: string) => {
    const found = owners.get(hint) ?? { rules: [], extractors: [], alarm: false, step: false };
    owners.set(hint, found);
    return found;
  };
  for (const hint of ALARMS) owner(hint).alarm = true;
  for (const hint of STEP_HINTS) owner(hint).step = true;
  for (const rule of rules) for (const hint of rule.hints) owner(hint).rules.push(rule);
  for (const extractor of extractors)
    for (const hint of extractor.hints) owner(hint).extractors.push(extractor);
  const byId = [...owners.values()];

  const decoder = new TextDecoder();
  const tracker = stepTracker();
  const recent = recentLines(TAIL + 2);
  const shapes = new Map<string, number>();
  const drafts: Draft[] = [];
  let draft = begin(tracker.current());
  /** Extractors that want the next line whatever it contains. */
  let waiting: Extractor[] = [];
  let keepUntil = 0;
  let kept = 0;

  function begin(span: StepSpan): Draft {
    const fresh: Draft = { span, first: new Map(), shapes: new Map(), alarms: 0, last: [] };
    drafts.push(fresh);
    return fresh;
  }

  function keepBytes(number: number) {
    if (number < draft.span.start || draft.first.has(number)) return;
    const bytes = recent.get(number);
    if (bytes === null) return;
    draft.first.set(number, { raw: decoder.decode(bytes.subarray(0, LONGEST)) });
    kept++;
  }

  function keepTail(length: number, end: number) {
    for (let number = Math.max(draft.span.start, end - length); number <= end; number++) keepBytes(number);
  }

  /** Steps that passed explain little: they keep their alarming lines' first few and no context. */
  function slim(passed: Draft, most: number) {
    let left = most;
    for (const [number, pending] of passed.first) {
      const stays = "line" in pending && left-- > 0;
      if (!stays) {
        passed.first.delete(number);
        kept--;
      }
    }
    passed.shapes.clear();
    passed.last = [];
  }

  function close(end: number) {
    if (draft.span.outcome === "passed") slim(draft, 40);
    else keepTail(TAIL, end);
    draft.shapes.clear();
    if (kept > MOST_LINES)
      for (const older of drafts) {
        if (kept <= MOST_LINES / 2) break;
        slim(older, older.span.outcome === "failed" ? 500 : 20);
      }
  }

  function tried(line: LogLine, candidates: Iterable<Rule>): Rule[] {
    const matched: Rule[] = [];
    for (const rule of candidates) {
      const whole = line.tag === null ? line.text : `##[${line.tag}]${line.text}`;
      if (rule.pattern.test(line.text) || (line.tag !== null && rule.pattern.test(whole))) matched.push(rule);
    }
    return matched;
  }

  function worthKeeping(line: LogLine, matched: readonly Rule[]): boolean {
    const shape = shapeOf(line.text);
    const total = shapes.get(shape) ?? 0;
    if (total > 0 || shapes.size < MOST_SHAPES) shapes.set(shape, total + 1);
    const same = draft.shapes.get(shape) ?? 0;
    if (same > 0 || draft.shapes.size < MOST_SHAPES) draft.shapes.set(shape, same + 1);
    return matched.length > 0 ? same < 4 * SAME_SHAPE : same < SAME_SHAPE;
  }

  function keep(line: LogLine, matched: readonly Rule[], alarming: boolean) {
    // The line that ends a step has already begun the next one.
    const home = line.number < draft.span.start ? (drafts.at(-2) ?? draft) : draft;
    home.alarms++;
    if (home.alarms > FIRST) {
      home.last.push(line.number);
      if (home.last.length > 2 * LAST) dropMiddle(home);
    }
    home.first.set(line.number, { line: { ...line, rules: matched, alarming } });
    kept++;
    if (home !== draft) return;
    for (let number = line.number - BEFORE; number < line.number; number++) keepBytes(number);
    keepUntil = line.number + AFTER;
  }

  /** Forgets the older half of what came after the first alarms, with its context. */
  function dropMiddle(home: Draft) {
    const from = home.last[0] ?? 0;
    const until = home.last[LAST] ?? 0;
    for (const number of home.first.keys())
      if (number >= from && number < until) {
        home.first.delete(number);
        kept--;
      }
    home.last = home.last.slice(LAST);
  }

  function look(raw: RawLine) {
    let alarm = false;
    let step = false;
    const candidates = new Set<Rule>();
    const listeners = new Set<Extractor>(waiting);
    for (const id of raw.hits) {
      const found = byId[id];
      if (found === undefined) continue;
      alarm ||= found.alarm;
      step ||= found.step;
      for (const rule of found.rules) candidates.add(rule);
      for (const extractor of found.extractors) listeners.add(extractor);
    }
    const text = decoder.decode(raw.bytes.subarray(raw.start, Math.min(raw.end, raw.start + LONGEST)));
    const line = readLine(text, raw.number);
    for (const extractor of listeners) extractor.line(line.text, line.number, line.time);
    waiting = [...listeners].filter((extractor) => extractor.wantsNext?.());
    if (step) follow(line, text);
    const matched = candidates.size === 0 ? [] : tried(line, candidates);
    if (line.echo || (!alarm && matched.length === 0)) return;
    if (worthKeeping(line, matched)) keep(line, matched, alarm);
  }

  function follow(line: LogLine, text: string) {
    tracker.see(line, text);
    const span = tracker.current();
    if (span !== draft.span) {
      if (span.start === draft.span.start) draft.span = span;
      else {
        close(span.start - 1);
        draft = begin(span);
      }
    } else if (span.failure_line === line.number) keepTail(TAIL_OF_ANNOTATION, line.number);
  }

  const scanner = lineScanner(preFilter([...owners.keys()]), (raw) => {
    recent.add(raw);
    if (raw.hits.length > 0 || waiting.length > 0) look(raw);
    if (raw.number <= keepUntil) keepBytes(raw.number);
  });

  function read([number, pending]: [number, Pending]): KeptLine {
    return "line" in pending
      ? pending.line
      : { ...readLine(pending.raw, number), rules: [], alarming: false };
  }

  return {
    push: scanner.push,
    finish(): Scan {
      const lines = scanner.finish();
      const steps = tracker.finish(lines);
      close(lines);
      if (drafts.some(({ span }) => span.outcome === "failed"))
        for (const other of drafts) if (other.span.outcome !== "failed") slim(other, MOST_ELSEWHERE);
      const regions = drafts.map(({ span, first }) => ({
        span,
        lines: [...first].map(read).sort((left, right) => left.number - right.number),
      }));
      return { regions, steps, lines, shapes };
    },
  };
}
