import type { Extractor } from "#core/logs/extract/extractor.ts";
import type { Analysis } from "#core/records/analysis.ts";

/** Runs one extractor as the scanner does: only lines with a hint, or asked for by the line before. */
export function read(extractor: Extractor, log: string, secondsBetween = 1): Partial<Analysis> {
  let wanted = false;
  log.split("\n").forEach((raw, index) => {
    const hinted = extractor.hints.some((hint) => raw.toLowerCase().includes(hint));
    if (!hinted && !wanted) return;
    const text = raw.replace(/^(?:##\[\w+\]|\[command\])/, "");
    extractor.line(text, index + 1, index * secondsBetween * 1000);
    wanted = extractor.wantsNext?.() ?? false;
  });
  const facts: Partial<Analysis> = {};
  extractor.finish(facts);
  return facts;
}
