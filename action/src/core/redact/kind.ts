/** A kind of secret. Kinds are data: one ordered table, earlier rows win. */
export type Kind = {
  /** Stands in the replacement, `[redacted:<kind>]`, and in the counts. */
  kind: string;
  /** Off unless asked for under this name (`email`: on unless turned off); null: always on. */
  option: "email" | "card" | "phone" | "ip" | null;
  /** Lower-case literals, one of which stands on every line with such a secret; empty: every line is tried. */
  hints: readonly string[];
  /** Global. A group `before` stands in front of the secret and stays. Linear time: a test measures it. */
  pattern: RegExp;
  /** Where what `pattern` finds is a list: the secrets in it, with a group `before` of their own. Global. */
  each: RegExp | null;
  /** Whether what the pattern found, without `before`, is one. Null: it always is. */
  isSecret: ((found: string) => boolean) | null;
};

/**
 * A token known by its beginning. It begins where no word goes on: behind a colour's escape sequence, an escaped
 * line end or a percent code, a letter in front is none of its word.
 */
export function token(
  kind: string,
  hints: readonly string[],
  shape: string,
  isSecret?: Kind["isSecret"],
): Kind {
  const edge = "(?:(?<![A-Za-z0-9])|(?<=\\x1b\\[[0-9;]{0,12}m|\\\\[nrt]|%[0-9A-F]{2}))";
  return {
    kind,
    option: null,
    hints,
    pattern: new RegExp(edge + shape, "g"),
    each: null,
    isSecret: isSecret ?? null,
  };
}
