import type { Category } from "#core/failures/category.ts";
import type { Rule } from "#core/failures/rule.ts";
import type { Extractor } from "#core/logs/extract/extractor.ts";
import type { StepSpan } from "#core/logs/steps.ts";
import type { Analysis } from "#core/records/analysis.ts";

/** One place of a log that may explain the failure. Texts are cleaned, but not redacted. */
export type Candidate = {
  /** 1 is the primary finding. */
  rank: number;
  category: Category;
  /** A rule's id, or `evidence`. */
  rule: string;
  title: string;
  advice: string | null;
  /** The cleaned line. */
  text: string;
  /** What the signature is made from: the rule's `message` group, else the line without its tag. */
  message: string;
  confidence: number;
  line: number;
  start_line: number;
  end_line: number;
  excerpt: { line: number; text: string }[];
  /** The step whose region holds the line, as the log itself names it; null when it names none. */
  step: string | null;
  /** Where that region begins, so that `line - step_start + 1` counts within the step's own log. */
  step_start: number | null;
};

export type LogReading = {
  findings: Candidate[];
  lines: number;
  steps: StepSpan[];
  /** What the extractors found. */
  facts: Partial<Analysis>;
};

/** Shapes of lines that also stand in the last green run's log of the same job. */
export type NoiseProfile = { has(shape: string): boolean };

export type LogAnalyzerOptions = {
  green?: NoiseProfile | null;
  rules?: readonly Rule[];
  extractors?: readonly Extractor[];
};

export type LogAnalyzer = { push(bytes: Uint8Array): void; finish(): LogReading };

export function logAnalyzer(_options: LogAnalyzerOptions = {}): LogAnalyzer {
  throw new Error("being written");
}
