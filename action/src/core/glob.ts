import picomatch from "picomatch";

/**
 * The one way we match names that people write in inputs and configuration: `*` is any text (also across `/`),
 * `?` one character but `/`, `{a,b}` either; everything else stands for itself, because `my-bot[bot]` and
 * `Deploy (prod)` are ordinary names. Case never matters.
 *
 * @returns whether any of the patterns matches the whole text; with no pattern, nothing matches.
 */
export function globs(patterns: readonly string[]): (text: string) => boolean {
  const matchers = patterns.map((pattern) => pattern.trim()).filter((pattern) => pattern !== "");
  if (matchers.length === 0) return () => false;
  const matches = picomatch(matchers.map(literalButWildcards), OPTIONS);
  // A title may hold line breaks, which no wildcard would cross.
  return (text) => text !== "" && matches(text.replaceAll(/\s/g, " "));
}

const OPTIONS = { nocase: true, bash: true, dot: true, nonegate: true, windows: false } as const;

function literalButWildcards(pattern: string): string {
  return pattern.replaceAll(/[\\()[\]|+!@^$.]/g, "\\$&");
}
