import type { Category } from "#core/records/category.ts";

/**
 * A known way to fail. Rules are data: an ordered table per ecosystem, earlier rows win between rules of equal
 * strength. Each has a fixture in `tests/fixtures/logs/` whose name begins with the rule's id.
 */
export type Rule = {
  /** `<tool>/<what>`, stable: it is stored with every finding. */
  id: string;
  category: Category;
  /** What it is, in a few words: "npm: dependency conflict". */
  title: string;
  /** What to do about it, one sentence. */
  advice: string;
  /**
   * Lower-case literals, one of which every matching line contains. The pre-filter is built from them: a line
   * without any hint of any rule is never tried.
   */
  hints: readonly string[];
  /**
   * Tried on the cleaned line (no timestamp, no colours, at most 2,000 characters). Linear time: no nested
   * quantifiers, no backreferences; a test measures it. A named group `message` narrows what the signature is
   * made from.
   */
  pattern: RegExp;
  /** 0–1: how surely such a line is the cause and not a symptom, an echo or a passing test's output. */
  strength: number;
  /** True: the tool says that it failed and hands on why, so the line itself may know the kind better. */
  refine?: boolean;
  /** Which of several matching lines explains it: the first (compilers) or the last (runners, agents). */
  prefer: "first" | "last";
  /** The block that shows it, besides the line: what its first and last lines look like. Null: the line alone. */
  block: { before?: RegExp; after?: RegExp; most: number } | null;
};

/** Of the rules that match a line, the one that speaks; earlier rows win between rules of equal strength. */
export function strongest(rules: readonly Rule[]): Rule | null {
  return rules.reduce<Rule | null>(
    (best, rule) => (best !== null && best.strength >= rule.strength ? best : rule),
    null,
  );
}
