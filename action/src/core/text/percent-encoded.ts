const HALF_CHARACTERS = /[\ud800-\udfff]/gu;

/**
 * A text as part of an address. Strangers' names may hold half a character, for which there is no code and
 * `encodeURIComponent` throws: it becomes the sign for what cannot be read.
 */
export function percentEncoded(text: string): string {
  return encodeURIComponent(text.replaceAll(HALF_CHARACTERS, "\ufffd"));
}
