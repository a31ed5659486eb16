/**
 * A bundle's text in ASCII: V8 keeps a source that has any other character in two bytes a character, which for ours
 * is 8 MB of each job's memory. esbuild escapes strings by itself; what is left stands in patterns, tagged templates
 * and comments, where an escape means the same.
 */
export function asciiSource(text: string): string {
  return text.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
