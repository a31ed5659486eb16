import { type PatternTree, patternTree } from "./pattern-tree.ts";

/** Above this many CPU nanoseconds a character a pattern is looked at closely; it says nothing about the machine. */
const SUSPICIOUS = 100;
/** Four times the text: 4 times the work when linear, 16 when quadratic. */
const GROWTH = 4;
const MOST_GROWTH = 8;
/** More than the cube: longer texts would not come back. */
const RUNAWAY = 100;
/** CPU microseconds after which the longest text is not waited for. */
const LONG = 50_000;

/**
 * Names each pattern that an adversarial text makes run longer than in proportion to its length, with that text.
 * The texts are made from the pattern itself: whatever it repeats is repeated, behind what leads there and alone.
 * Work is measured as CPU time of this process and judged by how it grows, so that a busy machine changes nothing.
 * Use: `expect(superlinear(rules.map((rule) => rule.pattern))).toEqual([])`.
 */
export function superlinear(patterns: readonly RegExp[], longest = 16_384): string[] {
  return patterns.flatMap((pattern) => {
    for (const attack of attacksOn(pattern))
      if (growsTooFast(pattern, attack, longest)) return [`${pattern} on ${JSON.stringify(attack(3))}`];
    return [];
  });
}

type Attack = (length: number) => string;

function growsTooFast(pattern: RegExp, attack: Attack, longest: number): boolean {
  // Exponential patterns are found while a text is still short enough to come back from.
  for (const length of [...[12, 24, 64, 256, 1024, 4096].filter((shorter) => shorter < longest), longest]) {
    const text = attack(length);
    if (cost(pattern, text, 1) < (SUSPICIOUS * text.length) / 1000 + 100) continue;
    const shorter = attack(length / GROWTH);
    const work = cost(pattern, text, 3);
    const growth = growthBetween(pattern, shorter, text, 3);
    if (growth > RUNAWAY) return true;
    if (growth <= MOST_GROWTH || (length !== longest && work <= LONG)) continue;
    // Short work is measured badly on a busy machine: what is said of a pattern must hold twice.
    if (work > LONG || growthBetween(pattern, shorter, text, 30) > MOST_GROWTH) return true;
  }
  return false;
}

/** How the work grows, as if the longer text were `GROWTH` times the shorter. */
function growthBetween(pattern: RegExp, shorter: string, longer: string, tries: number): number {
  const grown = cost(pattern, longer, tries) / Math.max(1, cost(pattern, shorter, 3 * tries));
  return grown * (GROWTH / (longer.length / shorter.length));
}

/** The least CPU microseconds of so many tries. */
function cost(pattern: RegExp, text: string, tries: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0; index < tries; index++) {
    const before = process.cpuUsage();
    if (pattern.global) text.replace(pattern, "");
    else pattern.exec(text);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, user + system);
  }
  return least;
}

function attacksOn(pattern: RegExp): Attack[] {
  const tree = patternTree(pattern);
  const attacks: Attack[] = [];
  const whole = sample(tree);
  for (const { before, pump } of repeats(tree, "")) {
    const pumped = (length: number) => pump.repeat(Math.ceil(length / pump.length));
    attacks.push((length) => before + pumped(length));
    attacks.push((length) => `${before + pumped(length)}\u0000`);
    attacks.push((length) => (before + pump).repeat(Math.ceil(length / (before + pump).length)));
  }
  for (const text of new Set([whole, whole.slice(0, -1)]))
    if (text !== "") attacks.push((length) => text.repeat(Math.ceil(length / text.length)));
  return attacks;
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
  if (tree.type !== "repeat") return [];
  const inside = repeats(tree.part, before);
  if (tree.most < 2) return inside;
  const pumps = new Set(tree.part.type === "characters" ? tree.part.samples : [sample(tree.part)]);
  return [...inside, ...[...pumps].filter((pump) => pump !== "").map((pump) => ({ before, pump }))];
}

/** A short text that the tree takes. */
function sample(tree: PatternTree): string {
  switch (tree.type) {
    case "nothing":
      return "";
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
