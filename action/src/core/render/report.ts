import { type Category, domainOf } from "#core/failures/category.ts";
import type { History } from "#core/failures/history.ts";
import { count, duration, percent, plural } from "#core/format.ts";
import type { RepositoryLinks } from "#core/links.ts";
import type { AgentResult, Analysis, Finding } from "#core/records/analysis.ts";
import type { Run } from "#core/records/run.ts";
import { code as asCode, escapeMarkdown, table } from "#core/render/markdown.ts";
import { printable } from "#core/render/printable.ts";

/** What a report is made from; everything in it may be of strangers. */
export type ReportFacts = { run: Run; analysis: Analysis; history: History | null; links: RepositoryLinks };

/** GitHub's limit for a comment is 65,536; the marker and its surroundings need a little. */
const MOST_CHARACTERS = 65_000;
const MOST_TESTS = 20;

/**
 * The reading of a run as Markdown, the verdict in its first line. When it is too long, whole parts are left out,
 * the least important first; nothing is cut in the middle.
 */
export function reportMarkdown(facts: ReportFacts, most = MOST_CHARACTERS): string {
  const { analysis } = facts;
  const [primary, ...others] = analysis.findings;
  const essential = [`### ${verdict(analysis)}`, place(primary, facts), ...seen(facts)];
  const optional = [
    primary === undefined ? "" : excerpt(primary),
    primary?.advice ? `**What to do:** ${escapeMarkdown(primary.advice)}` : "",
    tests(analysis),
    agents(analysis.agents),
    ...others.map((finding) => folded(finding, facts)),
    notes(analysis),
  ].filter((part) => part !== "");
  let room = most - essential.join("\n\n").length;
  const kept = optional.filter((part) => {
    const fits = part.length + 2 <= room;
    if (fits) room -= part.length + 2;
    return fits;
  });
  return `${[...essential, ...kept].join("\n\n")}\n`;
}

/** A workflow command in a report would act when a later step prints the report's file. */
const code = (text: string): string => asCode(printable(text));

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

function seen({ analysis, history }: ReportFacts): string[] {
  if (analysis.findings.length === 0) return [];
  if (history === null) return ["**Seen before:** never in the runs that were read."];
  const since =
    history.first === history.last ? `on ${history.first}` : `since ${history.first}, last ${history.last}`;
  return [`**Seen before:** in ${plural(history.runs, "other run")}, ${since}.`];
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
  return table(
    ["Agent", "Model", "Cost:", "Turns:", "Tokens:", "Time:"],
    results.map((result) => [
      escapeMarkdown(result.agent),
      result.model === null ? "—" : code(result.model),
      result.cost_usd === null ? "—" : `$${result.cost_usd.toFixed(4)}`,
      count(result.turns),
      count(result.tokens_total),
      duration(result.duration_ms === null ? null : result.duration_ms / 1000),
    ]),
  );
}

function folded(finding: Finding, facts: ReportFacts): string {
  // GitHub reads no Markdown on the line of a summary; title and category are ours.
  const title = finding.title.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const summary = `${finding.rank}. ${finding.category}: ${title} (${percent(finding.confidence)})`;
  const where = [finding.job === null ? "" : code(finding.job), lineLink(finding, facts)];
  return [
    `<details><summary>${summary}</summary>`,
    where.filter((part) => part !== "").join(", "),
    excerpt(finding),
    "</details>",
  ].join("\n\n");
}

function notes({ truncated, redactions, source }: Analysis): string {
  const hidden = Object.entries(redactions).map(([kind, times]) => `${code(kind)} ${count(times)}`);
  const lines = [
    ...truncated.map((reason) => `Not read completely: ${escapeMarkdown(reason)}`),
    ...(hidden.length === 0 ? [] : [`Redacted: ${hidden.join(", ")}`]),
    ...(source === "inferred" ? ["Inferred from an earlier reading of the same failure."] : []),
  ];
  return lines.map((line) => `<sub>${line}</sub>`).join("\n");
}
