import type { Mark } from "#core/failures/calibration.ts";

/** Belief only compares the lines of one log; where nothing speaks clearly, the best of them is still a guess. */
const WEAK_SCORE = 8;
const CLEAR_SCORE = 10;
const MOST_IF_FAINT = 0.5;
const MOST_IF_WEAK = 0.6;
const MOST_IF_UNCLEAR = 0.85;
const MOST_WITHOUT_RULE = 0.75;
/** Rules below often name what only follows from the cause: a summary, a wrapper's last word. */
const SURE_RULE = 0.9;

/**
 * How clearly a finding stands out, 0–1: a number that only orders findings of different logs. `belief` is 0–1 and the
 * share of this finding in its log; `score` is its sum of weights.
 */
export function clarityOf(finding: {
  belief: number;
  score: number;
  rule: { strength: number } | null;
  isFaint: boolean;
}): number {
  return Math.min(most(finding), finding.belief);
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

function most({
  score,
  rule,
  isFaint,
}: {
  score: number;
  rule: { strength: number } | null;
  isFaint: boolean;
}): number {
  if (isFaint) return MOST_IF_FAINT;
  if (score < WEAK_SCORE) return MOST_IF_WEAK;
  if (rule === null) return MOST_WITHOUT_RULE;
  return score < CLEAR_SCORE || rule.strength < SURE_RULE ? MOST_IF_UNCLEAR : 1;
}
