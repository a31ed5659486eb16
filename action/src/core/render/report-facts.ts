import { bytes, count, duration, UNKNOWN } from "#core/format.ts";
import type { AgentResult, Analysis } from "#core/records/analysis.ts";
import { type Column, figure, words } from "#core/render/columns/column.ts";
import { code as asCode, columnTable } from "#core/render/markdown.ts";
import { printable } from "#core/render/printable.ts";

/** What an agent said of itself at the end of its log. */
const AGENT_RESULTS: readonly Column<AgentResult>[] = [
  words("Agent", ({ agent }) => agent),
  words("Model", ({ model }) => model, "code"),
  {
    heading: "Cost",
    kind: "figure",
    value: ({ cost_usd }) => cost_usd,
    text: ({ cost_usd }) => (cost_usd === null ? UNKNOWN : `$${cost_usd.toFixed(4)}`),
  },
  figure("Turns", ({ turns }) => turns),
  figure("Tokens", ({ tokens_total }) => tokens_total),
  figure("Time", ({ duration_ms: ms }) => (ms === null ? null : ms / 1000), duration),
];

const MOST_TESTS = 20;
const MOST_METRICS = 30;

/** A workflow command in a report would act when a later step prints the report's file. */
export const code = (text: string): string => asCode(printable(text));

/** What the logs say besides the failure, as parts that can each be left out; the most telling first. */
export function reportedFacts(analysis: Analysis): string[] {
  return [
    tests(analysis),
    agents(analysis.agents),
    analysis.coverage === null ? "" : `**Coverage:** ${analysis.coverage} %`,
    measures("Metrics", analysis.metrics),
    slowCommands(analysis),
    measures("Resources", analysis.resources),
  ];
}

function tests({ tests: results }: Analysis): string {
  if (results === null) return "";
  const { passed, failed, skipped, failures } = results;
  const counts = `**Tests:** ${count(failed)} failed, ${count(passed)} passed, ${count(skipped)} skipped`;
  const names = failures.slice(0, MOST_TESTS).map((name) => `- ${code(name)}`);
  const more = failures.length > MOST_TESTS ? [`- and ${failures.length - MOST_TESTS} more`] : [];
  return names.length === 0 ? counts : [counts, "", ...names, ...more].join("\n");
}

function agents(results: readonly AgentResult[]): string {
  if (results.length === 0) return "";
  return columnTable(AGENT_RESULTS, results);
}

function measures(title: string, values: Readonly<Record<string, number>>): string {
  const rows = Object.entries(values);
  const shown = rows.slice(0, MOST_METRICS).map(([name, value]) => `${code(name)} ${measure(name, value)}`);
  const more = rows.length > MOST_METRICS ? [`and ${rows.length - MOST_METRICS} more`] : [];
  return rows.length === 0 ? "" : `**${title}:** ${[...shown, ...more].join(", ")}`;
}

/** The name tells the unit. */
function measure(name: string, value: number): string {
  if (name.endsWith("_bytes")) return bytes(value);
  return name.endsWith("_seconds") ? duration(value) : String(value);
}

function slowCommands({ slow_commands: commands }: Analysis): string {
  if (commands.length === 0) return "";
  const rows = commands.map(
    ({ line, text, seconds }) => `- ${duration(seconds)}: ${code(text)}, line ${line}`,
  );
  return ["**Slowest commands:**", "", ...rows].join("\n");
}
