import { describe, expect, it } from "vitest";
import { greenAttempt, ranOf, whatFixedIt } from "#core/failures/what-fixed-it.ts";
import type { Run } from "#core/records/run.ts";
import { aRunRecord } from "../../builders.ts";

const HOME = { default_branch: "main" };
const FAILED = aRunRecord({
  id: 1,
  conclusion: "failure",
  head_branch: "topic",
  head_sha: "a1",
  created_at: "2026-11-10T10:00:00Z",
});

function fixAmong(runs: readonly Partial<Run>[], failed = FAILED) {
  const greens = runs.flatMap((run) => greenAttempt(aRunRecord(run)) ?? []);
  return whatFixedIt(ranOf(failed), greens, HOME);
}

describe("what fixed a failure", () => {
  it("is the first attempt of the workflow that passed on the branch afterwards", () => {
    const topic = { head_branch: "topic" };
    const fix = fixAmong([
      { ...topic, id: 5, created_at: "2026-11-13T10:00:00Z" },
      {
        ...topic,
        id: 4,
        created_at: "2026-11-12T10:00:00Z",
        head_sha: "b2",
        head_commit: { message: "Pin the parser", author: "Mona" },
        pull_requests: [{ number: 12, source: "run" }],
      },
      { ...topic, id: 2, created_at: "2026-11-09T10:00:00Z" },
      { ...topic, id: 3, created_at: "2026-11-11T10:00:00Z", conclusion: "failure" },
      { ...topic, id: 6, created_at: "2026-11-11T10:00:00Z", workflow_id: 99 },
      { id: 7, created_at: "2026-11-11T10:00:00Z", head_branch: "main" },
    ]);
    expect(fix).toEqual({
      run_id: 4,
      run_attempt: 1,
      run_number: 7,
      at: "2026-11-12T10:00:00Z",
      head_sha: "b2",
      message: "Pin the parser",
      pull_requests: [12],
      branch: "topic",
      same_branch: true,
      same_commit: false,
    });
  });

  it("is the same issue's run, where an issue started both, and says nothing of the commit", () => {
    const told = {
      event: "issue_comment",
      head_branch: "main",
      head_sha: "a1",
      created_at: "2026-11-11T10:00:00Z",
    };
    const failed = aRunRecord({ ...told, id: 1, display_title: "Crash on start", conclusion: "failure" });
    const later = { ...told, created_at: "2026-11-12T10:00:00Z" };
    expect(fixAmong([{ ...later, id: 2, display_title: "Add a flag" }], failed)).toBeNull();
    expect(fixAmong([{ ...later, id: 3, display_title: "Crash on start" }], failed)).toMatchObject({
      run_id: 3,
      same_commit: false,
    });
  });

  it("is no other request by hand, whose inputs nobody knows", () => {
    const asked = {
      event: "workflow_dispatch",
      head_branch: "main",
      workflow_name: "Agent",
      display_title: "Agent",
    };
    const failed = aRunRecord({ ...asked, id: 1, conclusion: "failure", created_at: "2026-11-11T10:00:00Z" });
    expect(fixAmong([{ ...asked, id: 2, created_at: "2026-11-12T10:00:00Z" }], failed)).toBeNull();
  });

  it("is looked for on the default branch when the branch never passed again", () => {
    const fix = fixAmong([
      { id: 3, created_at: "2026-11-11T10:00:00Z", head_branch: "other" },
      { id: 4, created_at: "2026-11-11T10:00:00Z", head_branch: "main", head_repository: "fork/agent-fleet" },
      { id: 5, created_at: "2026-11-12T10:00:00Z", head_branch: "main" },
    ]);
    expect(fix).toMatchObject({ run_id: 5, branch: "main", same_branch: false });
  });

  it("is found across a change of the repository's name, and never in a fork of the old one", () => {
    const before = { head_repository: "octo-org/old-name", head_branch: "main" };
    const failed = aRunRecord({ ...FAILED, ...before, from_fork: false });
    const later = { id: 5, created_at: "2026-11-12T10:00:00Z", head_branch: "main" };
    expect(fixAmong([later], failed)).toMatchObject({ run_id: 5, same_branch: true });
    expect(fixAmong([{ ...later, ...before, from_fork: true }], failed)).toBeNull();
    expect(fixAmong([{ ...later, ...before, from_fork: false }])).toMatchObject({ same_branch: false });
  });

  it("says when the same commit merely passed on another try", () => {
    const again = {
      ...FAILED,
      run_attempt: 2,
      run_started_at: "2026-11-10T11:00:00Z",
      conclusion: "success",
    };
    expect(fixAmong([again])).toMatchObject({ run_id: 1, run_attempt: 2, same_commit: true });
  });

  it("is unknown when nothing passed, or branches are not known", () => {
    expect(fixAmong([])).toBeNull();
    const hidden = { head_branch: null, head_repository: "octo-org/agent-fleet" };
    expect(
      fixAmong([{ ...hidden, id: 5, created_at: "2026-11-12T10:00:00Z" }], { ...FAILED, ...hidden }),
    ).toBeNull();
  });
});
