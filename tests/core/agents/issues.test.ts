import { describe, expect, it } from "vitest";
import { mentions } from "#core/agents/issues.ts";

const of = (over: { title?: string; commit?: string; branch?: string }) =>
  mentions({
    display_title: over.title ?? null,
    head_commit: over.commit === undefined ? null : { message: over.commit, author: null },
    head_branch: over.branch ?? null,
  });

const short = (over: Parameters<typeof of>[0]) =>
  of(over).map((m) => `${m.kind} ${m.number}${m.closes ? " closed" : ""}`);

describe("mentions", () => {
  it.each([
    ["Fixes #12: the menu", ["issue 12 closed"]],
    ["resolve: #7 and closes #8", ["issue 7 closed", "issue 8 closed"]],
    ["Merge pull request #41 from mona/x", ["pull 41"]],
    ["Extract learning from PR #542", ["pull 542"]],
    ["Add the menu (#77)", ["pull 77"]],
    ["Issue 5: the menu; see #6", ["issue 5", "either 6"]],
    ["GH-9 and #10.", ["either 9", "either 10"]],
  ])("finds in the title %j", (title, expected) => {
    expect(short({ title })).toEqual(expected);
  });

  it.each([
    ["claude/issue-12-20261120-1430", ["issue 12"]],
    ["openhands-fix-issue-34", ["issue 34"]],
    ["copilot/fix-56", ["either 56"]],
    ["fix/12-menu", ["either 12"]],
    ["123-add-the-menu", ["issue 123"]],
    ["gh-readonly-queue/main/pr-88-abc", ["pull 88"]],
  ])("finds in the branch %j", (branch, expected) => {
    expect(short({ branch })).toEqual(expected);
  });

  it.each([
    "colour #123abc",
    "colour #fff",
    "octo-org/other#12",
    "&#39;quoted&#39;",
    "step 3 of 12, v1.2.3",
    "#0012",
    "#12345678901",
    "grow by #1.5",
  ])("finds nothing in the title %j", (title) => {
    expect(short({ title })).toEqual([]);
  });

  it.each([
    "main",
    "release/2026-11-20",
    "2026-11-20-menu",
    "v1.2.3",
    "copilot/fix-8e1f0c2a",
    "dependabot/npm/x-1.2.3",
  ])("finds nothing in the branch %j", (branch) => {
    expect(short({ branch })).toEqual([]);
  });

  it("says where it was found, keeps each number once and does not drown in numbers", () => {
    const found = of({ title: "Fix #12", commit: "fix: menu (#12), refs #13", branch: "fix/12" });
    expect(found.map((mention) => mention.evidence)).toEqual(["title “Fix #12”", "commit “#13”"]);
    const many = Array.from({ length: 50 }, (_, index) => `#${index + 1}`).join(" ");
    expect(of({ title: many })).toHaveLength(10);
  });

  it("takes no longer for a hostile title", () => {
    expect(of({ title: "fix ".repeat(50_000) + "#".repeat(50_000) })).toEqual([]);
  });
});
