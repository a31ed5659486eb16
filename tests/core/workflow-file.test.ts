import { describe, expect, it } from "vitest";
import { cronsOf, permissionsOf, workflowPath } from "#core/workflow-file.ts";

describe("a workflow file", () => {
  it("tells its cron lines", () => {
    expect(cronsOf("on:\n  schedule:\n    - cron: '17 */2 * * *'\n    - cron: '5 4 * * 1'\n")).toEqual([
      "17 */2 * * *",
      "5 4 * * 1",
    ]);
  });

  it.each(["on: push", "on: [push, pull_request]", "", "on: {schedule: soon}", "{", "- a list"])(
    "has none where there is none to read: %s",
    (text) => {
      expect(cronsOf(text)).toEqual([]);
    },
  );

  it("gives a job its own permissions, else the workflow's", () => {
    const text =
      "permissions: {contents: read}\njobs:\n  a: {permissions: {pages: write}}\n  b: {runs-on: x}\n";
    expect(permissionsOf(text, "a")).toEqual({ pages: "write" });
    expect(permissionsOf(text, "b")).toEqual({ contents: "read" });
    expect(permissionsOf("jobs:\n  a: {permissions: write-all}\n", "a")).toBeNull();
  });

  it("lies where GitHub looks when only its name is given", () => {
    expect(workflowPath("sync.yml")).toBe(".github/workflows/sync.yml");
    expect(workflowPath(".github/workflows/sync.yml")).toBe(".github/workflows/sync.yml");
    expect(workflowPath(undefined)).toBeNull();
  });
});
