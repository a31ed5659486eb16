import { blockOf } from "#core/failures/block.ts";
import type { Calibration } from "#core/failures/calibration.ts";
import { type Clues, calibrated, clarityOf, cluesOf } from "#core/failures/confidence.ts";
import { kindOf } from "#core/failures/kind-of.ts";
import type { Ranked } from "#core/failures/rank.ts";
import type { Rule } from "#core/failures/rule.ts";
import { withoutNoise } from "#core/failures/without-noise.ts";
import { withoutPrefix } from "#core/logs/prefix.ts";
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

const MOST_EXCERPT = 20;

/** @param index its place among those of the log, from 0 */
export function candidateOf(finding: Ranked, index: number, calibration: Calibration): Candidate {
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
