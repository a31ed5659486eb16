import { plural } from "#core/format.ts";
import type { ForgetReport, ToForget } from "#core/records/forget.ts";
import { type Column, figure, words } from "#core/render/columns/column.ts";
import { cell, columnGrid, painter } from "#core/render/terminal-grid.ts";

const MOST_FILES = 3;

const FORGOTTEN: readonly Column<ForgetReport["kinds"][number]>[] = [
  words("Records", ({ kind }) => kind),
  figure("Removed", ({ removed }) => removed),
  figure("Changed", ({ changed }) => changed),
  words("Files", ({ files }) => {
    const more = files.length > MOST_FILES ? `, and ${files.length - MOST_FILES} more` : "";
    return `${files.slice(0, MOST_FILES).join(", ")}${more}`;
  }),
];

/** What would go, kind by kind. */
export function planText(what: ToForget, { kinds, unreadable }: ForgetReport, withHistory: boolean): string {
  return [
    `To forget: ${nameOf(what)}`,
    kinds.length === 0
      ? "No record of today names it."
      : columnGrid(FORGOTTEN, kinds, { paint: painter(false) }),
    what.kind === "run"
      ? "Its figures go too: sums and counts of its days become smaller."
      : "Rows and figures stay, counted to nobody; titles, branches and texts of what the person did go, and the name in texts of others.",
    withHistory
      ? "The history of the data branch is replaced by one commit."
      : "Older commits of the data branch still hold it: --history replaces them.",
    ...(unreadable === 0
      ? []
      : [
          `${plural(unreadable, "record")} cannot be read and may name it: mend or delete those lines (Data health).`,
        ]),
  ].join("\n");
}

/** What no command of ours reaches. */
export function outsideText(what: ToForget, withHistory: boolean): string {
  return [
    "Not reached by this, and yours to do:",
    what.kind === "run"
      ? `  - GitHub has the run, its logs and artifacts still: gh run delete ${what.run}`
      : "  - GitHub has the runs, comments and issues of the account still.",
    "  - Comments and issues that AgentOps wrote, files that were exported, and messages to webhooks.",
    "  - The dashboard shows it until it is rendered again: run the sync's workflow.",
    ...(withHistory
      ? [
          "  - GitHub keeps commits that no branch holds for a while, and clones and forks keep them for good: ask GitHub Support to collect them.",
          "  - A rule that forbids force-pushes on the data branch must be lifted for it.",
        ]
      : []),
  ].join("\n");
}

/** @param former the last commit of the history that was replaced; null: it was not */
export function doneText(what: ToForget, { kinds }: ForgetReport, former: string | null): string {
  const [removed, changed] = [sum(kinds, "removed"), sum(kinds, "changed")];
  const history = former === null ? "" : ` The history up to ${former} is replaced.`;
  return `Forgotten: ${nameOf(what)}: ${plural(removed, "record")} removed, ${changed} changed. It is not fetched or stored again.${history}`;
}

function nameOf(what: ToForget): string {
  return what.kind === "run" ? `run ${what.run}` : cell(what.login, 60);
}

function sum(kinds: ForgetReport["kinds"], field: "removed" | "changed"): number {
  return kinds.reduce((all, kind) => all + kind[field], 0);
}
