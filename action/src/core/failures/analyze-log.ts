import { CALIBRATION, type Calibration } from "#core/failures/calibration.ts";
import { type Candidate, candidateOf } from "#core/failures/candidate.ts";
import { type FailedStep, failedStep } from "#core/failures/failed-step.ts";
import { describe, suspects } from "#core/failures/features.ts";
import { rank } from "#core/failures/rank.ts";
import type { Rule } from "#core/failures/rule.ts";
import { RULES } from "#core/failures/rules.ts";
import { LogScan } from "#core/failures/scan.ts";
import type { Extractor } from "#core/logs/extract/extractor.ts";
import type { StepSpan } from "#core/logs/step-span.ts";
import type { Analysis } from "#core/records/analysis.ts";

export type LogReading = {
  /** Best first, at most five; empty when nothing in the log looks like a failure. */
  findings: Candidate[];
  lines: number;
  steps: StepSpan[];
  /** The steps that failed, as far as the log tells; the last ones of many. */
  failed: FailedStep[];
  /** What the extractors found. */
  facts: Partial<Analysis>;
};

/** Shapes of lines that also stand in the last green run's log of the same job. */
export type NoiseProfile = { has(shape: number): boolean };

export type LogAnalyzerOptions = {
  green?: NoiseProfile | null;
  rules?: readonly Rule[];
  extractors?: readonly Extractor[];
  /** How clues become confidence; only measuring it anew needs another. */
  calibration?: Calibration;
};

/** Bytes as they come, in chunks of any size that stay as they are until `finish`. */
export type LogAnalyzer = {
  push(bytes: Uint8Array): void;
  /** One line instead, with the number that it has in a text of several logs. */
  line(text: string, number: number): void;
  /** The step that the next line belongs to, and how one ended, where such a text says so. */
  begin(step: string, number: number): void;
  end(outcome: "failed" | "passed", number: number): void;
  finish(): LogReading;
};

const MOST_FINDINGS = 5;
/** Further findings with less than this share of the primary one's confidence are noise. */
const LEAST_SHARE = 0.2;
const MOST_FAILED = 20;

/** Reads one log. Memory is bounded by what is kept, not by the log. */
export function logAnalyzer(options: LogAnalyzerOptions = {}): LogAnalyzer {
  const extractors = options.extractors ?? [];
  const scan = new LogScan(options.rules ?? RULES, extractors);
  return {
    push: (bytes) => scan.push(bytes),
    line: (text, number) => scan.line(text, number),
    begin: (step, number) => scan.begin(step, number),
    end: (outcome, number) => scan.end(outcome, number),
    finish() {
      const { regions, steps, lines, shapes } = scan.finish();
      const ranked = rank(describe({ regions, shapes, green: options.green ?? null }), MOST_FINDINGS);
      const facts: Partial<Analysis> = {};
      for (const extractor of extractors) extractor.finish(facts);
      const failed = suspects(regions).filter(({ span }) => span.name !== null || span.outcome === "failed");
      return {
        findings: worthSaying(
          ranked.map((finding, index) => candidateOf(finding, index, options.calibration ?? CALIBRATION)),
        ),
        lines,
        steps,
        failed: failed.slice(-MOST_FAILED).map(failedStep),
        facts,
      };
    },
  };
}

function worthSaying(all: readonly Candidate[]): Candidate[] {
  const [primary] = all;
  return all.filter((one) => one === primary || one.confidence >= LEAST_SHARE * (primary?.confidence ?? 0));
}
