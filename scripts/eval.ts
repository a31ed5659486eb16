/**
 * Scores the analyzer on labelled logs: `node scripts/eval.ts [folder…] [--misses] [--compare] [--write] [--no-rules]`.
 * Our own logs are always read: those that a rule was written for, and those that are answered in an `expected.json`.
 * Folders hold sets with a `labels.jsonl` each. `--write` keeps what is printed in tests/eval/RESULTS.md. Without rules
 * it shows what evidence alone can do, as in logs of tools that nobody knows.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { OF_RULES, readCases } from "./eval-cases.ts";
import { type Scored, score } from "./eval-score.ts";
import { brier, calibrationError } from "./reliability.ts";

const ROOT = join(import.meta.dirname, "..");
const FIXTURES = join(ROOT, "tests/fixtures/logs");

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    misses: { type: "boolean" },
    compare: { type: "boolean" },
    write: { type: "boolean" },
    "no-rules": { type: "boolean" },
  },
});
const options = { compare: values.compare ?? false, ...(values["no-rules"] ? { rules: [] } : {}) };
const scored = [FIXTURES, ...positionals].flatMap((folder) =>
  [...readCases(folder)].map((one) => score(one, options)),
);
if (values.misses) for (const one of scored) if (!one.top1) printMiss(one);
console.log(render(scored));
console.log(`${(megabytes(scored) / seconds(scored)).toFixed(1)} MB per second of CPU`);
if (values.write) writeFileSync(join(ROOT, "tests/eval/RESULTS.md"), render(scored));

function render(all: readonly Scored[]): string {
  const sets = [...new Set(all.map(({ of }) => of.set))];
  const rows = [...sets, "all"].map((set) => {
    const some = set === "all" ? all : all.filter(({ of }) => of.set === set);
    return [
      set,
      String(some.length),
      share(some.map(({ top1 }) => top1)),
      share(some.map(({ top3 }) => top3)),
      mean(some.map(({ f1 }) => f1)).toFixed(3),
      share(some.flatMap(({ category }) => category ?? [])),
      share(some.flatMap(({ step }) => step ?? [])),
      String(some.filter(({ decoy }) => decoy).length),
    ];
  });
  const heads = ["set", "cases", "top-1", "top-3", "block F1", "category", "step", "decoys first"];
  const found = all.filter(({ reading }) => reading.findings.length > 0);
  const lines = found.map(({ confidence, top1 }) => ({ confidence, right: top1 }));
  const kinds = found.flatMap(({ top1, category, categoryConfidence }) =>
    top1 && category !== null && categoryConfidence !== null
      ? [{ confidence: categoryConfidence, right: category }]
      : [],
  );
  const fresh = found.filter(({ of }) => of.set !== OF_RULES);
  const freshLines = fresh.map(({ confidence, top1 }) => ({ confidence, right: top1 }));
  return `# How often the analyzer is right

${table(heads, rows)}

## How sure of the line

${reliability(lines)}

Without the logs that rules were written for: Brier ${brier(freshLines).toFixed(3)}, expected calibration error ${calibrationError(freshLines).toFixed(3)}.

## How sure of the kind, where the line is right

${reliability(kinds)}
`;
}

function reliability(said: readonly { confidence: number; right: boolean }[]): string {
  const edges = [0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01];
  const rows = edges.slice(1).map((to, index) => {
    const from = edges[index] ?? 0;
    const some = said.filter(({ confidence }) => confidence >= from && confidence < to);
    return [
      `${from} to ${Math.min(1, to)}`,
      String(some.length),
      some.length === 0 ? "–" : mean(some.map(({ confidence }) => confidence)).toFixed(2),
      share(some.map(({ right }) => right)),
    ];
  });
  const sure = said.filter(({ confidence }) => confidence >= 0.9);
  const wrong = sure.filter(({ right }) => !right).length;
  return `${table(["confidence", "cases", "said", "right"], rows)}

Wrong at 0.9 or more: ${wrong} of ${sure.length} so sure, of ${said.length} in all. Brier ${brier(said).toFixed(3)}, expected calibration error ${calibrationError(said).toFixed(3)}.`;
}

function printMiss({ of, reading, top3, confidence }: Scored) {
  const lines = new TextDecoder().decode(of.bytes).split("\n");
  const text = (number: number) => (lines[number - 1] ?? "").replace(/[\x00-\x1f]/g, "·").slice(0, 150);
  console.log(`MISS ${of.set} ${of.id} confidence ${confidence}${top3 ? " (in the first three)" : ""}`);
  for (const { line, rule } of reading.findings.slice(0, 3))
    console.log(`   said ${line} [${rule}] ${text(line)}`);
  for (const [from, to] of of.spans.slice(0, 2)) console.log(`  right ${from}-${to} ${text(from)}`);
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}

function share(values: readonly boolean[]): string {
  return values.length === 0 ? "–" : mean(values.map(Number)).toFixed(3);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function megabytes(some: readonly Scored[]): number {
  return some.reduce((sum, { of }) => sum + of.bytes.length, 0) / 1e6;
}

function seconds(some: readonly Scored[]): number {
  return some.reduce((sum, one) => sum + one.seconds, 0);
}
