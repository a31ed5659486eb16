const MARK = /\[redacted:[a-z0-9_]{1,40}\]/y;

/**
 * The beginning of a redacted text, of at most so many UTF-16 units: never half a character, never half a
 * replacement, so that what is left is redacted still. Redact first and cut afterwards, or half a secret stays.
 */
export function bounded(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, Math.max(0, most)).replace(/[\uD800-\uDBFF]$/, "");
  if (cut === "") return cut;
  MARK.lastIndex = text.lastIndexOf("[redacted:", cut.length - 1);
  const start = MARK.lastIndex;
  const isSplit = start >= 0 && MARK.test(text) && MARK.lastIndex > cut.length;
  return isSplit ? cut.slice(0, start) : cut;
}
