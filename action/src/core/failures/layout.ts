import { type Kinds, kindsByText } from "#core/failures/kinds.ts";
import { type Rule, strongest } from "#core/failures/rule.ts";
import type { KeptLine, Region } from "#core/failures/step-lines.ts";
import { endedStream } from "#core/logs/prefix.ts";
import { indentOf } from "#core/text/indent.ts";

/** A step's kept lines as a whole: what each line is, and where each stands. All lists run along `lines`. */
export type Layout = {
  lines: readonly KeptLine[];
  kinds: readonly Kinds[];
  rules: readonly (Rule | null)[];
  isBlank: readonly boolean[];
  /** Lines that only close the account of a failure. */
  isClosing: readonly boolean[];
  /** How many lines that are not blank until the next closing line, or the end of the step. */
  toClosing: readonly number[];
  /** The number of the first of the closing lines that the step ends with; Infinity without any. */
  finalClosing: number;
  /** So few lines are red that red means something. */
  isRedRare: boolean;
  /** Of several programs that print into the step the one that failed first; null: none is named. */
  failedStream: string | null;
  /** What make was building when it failed, without its ending: of a parallel make's lines these are its own. */
  failedTarget: string | null;
  /** Where a tool last said that all of its work is well; -1: none did. */
  lastVerdict: number;
  /** A rule knows a line that names a failed test. */
  hasFailedTest: boolean;
  /** Tests that failed, and passed when they were run again, as a reporter lists them in the end. */
  flaky: readonly string[];
  /** Where each text stands last. */
  lastOfText: ReadonlyMap<string, number>;
};

/** What tools close a run with in which nothing failed. */
const ALL_WELL =
  /^(?:\[INFO\] )?BUILD SUCCESS(?:FUL in .{1,20})?$|^Build (?:succeeded\.|complete!)|^test result: ok\.|^=* ?\d+ passed(?:, \d+ (?:skipped|deselected|xfailed|xpassed|warnings?))* in [\d.]+s|^Test Suites: \d+ passed, \d+ total|compiled successfully in \d|^Apply complete!|^\*\* (?:BUILD|TEST) SUCCEEDED|^100% tests passed|^All checks passed/;
const TARGET = /\*\*\* \[(?:[^\]\s]{1,200}:\d{1,6}: )?([\w./+-]{3,200})\.(?:o|lo|obj|gch|pb\.o)\] Error \d/;
const MOST_LISTED = 300;
const MOST_FLAKY = 20;
const CLOSERS = ["npm err", "make stops", "build failed", "command failed", "final word"];

export function layoutOf({ lines, span }: Region): Layout {
  const kinds = lines.map(kindsByText());
  const isBlank = lines.map((line) => line.text.trim() === "");
  const isClosing = lines.map(
    (line, index) => line.number === span.failure_line || CLOSERS.some((kind) => kinds[index]?.has(kind)),
  );
  const reds = lines.filter(({ red }) => red).length;
  return {
    lines,
    kinds,
    rules: lines.map(({ rules }) => strongest(rules)),
    isBlank,
    isClosing,
    toClosing: distances(isClosing, isBlank),
    finalClosing: finalCluster(lines, isClosing),
    isRedRare: reds > 0 && reds <= Math.max(8, lines.length / 12),
    failedStream: lines.map(({ text }) => endedStream(text)).find((stream) => stream !== null) ?? null,
    failedTarget:
      lines.map(({ text }) => TARGET.exec(text)?.[1] ?? null).find((name) => name !== null) ?? null,
    lastVerdict: lines.findLastIndex(({ text }) => ALL_WELL.test(text)),
    hasFailedTest: lines.some(({ rules }) => rules.some(({ category }) => category === "test_failure")),
    flaky: flakyIn(lines),
    lastOfText: new Map(lines.map((line, index) => [saying(line), index])),
  };
}

/** Playwright's list, below how many there are. */
function flakyIn(lines: readonly KeptLine[]): string[] {
  const names: string[] = [];
  let isListed = false;
  for (const { text } of lines.slice(-MOST_LISTED)) {
    if (/^\s{1,6}\d{1,5} flaky$/.test(text)) isListed = true;
    else if (isListed && indentOf(text) >= 4) names.push(text.replace(/[ ─]+$/, "").trim());
    else isListed = false;
  }
  return names.filter((name) => name !== "").slice(0, MOST_FLAKY);
}

/** A line without the sign in front of it: reporters repeat what failed under another one. */
export function saying(line: KeptLine): string {
  return line.text.replace(/^[^\w]+/, "");
}

/** The first of the closing lines that the step ends with; more than `gap` lines between, and work went on. */
function finalCluster(lines: readonly KeptLine[], isClosing: readonly boolean[], gap = 25): number {
  let first = Infinity;
  for (let index = lines.length - 1; index >= 0; index--) {
    const number = lines[index]?.number ?? 0;
    if (!isClosing[index]) continue;
    if (first !== Infinity && first - number > gap) break;
    first = number;
  }
  return first;
}

/** How many lines that are not blank until the next closing line, or the end of the step; 0 for one itself. */
function distances(isClosing: readonly boolean[], isBlank: readonly boolean[]): number[] {
  const result = new Array<number>(isClosing.length).fill(0);
  let distance = 0;
  for (let index = isClosing.length - 1; index >= 0; index--) {
    if (isClosing[index]) distance = 0;
    else if (!isBlank[index]) distance++;
    result[index] = distance;
  }
  return result;
}

export function distanceWord(distance: number): string {
  if (distance <= 0) return "0";
  if (distance === 1) return "1";
  if (distance <= 3) return "2-3";
  if (distance <= 8) return "4-8";
  if (distance <= 20) return "9-20";
  if (distance <= 60) return "21-60";
  return "more";
}
