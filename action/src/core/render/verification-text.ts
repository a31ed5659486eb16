import type { Finding, Verification } from "#core/audit/verification.ts";
import { moment, plural } from "#core/format.ts";
import { cell, painter } from "#core/render/terminal-grid.ts";

type Verified = Verification & { chain: { lines: number; head: string } };

const TITLES: Readonly<Record<Finding["kind"], string>> = {
  removed: "Lines were removed",
  changed: "Lines were changed",
  rewritten: "The history was rewritten",
  merged: "The history is no single line",
  unreadable: "A file could not be read",
};

/** For a terminal: what is wrong first, then what went lawfully, then what to remember. */
export function verificationText(found: Verified, colour: boolean): string {
  const paint = painter(colour);
  const { findings, explained, commits, tip, remembered, chain } = found;
  const wrong = findings.map(({ kind, commit, at, author, path, message }) => {
    const when = at === null ? "" : `, ${moment(at)}`;
    const who = author === null ? "" : `, by ${cell(author, 60)}`;
    return [
      `${paint("red", TITLES[kind])}: ${commit.slice(0, 12)}${when}${who}`,
      `  ${path === null ? "" : `${cell(path, 120)}: `}${cell(message, 300)}`,
    ].join("\n");
  });
  const lawful = explained.map(
    ({ commit, path, what, lines }) =>
      `  ${commit.slice(0, 12)} ${path === "" ? "" : `${cell(path, 120)}, ${plural(lines, "line")}: `}${cell(what, 300)}`,
  );
  return [
    ...wrong,
    ...(lawful.length === 0 ? [] : [["Signed for:", ...lawful].join("\n")]),
    findings.length === 0
      ? paint("green", `Nothing was taken from events/ in ${plural(commits, "commit")}.`)
      : paint("red", `${plural(findings.length, "finding")} in ${plural(commits, "commit")}.`),
    [
      `Tip ${tip ?? "none"}; the history holds ${plural(remembered, "commit")} that earlier syncs began with.`,
      `Chain over ${plural(chain.lines, "line")} of events: ${chain.head}`,
      "Keep the tip where nobody who can push has access, and give it to --since the next time: a history that was",
      "rewritten as a whole shows against what is remembered elsewhere, and against nothing else.",
    ].join("\n"),
  ].join("\n\n");
}
