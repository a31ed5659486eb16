import { describe, expect, it } from "vitest";
import { RULES } from "#core/inventory/rules/table.ts";
import { CASES } from "./cases.ts";
import { FILE, inspected, pointedAt } from "./inspected.ts";

describe("the rules", () => {
  it("are each broken and kept once below", () => {
    expect(CASES.map(({ rule }) => rule).sort()).toEqual(RULES.map(({ id }) => id).sort());
  });

  it.each(CASES)("$rule is found where it is broken", ({ rule, level, at, bad, files, known }) => {
    const all: Record<string, string> = { ...(bad !== "" && { [FILE]: bad }), ...files };
    const { findings, agents } = inspected(all, known);
    expect(agents).not.toEqual([]);
    const found = findings.filter((finding) => finding.rule === rule);
    expect(found.map((finding) => finding.level)).toEqual([level]);
    expect(found.map((finding) => pointedAt(all[finding.path] ?? "", finding))).toEqual([at]);
  });

  it.each(CASES)("$rule is not found where it is kept", ({ rule, good, goodFiles, known }) => {
    const { findings, agents } = inspected({ ...(good !== "" && { [FILE]: good }), ...goodFiles }, known);
    expect(agents).not.toEqual([]);
    expect(findings.filter((finding) => finding.rule === rule)).toEqual([]);
  });

  it.each(RULES)("$id says what is wrong, why, and what to do", ({ title, help, fix }) => {
    for (const text of [title, help, fix]) expect(text).toMatch(/^["`A-Z].{15,}/);
    expect(`${help} ${fix}`.length).toBeLessThanOrEqual(1024);
  });
});
