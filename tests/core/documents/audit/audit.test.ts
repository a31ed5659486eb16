import { describe, expect, it } from "vitest";
import { attemptReader } from "#core/attempts/attempt.ts";
import { Config } from "#core/config.ts";
import { auditFold } from "#core/documents/audit/audit.ts";
import { NO_EVENTS } from "#core/documents/events/reported-events.ts";
import type { StoredEvent } from "#core/records/event.ts";
import type { Execution } from "#core/records/execution.ts";
import type { Pull } from "#core/records/pull.ts";
import type { Run } from "#core/records/run.ts";
import {
  aJobRecord,
  anEvent,
  anExecution,
  aPullRecord,
  aReading,
  aRunRecord,
  aToolCall,
} from "../../../builders.ts";
import { aContext } from "../contexts.ts";

type Reported = { run?: Partial<Run>; execution?: Partial<Execution> };

function made(
  reported: readonly Reported[],
  { pulls = [], events = [], config = {} }: { pulls?: Pull[]; events?: StoredEvent[]; config?: object } = {},
) {
  const context = aContext({ config: Config.parse(config) });
  const read = attemptReader(context);
  const fold = auditFold({
    ...{ context, journal: [], sizes: [], cron: null, buildId: "b", pulls },
    events: { ...NO_EVENTS, custom: { list: events, left_out: 0 } },
  });
  for (const [index, { run, execution }] of reported.entries()) {
    const id = run?.id ?? 100 + index;
    const record = aRunRecord({ id, workflow_file: ".github/workflows/claude.yml", ...run });
    const executions =
      execution === undefined
        ? []
        : [anExecution({ run_id: id, execution_id: id.toString(16).padStart(16, "0"), ...execution })];
    const reading = aReading({ run_id: id, redactions: { github_token: 2 } });
    fold.add(read(record, { reading, executions }));
  }
  return fold.finish();
}

describe("the audit", () => {
  it("tells who ran what, in which light, and newest first", () => {
    const { works } = made([
      { execution: { model: "claude-sonnet-4-5", workflow_version: "abc", prompt_version: null } },
      { run: { created_at: "2026-11-20T11:00:00Z", triggering_actor: "ada" }, execution: { trust: "log" } },
    ]);
    expect(works.rows).toMatchObject([
      { user: "ada", trust: "log", at: "2026-11-20T11:00:00Z" },
      {
        ...{ user: "mona", agent: "Claude", event: "push", branch: "main", model: "claude-sonnet-4-5" },
        ...{ workflow_version: "abc", prompt_version: null, status: "success", trust: "own" },
      },
    ]);
  });

  it("lists what was sensitive by tool, outcome and branch, and nothing that an ordinary call did", () => {
    const tools = [
      aToolCall({ input: "git push origin main", status: "denied" }),
      aToolCall({ input: "git push origin main" }),
      aToolCall({ input: "ls" }),
      aToolCall({ name: "create_release", calls: 2 }),
    ];
    const actions = [
      { type: "create_release", count: 2 },
      { type: "update_release", count: 1 },
    ];
    const { actions: found, commands_known } = made([{ execution: { tools, actions } }]);
    expect(found.rows).toMatchObject([
      { kind: "push", what: "Bash", times: 2, failed: 1, default_branch: true },
      { kind: "release", what: "create_release", told_by: "tool", times: 2 },
      { kind: "release", what: "update_release", told_by: "action", times: 1 },
    ]);
    expect(commands_known).toBe(false);
  });

  it("lists deployments that were told, and agents' pull requests that nobody had approved", () => {
    const run = { id: 1000, pull_requests: [{ number: 5, source: "run" as const }] };
    const merged = { state: "merged" as const, merged_at: "2026-11-20T11:30:00Z", author: "claude[bot]" };
    const unread = { approved: 0, changes_requested: 0, commented: 1 };
    const { actions } = made([{ run, execution: {} }], {
      events: [anEvent({ run_id: 1000 })],
      pulls: [
        aPullRecord({ number: 5, ...merged, reviews: unread }),
        aPullRecord({ number: 6, ...merged, reviews: unread }), // of no run that is stored
      ],
    });
    expect(actions.rows).toMatchObject([
      { kind: "merge without review", what: "#5", agent: "Claude", at: "2026-11-20T11:30:00Z" },
      { kind: "deployment", what: "custom.deployed", told_by: "event" },
    ]);
  });

  it("measures waits for approval against the limit, where one is set and the wait is known", () => {
    const waited = (approval_seconds: number | null) => ({
      run: { jobs: [aJobRecord({ name: "production", approval_seconds })] },
    });
    const pending = { run: { status: "waiting", conclusion: null, jobs: null } };
    const reported = [waited(7300), waited(60), waited(0), waited(null), pending];
    expect(made(reported, { config: { approvals: { "sla-minutes": 60 } } })).toMatchObject({
      approvals: {
        rows: [
          { state: "waiting", seconds: 7200, over: true },
          { seconds: 60, over: false, job: "production" },
          { seconds: 7300, over: true },
        ],
      },
      ...{ over: 2, sla_minutes: 60, waits: { n: 2, p50: 60 } },
    });
    expect(made(reported)).toMatchObject({ over: null, approvals: { rows: [{ over: null }, {}, {}] } });
  });

  it("counts hosts once, by workflow, and what was redacted where", () => {
    const external = { host: "api.example", status_code: 200, duration_ms: 1 };
    const decision = { policy_id: "firewall:1", tool: "api.example", reason: null };
    const reported = {
      tools: [aToolCall({ external }), aToolCall({ external: { ...external, host: "other.example" } })],
      decisions: [
        { ...decision, result: "allow", count: 3 },
        { ...decision, result: "block", count: 1 },
      ],
      redactions: { email: 4 },
    };
    const { egress, redactions } = made([{ execution: reported }]);
    expect(egress.rows).toMatchObject([
      { host: "api.example", allowed: 3, blocked: 1, agents: ["Claude"], workflow: "CI" },
      { host: "other.example", allowed: 1, blocked: 0 },
    ]);
    expect(redactions).toEqual([
      { kind: "email", telemetry: 4, logs: 0 },
      { kind: "github_token", telemetry: 0, logs: 2 },
    ]);
  });

  it("leaves out what forks' runs did, and our own syncs", () => {
    const fork = { head_repository: "stranger/fork", from_fork: true };
    const { works, actions } = made([
      { run: fork, execution: { tools: [aToolCall({ input: "git push" })] } },
    ]);
    expect([works.rows, actions.rows]).toEqual([[], []]);
  });
});
