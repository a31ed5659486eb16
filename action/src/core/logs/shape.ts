const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
const LONGEST = 300;
const SPACE = 32;
const NUMBER = 48;

/**
 * A line without what changes from run to run, as a 32-bit hash (FNV-1a): words with a digit in them count as one
 * number, runs of spaces as one space. Computed for hundreds of thousands of lines, so it makes no strings.
 */
export function shapeOf(text: string): number {
  const length = Math.min(text.length, LONGEST);
  let hash = OFFSET;
  let beforeWord = hash;
  let inWord = false;
  let hasDigit = false;
  let last = 0;
  for (let index = 0; index <= length; index++) {
    const code = index < length ? text.charCodeAt(index) : SPACE;
    const isDigit = code >= 48 && code <= 57;
    const isWord = isDigit || (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
    if (isWord && !inWord) {
      beforeWord = hash;
      hasDigit = false;
    }
    if (!isWord && inWord && hasDigit) hash = Math.imul(beforeWord ^ NUMBER, PRIME);
    hasDigit ||= isDigit;
    inWord = isWord;
    if (code === SPACE && last === SPACE) continue;
    last = code;
    hash = Math.imul(hash ^ code, PRIME);
  }
  return hash;
}
