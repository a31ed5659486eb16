import { describe, expect, it } from "vitest";
import type { CollectedJob } from "#core/telemetry/collected-job.ts";
import { aContext, imported, jsonl, totals } from "../importing.ts";

const ARTIFACT = "agentops-telemetry-1a2b";

const job: CollectedJob = {
  ...{ collected_job: 1, repository: "octo-org/fleet", run_id: 1000, run_attempt: 1, job: "agent" },
  ...{ workflow_sha: null, actor: "octocat", environment: "staging", service_name: "triage" },
  ...{ started_at: "2026-11-20T14:00:00.123Z", ended_at: null, accepted: 3, refused: 0, dropped: 0 },
  redactions: {},
  resources: {
    ...{
      samples: 12,
      steady_growth: true,
      memory_bytes: null,
      disk_used_bytes: null,
      process_cpu_percent: null,
    },
    cpu_percent: { peak: 90, mean: 40, slope: 0.5 },
    process_memory_bytes: { peak: 3e8, mean: 2e8, slope: 1e6 },
  },
};

const claude = (session: string, tokens: number) =>
  jsonl([
    { type: "system", subtype: "init", session_id: session, model: "claude-sonnet-4-6" },
    {
      ...{ type: "result", subtype: "success", session_id: session, total_cost_usd: 0.5, num_turns: 2 },
      modelUsage: { "claude-sonnet-4-6": { inputTokens: tokens, outputTokens: 7, costUSD: 0.5 } },
    },
  ]);

const text = (key: string, stringValue: string) => ({ key, value: { stringValue } });

/** What Claude Code exports of one request, at a minute after 14:00. */
function exported(session: string | null, tokens: number, minute = 1): string {
  const time = `${Date.UTC(2026, 10, 20, 14, minute)}000000`;
  const attributes = [
    ...(session === null ? [] : [text("session.id", session)]),
    text("event.name", "api_request"),
    text("model", "claude-sonnet-4-6"),
    text("input_tokens", String(tokens)),
    text("output_tokens", "9"),
  ];
  const record = { timeUnixNano: time, traceId: "a".repeat(32), attributes };
  const resource = { attributes: [text("service.name", "claude-code")] };
  return `${JSON.stringify({ resourceLogs: [{ resource, scopeLogs: [{ logRecords: [record] }] }] })}\n`;
}

/** The lines that the collect Action makes of what an agent left. */
function collected(files: Record<string, string>, more: object = {}): string {
  return jsonl(imported(files).executions.map((execution) => ({ ...execution, ...more })));
}

describe("the note of a job", () => {
  it("gives the executions of its artifact what they lack", () => {
    const event = (more: object) => ({
      ...{ type: "agent.request.completed", timestamp: "2026-11-20T14:00:05Z", agent_id: "triage" },
      ...more,
    });
    const { executions, problems } = imported({
      [`${ARTIFACT}/agentops-emitted.jsonl`]: jsonl([
        event({ trace_id: "1".repeat(32) }),
        event({ trace_id: "2".repeat(32), environment: "production", user_id: "hubot" }),
      ]),
      [`${ARTIFACT}/agentops-job.json`]: JSON.stringify(job, null, 2),
      "other/events.jsonl": jsonl([event({ trace_id: "3".repeat(32) })]),
    });
    expect(problems).toEqual([]);
    expect(
      executions.map(({ environment, service_name, user_id, resources }) => [
        ...[environment, service_name, user_id, resources?.samples ?? null],
      ]),
    ).toEqual([
      ["staging", "triage", "octocat", 12],
      ["production", "triage", "hubot", 12],
      [null, null, null, null],
    ]);
  });

  it.each([
    ["another run", { run_id: 1001 }],
    ["another attempt", { run_attempt: 2 }],
    ["broken numbers", { resources: { ...job.resources, samples: -1 } }],
    ["a time that is none", { started_at: "yesterday" }],
  ])("of %s is refused", (_, more) => {
    const path = `${ARTIFACT}/agentops-job.json`;
    const { executions, problems } = imported({
      [path]: JSON.stringify({ ...job, ...more }),
      [`${ARTIFACT}/agentops-otlp.jsonl`]: exported("s1", 10),
    });
    expect(problems).toMatchObject([{ file: path }]);
    expect(executions).toMatchObject([{ resources: null, environment: null }]);
  });

  it("is not believed about who it was against GitHub's own word, and keeps no secret", () => {
    const secret = "ghp_0123456789abcdefghijABCDEFGHIJ012345";
    const note = JSON.stringify({ ...job, actor: "mallory", environment: `prod ${secret}` });
    const context = aContext();
    const { executions } = imported(
      { [`${ARTIFACT}/agentops-otlp.jsonl`]: exported("s1", 10), [`${ARTIFACT}/agentops-job.json`]: note },
      { ...context, run: { ...context.run, actor: "octocat" } },
    );
    expect(executions).toMatchObject([{ user_id: null, environment: "prod [redacted:github_token]" }]);
  });

  it("longer than any note is refused", () => {
    const { problems } = imported({ [`${ARTIFACT}/agentops-job.json`]: `{"a":"${"x".repeat(100_000)}"}` });
    expect(problems).toMatchObject([{ message: "It is too long for a note." }]);
  });
});

