import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as zlib from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { agentFiles } from "#io/collect/agent-files.ts";
import { readAgentFiles } from "#io/collect/read-agent-files.ts";
import { aContext, jsonl } from "../../core/telemetry/importing.ts";

const LONG_AGO = new Date("2020-01-01T00:00:00Z");
const SINCE = Date.parse("2026-01-01T00:00:00Z");
const THREAD = "0199a213-81c0-7800-8aa1-bbab2a035a53";

/** A runner: a home, a temporary folder and a workspace, with the given files below them. */
function aRunner(files: Record<string, string | Buffer>, env: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "agent-files-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const environment = { RUNNER_TEMP: join(folder, "temp"), GITHUB_WORKSPACE: join(folder, "work"), ...env };
  const find = () => agentFiles(environment, join(folder, "home"), SINCE);
  return { folder, find, labels: async () => (await find()).map(({ label }) => label) };
}

const usage = (input_tokens: number) => ({
  ...{ input_tokens, cached_input_tokens: 0, output_tokens: 5, reasoning_output_tokens: 0 },
  total_tokens: input_tokens + 5,
});
const rollout = jsonl([
  { timestamp: "2026-11-20T14:00:01Z", type: "session_meta", payload: { id: THREAD, cli_version: "0.60.0" } },
  { timestamp: "2026-11-20T14:00:02Z", type: "turn_context", payload: { model: "gpt-5-codex" } },
  {
    ...{ timestamp: "2026-11-20T14:00:09Z", type: "event_msg" },
    payload: { type: "token_count", info: { total_token_usage: usage(40), last_token_usage: usage(40) } },
  },
]);
const claude = (session: string) =>
  jsonl([
    {
      ...{ parentUuid: null, isSidechain: false, sessionId: session, type: "assistant", requestId: "r1" },
      ...{ timestamp: "2026-11-20T14:00:05Z", version: "2.1.0", uuid: "u1" },
      message: {
        ...{ id: "m1", role: "assistant", model: "claude-sonnet-4-6", stop_reason: "end_turn", content: [] },
        usage: { input_tokens: 30, output_tokens: 3 },
      },
    },
  ]);
const gemini = JSON.stringify({
  ...{ sessionId: "g1", projectHash: "p", startTime: "2026-11-20T14:00:00Z" },
  lastUpdated: "2026-11-20T14:00:09Z",
  messages: [
    {
      ...{ id: "1", timestamp: "2026-11-20T14:00:03Z", type: "gemini", content: "", model: "gemini-2.5-pro" },
      tokens: { input: 50, output: 6, cached: 0, thoughts: 0, tool: 0, total: 56 },
    },
  ],
});
const copilot = jsonl([
  {
    ...{ type: "session.start", id: "1", parentId: null, timestamp: "2026-11-20T14:00:00Z" },
    data: {
      sessionId: "c1",
      copilotVersion: "1.0.64",
      selectedModel: "gpt-5",
      startTime: "2026-11-20T14:00:00Z",
    },
  },
  {
    ...{ type: "assistant.message", id: "2", parentId: "1", timestamp: "2026-11-20T14:00:02Z" },
    data: { messageId: "m", model: "gpt-5", content: "", toolRequests: [], outputTokens: 7 },
  },
]);

describe("what agents left on a runner", () => {
  it("is found where each keeps it, and tells an execution of each", async () => {
    const { find } = aRunner({
      "home/.claude/projects/-home-runner-work/s1.jsonl": claude("s1"),
      [`home/.codex/sessions/2026/11/20/rollout-2026-11-20T14-00-00-${THREAD}.jsonl`]: rollout,
      "home/.gemini/tmp/p/chats/session-2026-11-20T14-00-g1.json": gemini,
      "home/.copilot/session-state/c1/events.jsonl": copilot,
      "temp/claude-execution-output.json": JSON.stringify([
        { type: "system", subtype: "init", session_id: "s2", model: "claude-sonnet-4-6" },
        { type: "result", subtype: "success", session_id: "s2", total_cost_usd: 0.1 },
      ]),
      "home/.claude/settings.json": "{}",
      "home/.copilot/session-state/c1/plan.md": "a plan",
      "work/other.log": "words",
    });
    const files = await find();
    const { executions, problems } = await readAgentFiles(files, aContext());
    expect(problems).toEqual([]);
    expect(executions.map(({ agent_id, session_id }) => [agent_id, session_id]).toSorted()).toEqual([
      ...[
        ["claude-code", "s1"],
        ["claude-code", "s2"],
        ["codex", THREAD],
      ],
      ...[
        ["gemini-cli", "g1"],
        ["github-copilot-cli", "c1"],
      ],
    ]);
  });

  it("is looked for where the agents were told to keep it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "agent-homes-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    mkdirSync(join(folder, "sessions"));
    writeFileSync(join(folder, "sessions/rollout-2026-11-20T14-00-00-x.jsonl"), rollout);
    expect(await aRunner({}, { CODEX_HOME: folder }).labels()).toEqual([
      "sessions/rollout-2026-11-20T14-00-00-x.jsonl",
    ]);
  });

  it("is none of an earlier job's, and no link", async () => {
    const name = "home/.claude/projects/p/old.jsonl";
    const { folder, labels } = aRunner({ [name]: claude("old"), "secret.jsonl": claude("secret") });
    utimesSync(join(folder, name), LONG_AGO, LONG_AGO);
    symlinkSync(join(folder, "secret.jsonl"), join(folder, "home/.claude/projects/p/link.jsonl"));
    expect(await labels()).toEqual([]);
  });

  it.runIf("zstdCompressSync" in zlib)("is read from packed rollouts; broken ones are named", async () => {
    const at = "home/.codex/sessions";
    const { find } = aRunner({
      [`${at}/rollout-1.jsonl.zst`]: zlib.zstdCompressSync(rollout),
      [`${at}/rollout-2.jsonl.zst`]: "no such thing",
    });
    const { executions, problems } = await readAgentFiles(await find(), aContext());
    expect(executions).toMatchObject([{ agent_id: "codex", session_id: THREAD, usage: [{ prompt: 40 }] }]);
    expect(problems).toMatchObject([{ file: "sessions/rollout-2.jsonl.zst" }]);
  });

  it("is nothing on a machine without agents", async () => {
    expect(await aRunner({}).labels()).toEqual([]);
  });
});
