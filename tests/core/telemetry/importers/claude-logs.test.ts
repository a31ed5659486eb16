import { describe, expect, it } from "vitest";
import type { Previews } from "#core/records/previews.ts";
import { scrub } from "#core/telemetry/otlp/scrub.ts";
import { logs } from "../exporting.ts";
import { aContext, imported } from "../importing.ts";

const SECRET = "ghp_0123456789abcdefghijABCDEFGHIJ012345";
const of = { "session.id": "c-1", model: "claude-sonnet-4-5" };
const request = (at: number, request_id: string) => ({
  ...{ name: "api_request", at },
  attributes: { ...of, request_id, input_tokens: 10, output_tokens: 5, duration_ms: 700 },
});
const answer = (at: number, request_id: string | null, response: string) => ({
  ...{ name: "assistant_response", at },
  attributes: { ...of, response, response_length: response.length, ...(request_id && { request_id }) },
});
/** With the switches for prompts, answers and tools on. */
const reported = logs(
  "claude-code",
  { name: "user_prompt", at: 0, attributes: { ...of, prompt: "Mend the build", prompt_length: 14 } },
  answer(2, "r-1", "I look at the log first."),
  request(2, "r-1"),
  {
    ...{ name: "tool_result", at: 3 },
    attributes: { ...of, tool_name: "Bash", success: "true", tool_input: '{"command":"make"}' },
  },
  request(5, "r-2"),
  answer(5, null, `It builds again with ${SECRET}.`),
);
const read = (previews: Previews) =>
  imported({ "otel/o.jsonl": reported }, aContext({ privacy: { previews, redact: {} } })).executions[0];

describe("what Claude Code's logs say of a talk", () => {
  it("is kept where contents are kept, by the request that it answers, without secrets", () => {
    const execution = read("full");
    expect(execution?.query_preview).toBe("Mend the build");
    expect(execution?.response_preview).toMatch(/^It builds again with \S*redacted/i);
    expect(execution?.steps.map(({ kind, name, content }) => [kind, name, content])).toEqual([
      ["thought", "claude-sonnet-4-5", "I look at the log first."],
      ["tool_call", "Bash", null],
      ["thought", "claude-sonnet-4-5", execution?.response_preview],
    ]);
    expect(execution?.tools).toMatchObject([{ input: '{"command":"make"}' }]);
    expect(JSON.stringify(execution)).not.toContain(SECRET);
    expect(execution).toMatchObject({ turns: 2, model_calls: 2, usage: [{ requests: 2, prompt: 20 }] });
  });

  it("is its ends alone where little is kept, and nothing where nothing is", () => {
    const short = read("short");
    expect(short).toMatchObject({ query_preview: "Mend the build" });
    expect(short?.response_preview).toMatch(/^It builds again/);
    expect(short?.steps.every(({ content }) => content === null)).toBe(true);
    expect(read("none")).toMatchObject({ query_preview: null, response_preview: null });
    expect(JSON.stringify(read("none"))).not.toContain("look at the log");
  });

  it("does not leave the machine unless it is to be kept", () => {
    const scrubbed = (previews: Previews) =>
      JSON.stringify(scrub(JSON.parse(reported), { redact: {}, previews }, {}));
    expect(scrubbed("none")).not.toMatch(/look at the log|Mend the build|make/);
    expect(scrubbed("full")).toContain("I look at the log first.");
    expect(scrubbed("full")).not.toContain(SECRET);
  });
});
