import { count } from "#core/format.ts";

/** What one measured call costs. @property limit microseconds it should stay below; null where none is set */
export type Overhead = { name: string; microseconds: number; limit: number | null };

/** A call of a tool as agents make it: a search, a test, a request over the network. */
const TOOL_CALL_US = 100_000;

/** What telemetry adds to a real tool call. */
export function overheadVerdict(microseconds: number): "excellent" | "acceptable" | "high" {
  const share = microseconds / TOOL_CALL_US;
  if (share < 0.05) return "excellent";
  return share <= 0.1 ? "acceptable" : "high";
}

/** @param bare microseconds of the function itself */
export function overheadText(iterations: number, bare: number, rows: readonly Overhead[]): string {
  const width = Math.max(...rows.map(({ name }) => name.length));
  return [
    `${count(iterations)} calls each; the bare function takes ${bare.toFixed(2)} µs.`,
    ...rows.map(({ name, microseconds, limit }) => {
      const share = ((100 * microseconds) / TOOL_CALL_US).toFixed(3);
      const bar =
        limit === null ? "" : `, ${microseconds <= limit ? "within" : "above"} the bar of ${limit} µs`;
      return `${name.padEnd(width)}  +${microseconds.toFixed(2)} µs  ${share} % of a tool call of 100 ms: ${overheadVerdict(microseconds)}${bar}`;
    }),
  ].join("\n");
}
