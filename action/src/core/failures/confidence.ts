/**
 * How often findings with so much belief were right, a little less than measured: what is known was set on the
 * same logs. Monotone; `npm run eval` prints what becomes of it.
 */
const STEPS: readonly { belief: number; confidence: number }[] = [
  { belief: 0, confidence: 0.2 },
  { belief: 0.3, confidence: 0.4 },
  { belief: 0.5, confidence: 0.5 },
  { belief: 0.7, confidence: 0.65 },
  { belief: 0.9, confidence: 0.8 },
  { belief: 0.97, confidence: 0.9 },
  { belief: 1, confidence: 0.95 },
];

/** Belief only compares the lines of one log; where nothing speaks clearly, the best of them is still a guess. */
const WEAK_SCORE = 8;
const CLEAR_SCORE = 10;
const MOST_IF_FAINT = 0.5;
const MOST_IF_WEAK = 0.6;
const MOST_IF_UNCLEAR = 0.85;
const MOST_WITHOUT_RULE = 0.75;
/** Rules below often name what only follows from the cause: a summary, a wrapper's last word. */
const SURE_RULE = 0.9;

/** `belief` is 0–1 and the share of this finding in its log; `score` is its sum of weights; 0–1, three decimals. */
export function confidenceOf(finding: {
  belief: number;
  score: number;
  rule: { strength: number } | null;
  isFaint: boolean;
}): number {
  return Math.round(Math.min(most(finding), between(finding.belief)) * 1000) / 1000;
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

/** Linear between the steps. */
function between(belief: number): number {
  const above = STEPS.findIndex((step) => step.belief >= belief);
  const right = STEPS[above];
  const left = STEPS[above - 1];
  if (right === undefined) return STEPS.at(-1)?.confidence ?? 0;
  if (left === undefined) return right.confidence;
  const share = (belief - left.belief) / (right.belief - left.belief);
  return left.confidence + share * (right.confidence - left.confidence);
}
