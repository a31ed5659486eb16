/**
 * Characters that are not to be seen: those that Unicode lists as ignorable (zero-width spaces and joiners, the byte
 * order mark, soft hyphens, bidirectional marks, variation selectors, tag characters, fillers) and the marks of
 * annotations. They hide instructions from people and secrets from patterns, and make a line read as another.
 */
export const HIDDEN = "[\\p{Default_Ignorable_Code_Point}\\ufff9-\\ufffb]";

/**
 * Where such a character is a part of a picture: a presentation selector behind an emoji or in a keycap, a joiner
 * between two emoji. Joiners within words of Indic and Persian script go, and flags of England, Scotland and Wales
 * turn black: they are spelled in tag characters.
 */
const IN_EMOJI = [
  "(?<=\\p{Extended_Pictographic})\\ufe0f",
  "(?<=[0-9#*])\\ufe0f(?=\\u20e3)",
  "(?<=\\p{Extended_Pictographic}[\\ufe0f\\p{Emoji_Modifier}]?)\\u200d(?=\\p{Extended_Pictographic})",
].join("|");

/** The character first, so that text without any is passed over fast. */
const TO_TAKE_OUT = new RegExp(`${HIDDEN}(?<!${IN_EMOJI})`, "gu");

/** A text without what nobody sees. Whoever shows or posts texts of others asks this; it may leave nothing. */
export function visible(text: string): string {
  return text.replace(TO_TAKE_OUT, "");
}
