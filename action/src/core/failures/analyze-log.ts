import { blockOf } from "#core/failures/block.ts";
import { CALIBRATION, type Calibration } from "#core/failures/calibration.ts";
import { type Clues, calibrated, clarityOf, cluesOf } from "#core/failures/confidence.ts";
import { type FailedStep, failedStep } from "#core/failures/failed-step.ts";
import { describe, suspects } from "#core/failures/features.ts";
import { kindOf } from "#core/failures/kind-of.ts";
import { type Ranked, rank } from "#core/failures/rank.ts";
import type { Rule } from "#core/failures/rule.ts";
import { RULES } from "#core/failures/rules.ts";
import { LogScan } from "#core/failures/scan.ts";
import { withoutNoise } from "#core/failures/without-noise.ts";
import type { Extractor } from "#core/logs/extract/extractor.ts";
import { withoutPrefix } from "#core/logs/prefix.ts";
import type { StepSpan } from "#core/logs/step-span.ts";
import type { Analysis } from "#core/records/analysis.ts";
import type { Category } from "#core/records/category.ts";

/** One place of a log that may explain the failure. Texts are cleaned, but not redacted. */
export type Candidate = {
  /** 1 is the primary finding. */
  rank: number;
  category: Category;
  /** 0–1: how surely it is of that kind, given that it is the cause. */
  category_confidence: number;
  /** A rule's id, or `evidence`. */
  rule: string;
  title: string;
  advice: string | null;
  /** The cleaned line. */
  text: string;
  /** What the signature is made from: the rule's `message` group, else the line. */
  message: string;
  /** 0–1, calibrated: what the clues come to. */
  confidence: number;
  clues: Clues;
  line: number;
  start_line: number;
  end_line: number;
  /** At most 20 lines around `line`. */
  excerpt: { line: number; text: string }[];
  /** The step whose stretch holds the line, as the log itself names it; null when it names none. */
  step: string | null;
  /** Where that stretch begins: `line - step_start + 1` counts within the step's own log. */
  step_start: number;
};

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
/** What is far behind the primary finding is noise: one in twenty of those at least is the cause. */
const LEAST_FURTHER = 0.05;
const MOST_EXCERPT = 20;
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
        findings: ranked
          .map((finding, index) => candidate(finding, index, options.calibration ?? CALIBRATION))
          .filter(({ rank, confidence }) => rank === 1 || confidence >= LEAST_FURTHER),
        lines,
        steps,
        failed: failed.slice(-MOST_FAILED).map(failedStep),
        facts,
      };
    },
  };
}

function candidate(finding: Ranked, index: number, calibration: Calibration): Candidate {
  const { line, region, rule } = finding;
  const { start, end } = blockOf(finding);
  const clues = cluesOf(finding);
  return {
    rank: index + 1,
    ...named(finding, calibration),
    text: line.text,
    message: messageOf(line.text, rule),
    confidence: calibrated(clarityOf(clues, calibration.weights), calibration.line),
    clues,
    line: line.number,
    start_line: start,
    end_line: end,
    excerpt: excerpt(finding, start, end),
    step: region.span.name,
    step_start: region.span.start,
  };
}

/** What the rule takes out of the line; without its help, the line as the program at fault printed it. */
function messageOf(text: string, rule: Rule | null): string {
  const inner = withoutPrefix(text) ?? text;
  const message = rule?.pattern.exec(text)?.groups?.message ?? rule?.pattern.exec(inner)?.groups?.message;
  return (message === undefined || isEmpty(message) ? inner : message).replace(/^\s*\| /, "").trim();
}

/** Nothing but numbers, signs and names that differ from run to run: the headline of no error. */
function isEmpty(message: string): boolean {
  return !/[A-Za-z]{3}/.test(withoutNoise(message).replaceAll(/<[a-z]{1,10}>/g, ""));
}

function named(
  finding: Ranked,
  calibration: Calibration,
): Pick<Candidate, "category" | "category_confidence" | "rule" | "title" | "advice"> {
  const { rule } = finding;
  const { category, confidence } = kindOf(finding);
  const kind = { category, category_confidence: calibrated(confidence, calibration.kind) };
  if (category === "invalid_json")
    return { ...kind, rule: rule?.id ?? "evidence", title: TITLES.invalid_json ?? "", advice: BAD_ANSWER };
  if (rule !== null) return { ...kind, rule: rule.id, title: rule.title, advice: rule.advice };
  return {
    ...kind,
    rule: "evidence",
    title: TITLES[category] ?? "An error without a known rule",
    advice: null,
  };
}

const BAD_ANSWER =
  "Ask the model for JSON alone with a schema (structured output), check its answer and ask again when it is none.";

/** What can be said without a rule. */
const TITLES: Partial<Record<Category, string>> = {
  test_failure: "A test failed",
  build_failure: "The build failed",
  lint_failure: "A check of the sources failed",
  script_error: "A command failed",
  network: "A network request failed",
  timeout: "Something took too long",
  permission_denied: "Permission denied",
  out_of_memory: "Out of memory",
  disk_full: "Disk full",
  cancelled: "The job was cancelled",
  merge_conflict: "A merge conflict",
  invalid_json: "The model's answer is not the JSON that was asked for",
  dependency_unavailable: "Something that the step needs is not there",
  auth_failed: "Credentials were not accepted",
  rate_limit: "Too many requests",
  quota_exceeded: "A quota is used up",
  configuration: "Something is set up wrongly",
  type_error: "Types do not fit",
};

/** The block, or what of it stands around the line, with two lines before it. */
function excerpt({ line, region }: Ranked, start: number, end: number): { line: number; text: string }[] {
  const from = Math.max(start - 2, Math.min(start, line.number), line.number - (MOST_EXCERPT - 8));
  const until = Math.min(Math.max(end, line.number + 3), from + MOST_EXCERPT - 1);
  return region.lines
    .filter(({ number }) => number >= from && number <= until)
    .map(({ number, text }) => ({ line: number, text }));
}
