import type { FailedPart, LeftOut } from "#core/documents/sources/left-out.ts";
import { count } from "#core/format.ts";
import type { RepositoryLinks } from "#core/links.ts";
import type { LedgerEntry, PendingRun } from "#core/records/state.ts";
import type { Unreadable } from "#core/records/unreadable.ts";
import { type Column, figure, words } from "#core/render/columns/column.ts";
import { printableLine } from "#core/render/printable.ts";
import { NEED_WORDS } from "#core/render/words/gaps.ts";

type Lacking = { run_id: number; run_attempt: number; day: string };

function attempt<Row extends Lacking>(github: RepositoryLinks): Column<Row>[] {
  return [
    {
      heading: "Run",
      kind: "name",
      value: (row) => row.run_id,
      link: (row) => github.run(row.run_id, row.run_attempt),
      note: (row) => (row.run_attempt > 1 ? `attempt ${row.run_attempt}` : null),
    },
    words("Day", (row) => row.day),
  ];
}

/** Attempts that a later sync completes. */
export function pendingColumns(github: RepositoryLinks): Column<PendingRun>[] {
  return [
    ...attempt<PendingRun>(github),
    words("Lacks", (row) => row.needs.map((need) => NEED_WORDS[need]).join(", "), "prose"),
    figure("Tries", (row) => row.tries),
  ];
}

/** What will never come. */
export function missingColumns(github: RepositoryLinks): Column<LedgerEntry>[] {
  return [
    ...attempt<LedgerEntry>(github),
    words("Missing", (row) => row.missing.replaceAll("_", " ")),
    words("Said", (row) => row.message, "prose"),
  ];
}

export const UNREADABLE: readonly Column<Unreadable>[] = [
  words("File", (row) => row.path, "code"),
  figure("Line", (row) => row.line, count),
  words("Record", (row) => row.key && printableLine(row.key), "prose"),
  words("Why", (row) => printableLine(row.reason), "prose"),
];

export const LEFT_OUT: readonly Column<LeftOut>[] = [
  words("Document", (row) => row.document),
  words("Record", (row) => row.kind),
  words("Which", (row) => printableLine(row.key), "prose"),
  words("Why", (row) => printableLine(row.reason), "prose"),
];

export const FAILED_PARTS: readonly Column<FailedPart>[] = [
  words("Where", (row) => `/${printableLine(row.path)}`, "prose"),
  words("Why", (row) => printableLine(row.reason), "prose"),
];
