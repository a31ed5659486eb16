import type { AuditDocument } from "#core/documents/audit/audit.ts";
import type { ComplianceDocument } from "#core/documents/compliance/compliance.ts";
import { count, moment, plural } from "#core/format.ts";
import { ACTIONS, APPROVALS, EGRESS } from "#core/render/columns/audit.ts";
import { type Column, headed, textOf } from "#core/render/columns/column.ts";
import { cell, grid, painter } from "#core/render/terminal-grid.ts";

const MOST_ROWS = 10;
const PAINTS = { pass: "green", fail: "red", unknown: "yellow" } as const;

/** For a terminal: the checks, then the newest of what an audit asks for. */
export function auditText(audit: AuditDocument, compliance: ComplianceDocument, colour: boolean): string {
  const paint = painter(colour);
  const checks = compliance.checks.map(({ title, state, evidence, fix }) => [
    paint(PAINTS[state], state),
    cell(title, 100),
    cell(fix === null ? evidence : `${evidence}. ${fix}`, 400),
  ]);
  const { actions, approvals, egress, works } = audit;
  const tables = [
    table(
      "Sensitive actions",
      actions,
      headed(ACTIONS, ["Action", "By", "Times", "When", "Run", "Agent", "Who"]),
    ),
    table("Approvals", approvals, headed(APPROVALS, ["Job", "State", "Waited", "When", "Run", "Workflow"])),
    table("Egress", egress, headed(EGRESS, ["Host", "Workflow", "Requests", "Refused"])),
  ];
  const { pass, fail, unknown } = compliance;
  return [
    grid(["", "Check", "Evidence"], checks, [10, 44, 70]),
    `${plural(pass, "check")} passed, ${fail} failed, ${unknown} could not be looked at.`,
    `Since ${moment(audit.from)}: ${plural(works.rows.length + works.left_out, "work")} of agents.`,
    ...tables,
  ].join("\n\n");
}

function table<Row>(
  title: string,
  { rows, left_out }: { rows: readonly Row[]; left_out: number },
  columns: readonly Column<Row>[],
): string {
  if (rows.length === 0) return `${title}: none is known.`;
  const shown = rows.slice(0, MOST_ROWS).map((row) => columns.map((column) => cell(textOf(column, row), 60)));
  const more = rows.length - shown.length + left_out;
  const head = columns.map(({ heading = "" }) => heading);
  return `${title}\n${grid(head, shown)}${more > 0 ? `\n${count(more)} more: --json` : ""}`;
}
