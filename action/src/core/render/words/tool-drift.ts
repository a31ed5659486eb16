import type { ToolRow } from "#core/documents/tools/tools.ts";
import { UNKNOWN } from "#core/format.ts";

/** What changed of a tool against the stretch before, as far as chance does not explain it. */
export function toolDriftWords(drift: ToolRow["drift"]): string {
  if (drift === null) return UNKNOWN;
  const { success, latency } = drift;
  const words = [
    ...(success.verdict === "worse" ? ["fails more"] : []),
    ...(success.verdict === "better" ? ["fails less"] : []),
    ...(latency.verdict === "worse" ? ["slower"] : []),
    ...(latency.verdict === "better" ? ["faster"] : []),
  ];
  if (words.length > 0) return words.join(", ");
  return success.verdict === "too few" && latency.verdict === "too few" ? "too few" : "no difference";
}
