/** A line without what changes from run to run: numbers, hashes, times, paths of temporary folders. */
export function shapeOf(text: string): string {
  return text
    .slice(0, 300)
    .replace(/\b[0-9a-f]{7,64}\b/gi, "#")
    .replace(/\/tmp\/\S{1,200}/g, "/tmp/#")
    .replace(/\d+/g, "0")
    .replace(/\s+/g, " ")
    .trim();
}
