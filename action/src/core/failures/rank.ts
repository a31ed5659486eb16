import type { Described } from "#core/failures/features.ts";
import { isLastWord } from "#core/failures/last-words.ts";
import { type Rule, strongest } from "#core/failures/rule.ts";
import { hasSubstance } from "#core/failures/substance.ts";
import { RULE_KNOWN, RULE_WEIGHT, WEIGHTS } from "#core/failures/weights.ts";

export type Ranked = Described & {
  rule: Rule | null;
  /** What its look and its place add up to. */
  evidence: number;
  /** The evidence and what the rule adds. */
  score: number;
  /** By how much its score is ahead of the best line that tells another story; null: no line does. */
  lead: number | null;
  /** No line of the log looks like a failure, and this one is among the last. */
  isFaint: boolean;
};

/** Lines this near to each other tell the same story: one finding. */
const SAME_STORY = 2;

/** The best explanations, best first, at most `most`, none telling the story of a better one. */
export function rank(described: readonly Described[], most: number): Ranked[] {
  const scored: Ranked[] = described.flatMap((one) => {
    const rule = strongest(one.line.rules);
    return hasSubstance(one, rule) ? [ranked(one, rule, false)] : [];
  });
  if (scored.length === 0) scored.push(...described.filter(isLastWord).map((one) => ranked(one, null, true)));
  scored.sort((a, b) => b.score - a.score || a.line.number - b.line.number);
  const chosen: Ranked[] = [];
  for (const one of scored) {
    if (chosen.length === most) break;
    if (chosen.every((other) => !isSameStory(one, other))) chosen.push(one);
  }
  return chosen.map((one) => ({ ...one, lead: leadOf(one, scored) }));
}

function ranked(one: Described, rule: Rule | null, isFaint: boolean): Ranked {
  const evidence = one.features.reduce((sum, feature) => sum + (WEIGHTS[feature] ?? 0), 0);
  const known = rule === null ? 0 : RULE_KNOWN + RULE_WEIGHT * halfLogOdds(rule.strength);
  return { ...one, rule, evidence, score: evidence + known, lead: null, isFaint };
}

function isSameStory(one: Ranked, other: Ranked): boolean {
  return Math.abs(one.line.number - other.line.number) <= SAME_STORY;
}

/** Lines that the same rule knows, such as further failed tests, are no rivals. */
function leadOf(one: Ranked, scored: readonly Ranked[]): number | null {
  const rival = scored.find(
    (other) => !isSameStory(one, other) && (one.rule === null || other.rule !== one.rule),
  );
  return rival === undefined ? null : one.score - rival.score;
}

/** Half of the logarithm of the odds that something so likely is so. */
export function halfLogOdds(share: number): number {
  const bounded = Math.min(0.99, Math.max(0.01, share));
  return Math.log(bounded / (1 - bounded)) / 2;
}
