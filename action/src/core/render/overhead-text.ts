import { count, decimal, duration, plural, signed, UNKNOWN } from "#core/format.ts";
import { printable } from "#core/render/printable.ts";
import type { PairedDifference } from "#core/statistics/compare.ts";
import { ENOUGH } from "#core/statistics/enough.ts";

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

/** What collecting costs a command, from pairs of runs without and with it. Times are seconds. */
export type CommandCosts = {
  command: string;
  pairs: number;
  /** Runs that ended with another exit code than 0; their pairs are not compared. */
  failedWithout: number;
  failedWith: number;
  lastFailure: { exitCode: number; said: string } | null;
  wall: PairedDifference;
  cpu: PairedDifference;
  /** What the receiver took of the processor beside the command, at the median; null of none. */
  receiverSeconds: number | null;
  /** Spans, log records, metrics and events of a run, at the median. */
  received: number | null;
};

export function commandCostsText(costs: CommandCosts): string {
  const { received, receiverSeconds, lastFailure } = costs;
  const failed = costs.failedWithout + costs.failedWith;
  const told =
    received === 0
      ? "It told nothing: nothing in it exports OpenTelemetry or emits events."
      : `It told ${plural(received ?? 0, "item")} a run.`;
  const text = [
    `${costs.command}: ${plural(costs.pairs, "pair")} of runs without and with collection, in turns (ABBA)`,
    `wall  ${pairedText(costs.wall)}`,
    `CPU   ${pairedText(costs.cpu)}`,
    ...(receiverSeconds === null
      ? []
      : [`${told} The receiver beside it took ${duration(receiverSeconds)} of CPU a run.`]),
    ...(lastFailure === null
      ? []
      : [
          `${plural(failed, "run")} failed (${costs.failedWithout} without collection, ${costs.failedWith} with), the last with exit code ${lastFailure.exitCode}; their pairs are not compared.`,
          ...(lastFailure.said === "" ? [] : [lastFailure.said]),
        ]),
  ];
  return printable(text.join("\n"));
}

function pairedText({ before, after, ...found }: PairedDifference): string {
  return `${seconds(before)} → ${seconds(after)}  ${verdictText(found)}`;
}

function verdictText({ n, share, low, high, verdict }: Omit<PairedDifference, "before" | "after">): string {
  if (share === null || low === null || high === null)
    return `too few to say: ${plural(n, "pair")} of the ${ENOUGH.comparison} it takes`;
  const figure = (value: number) => signed(100 * value, 1).replace("+", "");
  if (verdict === "no change beyond chance")
    return `no difference beyond chance (${signed(100 * share, 1)} % [${figure(low)}, ${figure(high)}])`;
  return verdict === "worse"
    ? `costs ${figure(share)} % [${figure(low)}, ${figure(high)}]`
    : `saves ${figure(-share)} % [${figure(-high)}, ${figure(-low)}]`;
}

function seconds(value: number | null): string {
  return value === null ? UNKNOWN : `${decimal(value)} s`;
}
