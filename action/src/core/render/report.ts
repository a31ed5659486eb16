import type { FailureHistory } from "#core/failures/history.ts";
import type { KnownError } from "#core/failures/known-error.ts";
import { count, percent } from "#core/format.ts";
import type { RepositoryLinks } from "#core/links.ts";
import type { Analysis, Finding } from "#core/records/analysis.ts";
import { type Category, domainOf } from "#core/records/category.ts";
import type { Run } from "#core/records/run.ts";
import { escapeHtmlLine, escapeMarkdown } from "#core/render/markdown.ts";
import { printable } from "#core/render/printable.ts";
import { code, reportedFacts } from "#core/render/report-facts.ts";
import { knownCause, seenBefore } from "#core/render/report-history.ts";

/** What a report is made from; everything in it may be of strangers. */
export type ReportFacts = {
  run: Run;
  analysis: Analysis;
  /** Null: never seen before. */
  history: FailureHistory | null;
  /** Null: nobody has written about it. */
  known: KnownError | null;
  links: RepositoryLinks;
};

/** GitHub's limit for a comment is 65,536; the marker and its surroundings need a little. */
const MOST_CHARACTERS = 65_000;

/**
 * The reading of a run as Markdown, the verdict in its first line. When it is too long, whole parts are left out,
 * the least important first; nothing is cut in the middle.
 */
export function reportMarkdown(facts: ReportFacts, most = MOST_CHARACTERS): string {
  const { analysis } = facts;
  const [primary, ...others] = analysis.findings;
  const essential = [
    `### ${verdict(analysis)}`,
    place(primary, facts),
    ...(primary === undefined ? [] : [seenBefore(facts.history, facts.links)]),
  ];
  const optional = [
    primary === undefined ? "" : excerpt(primary),
    facts.known === null ? "" : knownCause(facts.known),
    primary?.advice ? `**What to do:** ${escapeMarkdown(primary.advice)}` : "",
    ...reportedFacts(analysis),
    ...others.map((finding) => folded(finding, facts)),
    notes(facts),
  ].filter((part) => part !== "");
  let room = most - essential.join("\n\n").length;
  const kept = optional.filter((part) => {
    const fits = part.length + 2 <= room;
    if (fits) room -= part.length + 2;
    return fits;
  });
  return `${[...essential, ...kept].join("\n\n")}\n`;
}

/** One line without Markdown, for logs and titles. */
export function verdictText({ findings: [primary] }: Pick<Analysis, "findings">): string {
  if (primary === undefined) return "unknown: nothing in the logs looks like a failure";
  return `${primary.category}: ${primary.title} (confidence ${percent(primary.confidence)})`;
}

function verdict({ findings: [primary] }: Analysis): string {
  if (primary === undefined) return "unknown: nothing in the logs looks like a failure";
  const title = escapeMarkdown(primary.title);
  return `${code(primary.category)} ${title}${primary.confidence < 0.5 ? " (not sure)" : ""}`;
}

function place(primary: Finding | undefined, facts: ReportFacts): string {
  const { run, links } = facts;
  const attempt = `[run ${run.id}, attempt ${run.run_attempt}](${links.run(run.id, run.run_attempt)})`;
  const workflow = run.workflow_name === null ? "" : ` of ${code(run.workflow_name)}`;
  if (primary === undefined) return `${attempt}${workflow}`;
  const where = [
    primary.job === null ? "" : `job ${code(primary.job)}`,
    primary.step === null ? "" : `step ${code(primary.step)}`,
    lineLink(primary, facts),
  ].filter((part) => part !== "");
  const group = domainOf(primary.category);
  return [
    `${attempt}${workflow}: ${where.join(", ")}`,
    `Confidence ${percent(primary.confidence)}, ${kindOf(primary.category, group)}, signature ${code(primary.signature)}`,
  ].join("  \n");
}

function kindOf(category: Category, group: string): string {
  return category === "unknown" ? "kind unknown" : `kind ${code(`${group}/${category}`)}`;
}

/** Straight to the line where GitHub can show it, else to the step or job. */
function lineLink({ job_id, step_number, step_line, line }: Finding, { run, links }: ReportFacts): string {
  if (line === null) return job_id === null ? "" : `[the job](${links.job(run.id, job_id)})`;
  if (job_id === null) return `line ${line}`;
  if (step_number === null) return `[line ${line} of the job's log](${links.job(run.id, job_id)})`;
  return `[line ${step_line ?? line}](${links.line(run.id, job_id, step_number, step_line ?? 1)})`;
}

/** In a fence longer than any inside, where neither Markdown nor mentions work. */
function excerpt(finding: Finding): string {
  const lines = finding.excerpt.map(({ line, text }) => {
    const mark = line === finding.line ? ">" : " ";
    return `${mark} ${String(line).padStart(String(finding.excerpt.at(-1)?.line ?? line).length)}  ${oneLine(text)}`;
  });
  const longest = Math.max(2, ...[...lines.join("\n").matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return lines.length === 0 ? "" : `${fence}text\n${lines.join("\n")}\n${fence}`;
}

function oneLine(text: string): string {
  return printable(text).replaceAll("\n", " ");
}

function folded(finding: Finding, facts: ReportFacts): string {
  // GitHub reads no Markdown on the line of a summary.
  const title = escapeHtmlLine(printable(finding.title));
  const summary = `${finding.rank}. ${finding.category}: ${title} (${percent(finding.confidence)})`;
  const where = [finding.job === null ? "" : code(finding.job), lineLink(finding, facts)];
  return [
    `<details><summary>${summary}</summary>`,
    where.filter((part) => part !== "").join(", "),
    excerpt(finding),
    "</details>",
  ].join("\n\n");
}

function notes({ analysis, links }: ReportFacts): string {
  const { truncated, redactions, source, inferred_from: from } = analysis;
  const hidden = Object.entries(redactions).map(([kind, times]) => `${code(kind)} ${count(times)}`);
  const lines = [
    ...truncated.map((reason) => `Not read completely: ${escapeMarkdown(reason)}`),
    ...(hidden.length === 0 ? [] : [`Redacted: ${hidden.join(", ")}`]),
    ...(source === "inferred" && from !== null
      ? [`Inferred: [run ${from}](${links.run(from)}) failed alike, and its log was read.`]
      : []),
    ...(source === "record" ? ["From the run's record: there is no log that tells."] : []),
  ];
  return lines.map((line) => `<sub>${line}</sub>`).join("\n");
}