describe("what was read on the runner", () => {
  const path = `${ARTIFACT}/agentops-executions.jsonl`;

  it("comes out as the agent's own files told it", () => {
    const files = { "a/claude-execution-output.json": claude("s1", 1200) };
    const [direct] = imported(files).executions;
    const { executions, problems } = imported({ [path]: collected(files) });
    expect(problems).toEqual([]);
    const source = { importer: "collected-executions", version: 2, rank: 100, file: path };
    const told_id = direct?.execution_id ?? "";
    const execution_id = expect.stringMatching(/^[0-9a-f]{32}$/);
    expect(executions).toEqual([{ ...direct, source, told_id, execution_id }]);
    expect(executions[0]?.execution_id).not.toBe(told_id);
  });

  it("counts once beside the agent's export of the same session and its uploaded files", () => {
    const files = { "a/claude-execution-output.json": claude("s1", 1200) };
    const telling = imported({
      ...files,
      [path]: collected(files),
      [`${ARTIFACT}/agentops-otlp.jsonl`]: exported("s1", 1100) + exported("s2", 300),
    });
    expect(telling.executions.map(({ session_id, source }) => [session_id, source.importer])).toEqual([
      ["s1", "collected-executions"],
      ["s2", "otlp"],
    ]);
    expect(totals(telling).prompt).toBe(1500);
  });

  it("counts once without a session where agent, artifact and time are the same", () => {
    const files = { "a/claude-execution-output.json": claude("s1", 1200) };
    const at = (minute: number) => ({
      started_at: `2026-11-20T14:0${minute}:00Z`,
      completed_at: `2026-11-20T14:0${minute}:59Z`,
    });
    const tell = (minute: number, artifact: string) =>
      imported({
        [path]: collected(files, at(1)),
        [`${artifact}/agentops-otlp.jsonl`]: exported(null, 1100, minute),
      }).executions.length;
    expect([tell(1, ARTIFACT), tell(5, ARTIFACT), tell(1, "agentops-telemetry-other")]).toEqual([1, 2, 2]);
  });

  it("does not lose tokens that only the export tells", () => {
    const files = { "a/claude-execution-output.json": claude("s1", 1200) };
    const telling = imported({
      [path]: collected(files, { usage: [] }),
      [`${ARTIFACT}/agentops-otlp.jsonl`]: exported("s1", 1100),
    });
    expect(totals(telling).prompt).toBe(1100);
  });

  it.each([
    ["another run", { run_id: 7 }, "another run"],
    ["a negative price", { usage: [{ reported_cost_usd: -1 }] }, "usage.0"],
    ["a field of its own", { note: "x" }, "no execution"],
  ])("is refused line by line: %s", (_, more, message) => {
    const files = { "a/claude-execution-output.json": claude("s1", 1200) };
    const { executions, problems } = imported({ [path]: `${collected(files, more)}{"half` });
    expect(executions).toEqual([]);
    expect(problems).toMatchObject([{ file: path, line: 1 }, { line: 2 }]);
    expect(problems[0]?.message).toContain(message);
  });

  it("is cleaned like every text of strangers", () => {
    const files = { "a/claude-execution-output.json": claude("s1", 1200) };
    const secret = "ghp_0123456789abcdefghijABCDEFGHIJ012345";
    const { executions } = imported({
      [path]: collected(files, {
        error_message: `push with ${secret}\n::error::x`,
        agent_name: secret,
        trace_id: "<script>",
        user_id: "me@example.com",
        query_preview: "what the user said",
        redactions: { github_token: 1, "<b>": 2 },
      }),
    });
    expect(executions).toMatchObject([
      {
        error_message: "push with [redacted:github_token] ::error::x",
        agent_name: "[redacted:github_token]",
        ...{ trace_id: null, user_id: null, query_preview: null },
        redactions: { github_token: 3, email: 1 },
      },
    ]);
  });
});
