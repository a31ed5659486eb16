import { describe, expect, it } from "vitest";
import type { AgentResult } from "#core/records/analysis.ts";
import { FileImport } from "#core/telemetry/import-files.ts";
import type { Importer } from "#core/telemetry/importer.ts";
import { jobLogExecutions } from "#core/telemetry/importers/job-log.ts";
import { withoutReportedTwice } from "#core/telemetry/reported-twice.ts";
import { aContext, imported, jsonl } from "./importing.ts";

const printed: AgentResult = {
  agent: "Claude",
  model: "claude-sonnet-4-5",
  cost_usd: 0.0321,
  turns: 3,
  duration_ms: 90_000,
  tokens_total: null,
  permission_denials: 2,
  is_error: false,
};
const codex: AgentResult = {
  ...printed,
  agent: "Codex",
  cost_usd: null,
  tokens_total: 12_345,
  permission_denials: null,
  is_error: true,
};
const sdk = jsonl([
  { type: "system", subtype: "init", session_id: "s" },
  { type: "result", subtype: "success", session_id: "s", total_cost_usd: 1 },
]);

describe("importing files", () => {
  it("leaves out what no importer knows, without a word", () => {
    expect(
      imported({ "a/report.xml": "<a/>", "b/empty.json": "", "c/data.json": '{"hello": [1, 2]}' }),
    ).toEqual({
      executions: [],
      events: [],
      problems: [],
    });
  });

  it("reads a file behind a byte order mark", () => {
    expect(imported({ "a/out.json": `\uFEFF${sdk}` }).executions).toHaveLength(1);
  });

  it("makes problems of what an importer throws, and goes on with the other files", () => {
    const broken: Importer = {
      ...{ name: "broken", version: 1, rank: 1, accepts: (path) => path.startsWith("x/") },
      open: () => ({
        file: () => ({
          push() {
            throw new Error("no such thing");
          },
          end() {},
        }),
        finish() {
          throw new Error("nor this");
        },
      }),
    };
    const importing = new FileImport(aContext(), [broken]);
    for (const path of ["x/1.json", "y/2.json"]) {
      const sink = importing.file(path);
      sink.push("{}");
      sink.end();
    }
    expect(importing.finish()).toEqual({
      executions: [],
      events: [],
      problems: [
        { file: "x/1.json", line: null, message: "It could not be read: no such thing" },
        { file: "broken", line: null, message: "It could not be read: nor this" },
      ],
    });
  });

  it("survives a line of a hundred megabytes", () => {
    const importing = new FileImport(aContext());
    const sink = importing.file("sessions/5c1d.jsonl");
    sink.push('{"parentUuid":null,"type":"user","message":{"content":"');
    const megabyte = "x".repeat(1024 * 1024);
    for (let sent = 0; sent < 100; sent++) sink.push(megabyte);
    sink.push('"}}\n');
    sink.end();
    expect(importing.finish()).toMatchObject({
      executions: [],
      problems: [{ file: "sessions/5c1d.jsonl", line: 1 }],
    });
  });
});

describe("what agents printed into their jobs' logs", () => {
  it("is the least of tellings: what was not printed is not known", () => {
    expect(jobLogExecutions(aContext({ jobId: 7 }), [printed, codex])).toMatchObject([
      {
        agent_id: "claude-code",
        job_id: 7,
        status: "success",
        turns: 3,
        usage: [
          { provider: "anthropic", prompt: null, completion: null, total: null, reported_cost_usd: 0.0321 },
        ],
        usage_approximate: false,
        decisions: [{ result: "block", count: 2 }],
        source: { importer: "job-log", rank: 10 },
      },
      {
        agent_id: "codex",
        status: "failure",
        usage: [{ prompt: null, total: 12_345 }],
        usage_approximate: true,
      },
    ]);
  });

  it("is dropped where the attempt's files tell of the same agent, or of a gh-aw workflow", () => {
    const logs = jobLogExecutions(aContext(), [printed, codex]);
    const { executions } = imported({ "a/out.json": sdk });
    const names = (all: typeof logs) =>
      withoutReportedTwice(all).map(({ agent_id, source }) => [agent_id, source.importer]);
    expect(names([...logs, ...executions])).toEqual([
      ["codex", "job-log"],
      ["claude-code", "claude-execution"],
    ]);
    const aw = executions.map((execution) => ({ ...execution, agent_id: "gh-aw:claude" }));
    expect(names([...logs, ...aw])).toEqual([["gh-aw:claude", "claude-execution"]]);
    const otherAttempt = executions.map((execution) => ({ ...execution, run_attempt: 2 }));
    expect(names([...logs, ...otherAttempt])).toHaveLength(3);
  });
});
