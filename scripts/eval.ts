/**
 * Scores the analyzer on labelled logs: `node scripts/eval.ts [folder] [--misses] [--compare] [--mine] [--no-rules]`.
 * The folder holds sets with a `labels.jsonl` each, or our own marked fixtures (`--mine`, which also writes
 * tests/eval/RESULTS.md). Without rules it shows what evidence alone can do, as in logs of tools that nobody knows.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type LogReading, logAnalyzer } from "#core/failures/analyze-log.ts";
import { jobsReader } from "#core/failures/jobs-reader.ts";
import { noiseProfile } from "#core/failures/noise.ts";
import { type Case, readCases } from "./eval-cases.ts";

const ROOT = join(import.meta.dirname, "..");
const FIXTURES = join(ROOT, "tests/fixtures/logs");
const CHUNK = 64 * 1024;
const BLOCK_LINES = 20;

type Scored = {
  of: Case;
  reading: LogReading;
  top1: boolean;
  top3: boolean;
  f1: number;
  category: boolean | null;
  step: boolean | null;
  decoy: boolean;
  confidence: number;
  seconds: number;
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    misses: { type: "boolean" },
    compare: { type: "boolean" },
    mine: { type: "boolean" },
    "no-rules": { type: "boolean" },
  },
});
const folder = values.mine ? FIXTURES : (positionals[0] ?? FIXTURES);
const scored = [...readCases(folder)].map(score);
if (values.misses) for (const one of scored) if (!one.top1) printMiss(one);
console.log(render(scored));
console.log(`${(megabytes(scored) / seconds(scored)).toFixed(1)} MB/s`);
if (values.mine) writeFileSync(join(ROOT, "tests/eval/RESULTS.md"), render(scored));

function score(of: Case): Scored {
  const started = process.hrtime.bigint();
  const reader = jobsReader(() =>
    logAnalyzer({
      green: values.compare && of.green ? noiseProfile(of.green) : null,
      ...(values["no-rules"] ? { rules: [] } : {}),
    }),
  );
  for (let at = 0; at < of.bytes.length; at += CHUNK) reader.push(of.bytes.subarray(at, at + CHUNK));
  const readings = reader.finish().map(({ reading }) => reading);
  const reading = readings.find(({ findings }) => findings.length > 0) ?? readings[0];
  if (reading === undefined) throw new Error(`${of.id} holds no log`);
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  const [first] = reading.findings;
  const hits = reading.findings.map(({ line }) => of.spans.some(([from, to]) => line >= from && line <= to));
  return {
    of,
    reading,
    top1: hits[0] ?? false,
    top3: hits.slice(0, 3).some(Boolean),
    f1: first ? Math.max(...of.spans.map((span) => lineF1([first.start_line, first.end_line], span))) : 0,
    category: of.category === null ? null : first?.category === of.category,
    step: of.step === null ? null : first?.step === of.step,
    decoy: first !== undefined && of.decoys.includes(first.line),
    confidence: first?.confidence ?? 0,
    seconds,
  };
}

/** Blocks over 20 lines count their first 20. */
function lineF1(said: [number, number], right: [number, number]): number {
  const cut = ([from, to]: [number, number]): [number, number] => [
    from,
    Math.min(to, from + BLOCK_LINES - 1),
  ];
  const [a, b] = cut(said);
  const [c, d] = cut(right);
  const shared = Math.max(0, Math.min(b, d) - Math.max(a, c) + 1);
  return (2 * shared) / (b - a + 1 + (d - c + 1));
}

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
  return `# How often the analyzer is right\n\n${table(heads, rows)}\n\n## Calibration\n\n${calibration(all)}\n`;
}

function calibration(all: readonly Scored[]): string {
  const edges = [0, 0.3, 0.5, 0.7, 0.8, 0.9, 1.01];
  const rows = edges.slice(1).map((to, index) => {
    const from = edges[index] ?? 0;
    const some = all.filter(({ confidence }) => confidence >= from && confidence < to);
    return [
      `${from} to ${Math.min(1, to)}`,
      String(some.length),
      mean(some.map(({ confidence }) => confidence)).toFixed(2),
      share(some.map(({ top1 }) => top1)),
    ];
  });
  const sure = all.filter(({ confidence }) => confidence >= 0.9);
  const wrong = sure.filter(({ top1 }) => !top1).length;
  const line = `Wrong at confidence 0.9 or more: ${wrong} of ${sure.length} so sure, of ${all.length} in all.`;
  return `${table(["confidence", "cases", "said", "right"], rows)}\n\n${line}`;
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
