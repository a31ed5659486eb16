/** How many characters of white space a line begins with. */
export function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}
