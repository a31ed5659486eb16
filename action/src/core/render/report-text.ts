import { count } from "#core/format.ts";
import type { Analysis, Finding } from "#core/records/analysis.ts";
import { printableLine } from "#core/render/printable.ts";
import { verdictText } from "#core/render/report.ts";

/** A reading for a terminal or a job's log: texts of logs are made harmless. */
export function reportText(analysis: Analysis): string {
  const [primary, ...others] = analysis.findings;
  const { tests } = analysis;
  return [
    verdictText(analysis),
    ...(primary === undefined ? [] : [placeOf(primary), "", ...excerptOf(primary)]),
    ...(primary?.advice ? ["", primary.advice] : []),
    ...(tests === null
      ? []
      : [
          "",
          `Tests: ${count(tests.failed)} failed, ${count(tests.passed)} passed, ${count(tests.skipped)} skipped`,
        ]),
    ...(tests?.failures ?? []).slice(0, 10).map((name) => `  ${printableLine(name)}`),
    ...(others.length === 0 ? [] : ["", "Also:"]),
    ...others.map(
      (finding) => `  ${finding.rank}. ${finding.category}: ${finding.title}, ${placeOf(finding)}`,
    ),
    ...analysis.truncated.map((reason) => `Not read completely: ${printableLine(reason)}`),
  ].join("\n");
}

function placeOf({ job, step, file, line }: Finding): string {
  const named = [
    job === null ? "" : `job ${job}`,
    step === null ? "" : `step ${step}`,
    line === null ? "" : `${file}:${line}`,
  ];
  return printableLine(named.filter((part) => part !== "").join(", "), 300);
}

function excerptOf(finding: Finding): string[] {
  return finding.excerpt.map(
    ({ line, text }) => `${line === finding.line ? ">" : " "} ${line}  ${printableLine(text, 300)}`,
  );
}
