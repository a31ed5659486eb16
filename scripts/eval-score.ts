import { type LogAnalyzerOptions, type LogReading, logAnalyzer } from "#core/failures/analyze-log.ts";
import { jobsReader } from "#core/failures/jobs-reader.ts";
import { noiseProfile } from "#core/failures/noise.ts";
import type { Case } from "./eval-cases.ts";

export type Scored = {
  of: Case;
  reading: LogReading;
  top1: boolean;
  top3: boolean;
  f1: number;
  /** Null: the label names no kind. */
  category: boolean | null;
  step: boolean | null;
  decoy: boolean;
  confidence: number;
  /** Null: nothing was found. */
  categoryConfidence: number | null;
  seconds: number;
};

const CHUNK = 64 * 1024;
const BLOCK_LINES = 20;

export function score(of: Case, options: LogAnalyzerOptions & { compare?: boolean }): Scored {
  const started = process.cpuUsage();
  const green = options.compare === true && of.green ? noiseProfile(of.green) : null;
  const reader = jobsReader(() => logAnalyzer({ ...options, green }));
  for (let at = 0; at < of.bytes.length; at += CHUNK) reader.push(of.bytes.subarray(at, at + CHUNK));
  const readings = reader.finish().map(({ reading }) => reading);
  const reading = readings.find(({ findings }) => findings.length > 0) ?? readings[0];
  if (reading === undefined) throw new Error(`${of.id} holds no log`);
  const { user, system } = process.cpuUsage(started);
  const [first] = reading.findings;
  const hits = reading.findings.map(({ line }) => of.spans.some(([from, to]) => line >= from && line <= to));
  const isSilent = of.spans.length === 0 && reading.findings.length === 0;
  return {
    of,
    reading,
    top1: hits[0] ?? isSilent,
    top3: hits.slice(0, 3).some(Boolean) || isSilent,
    f1: first ? Math.max(0, ...of.spans.map((span) => lineF1([first.start_line, first.end_line], span))) : 0,
    category: of.categories === null ? null : of.categories.includes(first?.category ?? "unknown"),
    step: of.step === null ? null : first?.step === of.step,
    decoy: first !== undefined && of.decoys.includes(first.line),
    confidence: first?.confidence ?? 0,
    categoryConfidence: first?.category_confidence ?? null,
    seconds: (user + system) / 1e6,
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
