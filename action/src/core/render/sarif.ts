import type { Finding, Inventory } from "#core/inventory/inventory.ts";
import type { Level } from "#core/inventory/rule.ts";
import type { Notice } from "#core/inventory/rules/notices.ts";
import { RULE_TEXTS } from "#core/inventory/rules/table.ts";
import { printableLine } from "#core/render/printable.ts";

/** SARIF 2.1.0 as GitHub's code scanning takes it. */

/** What GitHub shows of a run; it refuses more than 25,000. */
const MOST_RESULTS = 5000;
const MOST_CHARACTERS = 1024;
/** GitHub's scale: below 4 low, below 7 medium, below 9 high. */
const SEVERITY: Readonly<Record<Level, string>> = { error: "8.5", warning: "5.5", note: "2.0" };
const PROBLEM: Readonly<Record<Level, string>> = {
  error: "error",
  warning: "warning",
  note: "recommendation",
};

export type Tool = { version: string; home: string };

export function sarif({ findings }: Inventory, { version, home }: Tool): object {
  const shown = mostSevere(findings);
  const driver = {
    name: "agentops",
    semanticVersion: version,
    informationUri: home,
    rules: RULE_TEXTS.map(ruleEntry),
  };
  const leftOut = findings.length - shown.length;
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        automationDetails: { id: "agentops/inventory/" },
        tool: { driver },
        columnKind: "utf16CodeUnits",
        results: shown.map(result),
        ...(leftOut > 0 && { properties: { findingsLeftOut: leftOut } }),
      },
    ],
  };
}

function mostSevere(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= MOST_RESULTS) return findings;
  const of = (level: Level) => findings.filter((finding) => finding.level === level);
  return [...of("error"), ...of("warning"), ...of("note")].slice(0, MOST_RESULTS);
}

function ruleEntry({ id, level, title, help, fix }: Notice): object {
  return {
    id,
    name: id.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: text(title) },
    fullDescription: { text: text(help) },
    help: { text: text(`${help} ${fix}`), markdown: text(`${help}\n\n**What to do:** ${fix}`) },
    defaultConfiguration: { level },
    properties: {
      tags: ["security", "agents"],
      precision: level === "error" ? "high" : "medium",
      "problem.severity": PROBLEM[level],
      "security-severity": SEVERITY[level],
    },
  };
}

function result(finding: Finding): object {
  return {
    ruleId: finding.rule,
    ruleIndex: RULE_TEXTS.findIndex(({ id }) => id === finding.rule),
    level: finding.level,
    message: { text: text(printableLine(finding.message, MOST_CHARACTERS)) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uri(finding.path), uriBaseId: "%SRCROOT%" },
          region: {
            ...{ startLine: finding.line, startColumn: finding.column },
            ...{ endLine: finding.end_line, endColumn: finding.end_column },
          },
        },
      },
    ],
    partialFingerprints: { primaryLocationLineHash: finding.fingerprint },
  };
}

function text(given: string): string {
  return given.length <= MOST_CHARACTERS ? given : `${given.slice(0, MOST_CHARACTERS - 1)}…`;
}

/** Relative to the root of the checkout. */
function uri(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
