import type { Mark, Weights } from "#core/failures/calibration.ts";
import { halfLogOdds, type Ranked } from "#core/failures/rank.ts";
import { mayTest, taskOf } from "#core/failures/task.ts";

/** What tells how surely a finding is the cause: numbers that mean the same in every log. */
export type Clues = {
  /** What the line's look and place add up to, without its rule. */
  evidence: number;
  /** The strength of the rule that knows it, 0–1; null: none does. */
  rule: number | null;
  /** By how much it is ahead of the best line that tells another story; null: no line does. */
  lead: number | null;
  /** A rule calls it a failed test, and the step was not there to run any. */
  unfit: boolean;
  /** No rule knows it, and it names nothing: no place, value, number or word of its own. */
  vague: boolean;
  /** No line looks like a failure, and this is one of the last. */
  faint: boolean;
};

const MOST_EVIDENCE = 14;
const LEADS = { least: -4, most: 8 };

const LEVEL = /^\W*(?:error|ERROR|Error)\b:?/;
/** What stands in quotes, a name with signs or capitals in it, a number. */
const NAMES_SOMETHING = /["'`“‘][^"'`]|[\w-][./\\:_=-]\w|\d|[a-z][A-Z]/;

export function cluesOf({ evidence, rule, lead, isFaint, region, line }: Ranked): Clues {
  return {
    evidence,
    rule: rule?.strength ?? null,
    lead,
    unfit: rule?.category === "test_failure" && !mayTest(taskOf(region.span.script, region.span.name)),
    vague: rule === null && !NAMES_SOMETHING.test(line.text.replace(LEVEL, "")),
    faint: isFaint,
  };
}

/** The clues as the numbers that are weighed, each within bounds: what lies beyond them says no more. */
export function termsOf({ evidence, rule, lead, unfit, vague, faint }: Clues): Record<keyof Weights, number> {
  return {
    base: 1,
    evidence: between(0, evidence, MOST_EVIDENCE),
    known: Number(rule !== null),
    strength: rule === null ? 0 : halfLogOdds(rule),
    lead: between(LEADS.least, lead ?? LEADS.most, LEADS.most),
    alone: Number(lead === null),
    unfit: Number(unfit),
    vague: Number(vague),
    faint: Number(faint),
  };
}

/** How clearly a finding stands out, 0–1: comparable between logs, but not calibrated yet. */
export function clarityOf(clues: Clues, weights: Weights): number {
  const terms = Object.entries(termsOf(clues)) as [keyof Weights, number][];
  const sum = terms.reduce((total, [name, term]) => total + weights[name] * term, 0);
  return 1 / (1 + Math.exp(-sum));
}

/** The share of findings said so clearly that were right, as measured; three decimals, linear between the marks. */
export function calibrated(raw: number, marks: readonly Mark[]): number {
  const above = marks.findIndex((mark) => mark.raw >= raw);
  const right = marks[above] ?? marks.at(-1);
  const left = marks[above === -1 ? marks.length - 1 : above - 1] ?? right;
  if (left === undefined || right === undefined) return raw;
  const part = right.raw === left.raw ? 0 : (raw - left.raw) / (right.raw - left.raw);
  return Math.round((left.share + part * (right.share - left.share)) * 1000) / 1000;
}

function between(least: number, value: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
