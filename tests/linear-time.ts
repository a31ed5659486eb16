import { type PatternTree, patternTree } from "./pattern-tree.ts";
import { machine } from "./step-count.ts";

/** So many steps a character are fine, whatever the growth; beyond `MOST` no line is worth it. */
const FEW = 100;
const MOST = 2000;
/** Four times the text: 4 times the steps when linear, 16 when quadratic. */
const GROWTH = 4;
const MOST_GROWTH = 6;

/**
 * Names each pattern that an adversarial text makes run longer than in proportion to its length, with that text.
 * The texts are made from the pattern itself: whatever it repeats is repeated, behind what leads there and alone.
 * Work is counted in the steps of a backtracking engine, so that no machine and no load changes the answer.
 * Use: `expect(superlinear(rules.map((rule) => rule.pattern))).toEqual([])`.
 */
export function superlinear(patterns: readonly RegExp[], longest = 2048): string[] {
  return patterns.flatMap((pattern) => {
    const work = machine(pattern);
    for (const attack of attacksOn(pattern))
      if (growsTooFast((text, most) => work(text, most).steps, attack, longest))
        return [`${pattern} on ${JSON.stringify(attack(3))}`];
    return [];
  });
}

type Attack = (length: number) => string;

/** Exponential patterns are found while a text is still short enough to come back from. */
function growsTooFast(
  work: (text: string, most: number) => number,
  attack: Attack,
  longest: number,
): boolean {
  for (const length of [64, longest]) {
    const text = attack(length);
    const enough = MOST * text.length;
    const steps = work(text, enough);
    if (steps >= enough) return true;
    if (length < longest || steps < FEW * text.length) continue;
    const shorter = attack(length / GROWTH);
    const growth = steps / work(shorter, enough) / (text.length / shorter.length / GROWTH);
    if (growth > MOST_GROWTH) return true;
  }
  return false;
}

function attacksOn(pattern: RegExp): Attack[] {
  const { tree } = patternTree(pattern);
  const attacks = new Map<string, Attack>();
  const add = (attack: Attack) => attacks.set(attack(64), attack);
  const whole = sample(tree);
  for (const { before, pump } of repeats(tree, "")) {
    const pumped = (length: number) => pump.repeat(Math.ceil(length / pump.length));
    add((length) => before + pumped(length));
    add((length) => `${before + pumped(length)}\u0000`);
    add((length) => (before + pump).repeat(Math.ceil(length / (before + pump).length)));
  }
  for (const text of new Set([whole, whole.slice(0, -1)]))
    if (text !== "") add((length) => text.repeat(Math.ceil(length / text.length)));
  return [...attacks.values()];
}

/** Whatever a pattern repeats, with a text that leads there. */
function repeats(tree: PatternTree, before: string): { before: string; pump: string }[] {
  if (tree.type === "choice") return tree.options.flatMap((option) => repeats(option, before));
  if (tree.type === "sequence") {
    let lead = before;
    return tree.parts.flatMap((part) => {
      const found = repeats(part, lead);
      lead += sample(part);
      return found;
    });
  }
  if (tree.type === "group") return repeats(tree.part, before);
  if (tree.type !== "repeat") return [];
  const inside = repeats(tree.part, before);
  if (tree.most < 2) return inside;
  const pumps = new Set(tree.part.type === "characters" ? tree.part.samples : [sample(tree.part)]);
  return [...inside, ...[...pumps].filter((pump) => pump !== "").map((pump) => ({ before, pump }))];
}

/** A short text that the tree takes. */
function sample(tree: PatternTree): string {
  switch (tree.type) {
    case "assertion":
    case "look":
    case "reference":
      return "";
    case "group":
      return sample(tree.part);
    case "characters":
      return tree.samples[0] ?? "";
    case "sequence":
      return tree.parts.map(sample).join("");
    case "choice":
      return tree.options[0] ? sample(tree.options[0]) : "";
    case "repeat":
      return sample(tree.part).repeat(Math.max(tree.least, Math.min(1, tree.most)));
  }
}
