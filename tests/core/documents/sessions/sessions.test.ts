import { describe, expect, it } from "vitest";
import { readAttempt } from "#core/attempts/attempt.ts";
import { sessionsFold } from "#core/documents/sessions/sessions.ts";
import type { Execution } from "#core/records/execution.ts";
import type { Run } from "#core/records/run.ts";
import { anExecution, aRunRecord } from "../../../builders.ts";
import { aContext } from "../contexts.ts";

const COPILOT = { workflow_file: "dynamic/copilot-swe-agent/copilot", workflow_name: "Copilot" };
const CODEX = { workflow_file: ".github/workflows/codex-review.yml", event: "pull_request" };
const CLAUDE = { workflow_file: ".github/workflows/claude.yml", workflow_name: "Claude" };

function sessions(...attempts: [Partial<Run>, ...Partial<Execution>[]][]) {
  const fold = sessionsFold(aContext());
  for (const [n, [over, ...reported]] of attempts.entries()) {
    const run = aRunRecord({ id: n + 1, ...over });
    const executions = reported.map((execution, index) =>
      anExecution({
        execution_id: `${n}${index}`.padStart(16, "0"),
        run_id: run.id,
        session_id: null,
        ...execution,
      }),
    );
    const { invocations } = readAttempt(run, { reading: null, executions }, aContext());
    for (const invocation of invocations) fold.add(invocation, invocations);
  }
  return fold.finish(new Set()).list;
}

const named = ({ sessions: list }: ReturnType<typeof sessions>) =>
  list.map(({ kind, number, session_id, figures, own_sessions }) => [
    ...[kind, number ?? session_id, figures.executions, figures.children, own_sessions],
  ]);

describe("a session", () => {
  const pull_requests = [{ number: 30, source: "run" as const }];

  it("is the pull request that Copilot made and Codex reviewed, with the agents' own sessions inside", () => {
    const list = sessions(
      [
        { ...COPILOT, pull_requests },
        { session_id: "a", item: { kind: "issue", number: 12 } },
      ],
      [
        { ...CODEX, pull_requests },
        { agent_id: "codex", session_id: "b" },
      ],
      [
        { ...CODEX, pull_requests },
        { agent_id: "codex", session_id: "c" },
      ],
    );
    expect(named(list)).toEqual([["pull_request", 30, 3, 0, 3]]);
    expect(list.sessions[0]?.agents).toEqual(["Codex", "Copilot coding agent"]);
  });

  it("is the issue that telemetry tells, else the one whose event started the run, by its title", () => {
    const asked = { ...CLAUDE, event: "issue_comment", display_title: "Parser is slow", head_branch: "main" };
    const list = sessions(
      [asked, { session_id: "a" }],
      [asked, { session_id: "b" }],
      [{ ...asked, event: "issues", display_title: "Another" }, { session_id: "c" }],
      [asked, { item: { kind: "issue", number: 7 } }],
    );
    expect(
      named(list)
        .map(([kind, number, executions]) => `${kind} ${number} ${executions}`)
        .sort(),
    ).toEqual(["issue 7 1", "issue null 1", "issue null 2"]);
  });

  it("holds an agent's own session that goes on without saying what it is about", () => {
    const list = sessions(
      [CLAUDE, { session_id: "a", item: { kind: "issue", number: 5 } }],
      [CLAUDE, { session_id: "a" }],
    );
    expect(named(list)).toEqual([["issue", 5, 2, 0, 1]]);
  });

  it("is the agent's own where it works on nothing in particular, with what it started rolled up", () => {
    const [parent] = ["0".repeat(16)];
    const list = sessions(
      [CLAUDE, { session_id: "week" }, { session_id: "inner", parent_execution_id: parent ?? null }],
      [CLAUDE, { session_id: "week" }],
      [CLAUDE, { session_id: null }],
    );
    expect(named(list)).toEqual([["session", "week", 2, 1, 1]]);
    expect(list.unlinked).toBe(1);
  });
});
