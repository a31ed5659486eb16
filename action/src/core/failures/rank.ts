import type { Described } from "#core/failures/features.ts";
import { isLastWord } from "#core/failures/last-words.ts";
import { type Rule, strongest } from "#core/failures/rule.ts";
import { hasSubstance } from "#core/failures/substance.ts";
import { RULE_KNOWN, RULE_WEIGHT, WEIGHTS } from "#core/failures/weights.ts";

export type Ranked = Described & {
  rule: Rule | null;
  score: number;
  /** The share of all belief that falls on this line and its neighbours, 0–1; not calibrated yet. */
  belief: number;
  /** No line of the log looks like a failure, and this one is among the last. */
  isFaint: boolean;
};

/** Lines this near to each other tell the same story: one finding. */
const SAME_STORY = 2;
/** Belief in a neighbour counts for the finding: blocks explain as a whole. */
const NEIGHBOURS = 12;

/** The best explanations, best first, at most `most`, none telling the story of a better one. */
export function rank(described: readonly Described[], most: number): Ranked[] {
  const scored: Ranked[] = described.flatMap((one) => {
    const rule = strongest(one.line.rules);
    return hasSubstance(one, rule) ? [ranked(one, rule, false)] : [];
  });
  if (scored.length === 0) scored.push(...described.filter(isLastWord).map((one) => ranked(one, null, true)));
  const top = scored.reduce((best, { score }) => Math.max(best, score), -Infinity);
  let total = 0;
  for (const one of scored) {
    one.belief = Math.exp(one.score - top);
    total += one.belief;
  }
  const order = [...scored].sort((a, b) => b.score - a.score || a.line.number - b.line.number);
  const chosen: typeof scored = [];
  for (const one of order) {
    if (chosen.length === most) break;
    if (chosen.every(({ line }) => Math.abs(line.number - one.line.number) > SAME_STORY)) chosen.push(one);
  }
  return chosen.map((one) => ({ ...one, belief: beliefAround(one, scored) / total }));
}

function ranked(one: Described, rule: Rule | null, isFaint: boolean): Ranked {
  return { ...one, rule, score: score(one, rule), belief: 0, isFaint };
}

function beliefAround(one: Ranked, scored: readonly Ranked[]): number {
  return scored.reduce(
    (sum, other) => sum + (Math.abs(other.line.number - one.line.number) <= NEIGHBOURS ? other.belief : 0),
    0,
  );
}

function score(one: Described, rule: Rule | null): number {
  const known = rule === null ? 0 : RULE_KNOWN + RULE_WEIGHT * halfLogOdds(rule.strength);
  return one.features.reduce((sum, feature) => sum + (WEIGHTS[feature] ?? 0), known);
}

function halfLogOdds(strength: number): number {
  const bounded = Math.min(0.99, Math.max(0.01, strength));
  return Math.log(bounded / (1 - bounded)) / 2;
}
