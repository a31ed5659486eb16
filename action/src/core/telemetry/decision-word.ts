import { cut } from "#core/records/within-bounds.ts";

const LONGEST = 50;
/** Other words for the same answer; `warn` and `escalate` are answers of their own, and no permission. */
const SAME: readonly [RegExp, string][] = [
  [/^(?:allow(?:ed)?|approved?|accept(?:ed)?|permit(?:ted)?|pass(?:ed)?|ok)$/, "allow"],
  [/^(?:block(?:ed)?|den(?:y|ied)|reject(?:ed)?|refused?|forbid(?:den)?)$/, "block"],
  [/^(?:warn(?:ed|ing)?)$/, "warn"],
  [/^(?:escalated?)$/, "escalate"],
];

/** How a rule answered, in the records' words; a word that is none of theirs stays, so that nobody takes it for a permission. */
export function decisionWord(reported: string | null): string {
  const word = reported?.trim().toLowerCase() ?? "";
  const known = SAME.find(([pattern]) => pattern.test(word));
  return known?.[1] ?? (cut(word, LONGEST) || "unknown");
}
