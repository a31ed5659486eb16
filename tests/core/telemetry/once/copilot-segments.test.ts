import { describe, expect, it } from "vitest";
import { imported, jsonl, totals } from "../importing.ts";

const SESSION = "7c2b4d2f-0000-4000-8000-00000000000a";
const FILE = `s/${SESSION}/events.jsonl`;

function event(type: string, seconds: number, data: object, ephemeral = false) {
  const timestamp = new Date(Date.UTC(2026, 10, 20, 14, 0, seconds)).toISOString();
  return { type, data, id: `${type}@${seconds}`, timestamp, parentId: null, ...(ephemeral && { ephemeral }) };
}
const begin = (seconds: number, type = "session.start") =>
  event(type, seconds, { sessionId: SESSION, copilotVersion: "1.0.78", selectedModel: "gpt-5.2" });
const request = (seconds: number, input: number, output: number, nano: number) =>
  event(
    "assistant.usage",
    seconds,
    { model: "gpt-5.2", inputTokens: input, outputTokens: output, copilotUsage: { totalNanoAiu: nano } },
    true,
  );
const shutdown = (seconds: number, input: number, output: number, nano: number) =>
  event("session.shutdown", seconds, {
    ...{ shutdownType: "routine", totalPremiumRequests: 1, totalNanoAiu: nano, totalApiDurationMs: 1_000 },
    modelMetrics: {
      "gpt-5.2": { requests: { count: 1 }, usage: { inputTokens: input, outputTokens: output } },
    },
  });
const said = (seconds: number) => event("user.message", seconds, { content: "go" });
function used(files: Record<string, readonly object[]>) {
  const reported = imported(
    Object.fromEntries(Object.entries(files).map(([path, lines]) => [path, jsonl(lines)])),
  );
  const rows = reported.executions.flatMap(({ usage }) => usage);
  const sum = (of: (row: (typeof rows)[number]) => number | null) =>
    rows.reduce((all, row) => all + (of(row) ?? 0), 0);
  const { prompt, completion } = totals(reported);
  const credits = sum((row) => row.reported_ai_credits);
  return {
    executions: reported.executions.length,
    ...{ prompt, completion, credits, premium: sum((row) => row.reported_premium_requests) },
    ms: reported.executions[0]?.llm_time_ms,
  };
}

describe("a session of Copilot that was resumed", () => {
  const first = [begin(0), said(1), shutdown(9, 1_000, 40, 2e9)];
  const second = [begin(20, "session.resume"), said(21), shutdown(29, 700, 30, 3e9)];
  const both = { executions: 1, prompt: 1_700, completion: 70, credits: 5, premium: 2, ms: 2_000 };

  it("adds up what each of its processes told when it shut down", () => {
    expect(used({ [FILE]: [...first, ...second] })).toEqual(both);
  });

  it("is one where a copy was taken before it went on", () => {
    expect(used({ [`a/${FILE}`]: first, [`b/${FILE}`]: [...first, ...second] })).toEqual(both);
    expect(used({ [`b/${FILE}`]: [...first, ...second], [`a/${FILE}`]: first })).toEqual(both);
  });

  it("takes the requests of a process that was killed, and of no other", () => {
    const killed = [
      begin(10, "session.resume"),
      request(11, 300, 5, 1e9),
      event("session.usage_checkpoint", 12, { totalNanoAiu: 1e9, totalPremiumRequests: 1 }),
    ];
    expect(used({ [FILE]: [...first, ...killed, ...second] })).toMatchObject({
      ...{ prompt: 2_000, completion: 75, credits: 6, premium: 3 },
    });
  });

  it("is the same with what it printed, whichever is read first", () => {
    const printed = [begin(0), said(1), request(5, 1_000, 40, 2e9)];
    const files = [
      [FILE, [...first, ...second]],
      [`out/${SESSION}/events.jsonl`, printed],
    ] as const;
    expect(used(Object.fromEntries(files))).toEqual(both);
    expect(used(Object.fromEntries([...files].reverse()))).toEqual(both);
  });
});
