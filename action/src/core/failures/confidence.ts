/**
 * How often findings with at least so much belief were right, on repositories the weights had not seen.
 * Monotone; printed again by `npm run eval`.
 */
const STEPS: readonly { belief: number; confidence: number }[] = [
  { belief: 0, confidence: 0.1 },
  { belief: 0.3, confidence: 0.35 },
  { belief: 0.5, confidence: 0.5 },
  { belief: 0.8, confidence: 0.6 },
  { belief: 0.97, confidence: 0.75 },
  { belief: 0.999, confidence: 0.9 },
  { belief: 1, confidence: 0.95 },
];

/** Linear between the steps. `belief` is 0–1. */
export function confidenceOf(belief: number): number {
  const above = STEPS.findIndex((step) => step.belief >= belief);
  const right = STEPS[above];
  const left = STEPS[above - 1];
  if (right === undefined) return STEPS.at(-1)?.confidence ?? 0;
  if (left === undefined) return right.confidence;
  const share = (belief - left.belief) / (right.belief - left.belief);
  return Math.round((left.confidence + share * (right.confidence - left.confidence)) * 1000) / 1000;
}
