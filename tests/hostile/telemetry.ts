import { AgentEvent } from "#core/records/event.ts";
import type { AgentStep, ToolCall } from "#core/records/execution.ts";
import { anAgentStep, anExecution, aToolCall, aUsage } from "../builders.ts";
import { HOSTILE_WORDS } from "./words.ts";

/** Files by their paths in the artifact of one run, which is called `agentops-hostile`. */
export type TelemetryItem = { name: string; files: Record<string, string> };

const NUMBERS = [
  "-1",
  "0.5",
  "1e13",
  "1e300",
  "1e999",
  "9007199254740993",
  "-0",
  '"12"',
  "null",
  "true",
  "[]",
  "{}",
];
const TIMES = [
  ...[
    "9999-12-31T23:59:59-23:59",
    "0000-01-01T00:00:00Z",
    "0001-01-01T00:00:00+23:59",
    "2026-02-30T00:00:00Z",
  ],
  ...["1970-01-01T00:00:00Z", "+275760-09-13T00:00:00Z", "yesterday", "", "2026-11-20T24:00:00Z"],
];
const KEYS = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "a@b.co ".repeat(14),
  "\u202e",
  "x".repeat(100),
];
const WORK = { started_at: null, completed_at: null };

/**
 * What strangers may put into an artifact that we read: from the ends of the schemas, and beyond them.
 *
 * @param runId whose artifact it is: an execution of another run is refused at once
 */
export function hostileTelemetry(runId: number, timestamp = "2026-11-20T10:00:00Z"): TelemetryItem[] {
  return [
    ...eventItems(timestamp),
    ...executionItems(runId),
    ...otlpItems(),
    ...agentFileItems(),
    ...fileItems(runId),
  ].map(({ name, files }) => ({ name: `telemetry: ${name}`, files }));
}

function eventItems(timestamp: string): TelemetryItem[] {
  const types = ["custom.x", "agent.step.completed"];
  const item = (name: string, fields: object): TelemetryItem => ({
    name: `an event ${name}`,
    files: { "agentops-events.jsonl": lines(types.map((type) => ({ type, timestamp, ...fields }))) },
  });
  const words = Object.entries(HOSTILE_WORDS);
  const names = [
    "agent_id",
    "provider",
    "model",
    "tool_name",
    "policy_id",
    "session_id",
    "user_id",
    "status",
  ];
  const long = Object.keys(AgentEvent.shape).filter(
    (key) => !["type", "timestamp", "attributes"].includes(key),
  );
  return [
    ...TIMES.map((time) => item(`at ${time || "no time"}`, { timestamp: time })),
    ...words.map(([what, word]) => item(`with names that are ${what}`, fieldsOf(names, word))),
    ...KEYS.map((key) =>
      item(`with an attribute ${key.slice(0, 20)}`, { attributes: own(key, "x".repeat(500)) }),
    ),
    ...long.map((key) => item(`with addresses as its ${key}`, { [key]: "a@b.co ".repeat(28) })),
    item("with 10,000 attributes", {
      attributes: fieldsOf(
        [...Array(10_000).keys()].map((n) => `a${n}`),
        1,
      ),
    }),
    item("with an attribute that redaction lengthens", { attributes: { note: `a@b.co ${"x".repeat(493)}` } }),
    ...["latency_ms", "tokens_prompt", "cost_usd", "ai_credits", "status_code"].flatMap((field) =>
      NUMBERS.map((number) => ({
        name: `an event with ${field} ${number}`,
        files: {
          "agentops-events.jsonl": `{"type":"agent.step.completed","timestamp":"${timestamp}","agent_id":"a","${field}":${number}}\n`,
        },
      })),
    ),
  ];
}

function executionItems(runId: number): TelemetryItem[] {
  const item = (name: string, fields: object, change = (line: string) => line): TelemetryItem => ({
    name: `an execution ${name}`,
    files: {
      "agentops-executions.jsonl": change(lines([{ ...anExecution({ ...WORK, run_id: runId }), ...fields }])),
    },
  });
  const word = (value: string) => ({
    ...fieldsOf(["agent_id", "agent_name", "session_id", "team", "model", "user_id"], value),
    usage: [aUsage({ provider: value, model: value, tier: value })],
  });
  return [
    ...KEYS.slice(0, 4).map((key) => item(`of ${key}`, word(key))),
    ...Object.entries(HOSTILE_WORDS).map(([what, value]) => item(`of ${what}`, word(value))),
    ...["duration_ms", "turns", "llm_time_ms", "api_calls"].flatMap((field) =>
      NUMBERS.map((number) =>
        item(`with ${field} ${number}`, { [field]: "@" }, (line) =>
          line.replace(`"${field}":"@"`, `"${field}":${number}`),
        ),
      ),
    ),
    ...TIMES.map((time) => item(`begun at ${time || "no time"}`, { started_at: time, completed_at: time })),
    item("of all years", { started_at: "0001-01-01T00:00:00Z", completed_at: "9999-12-31T23:59:59Z" }),
    item("that ends before it begins", {
      started_at: "2026-11-20T10:00:00Z",
      completed_at: "2026-11-19T10:00:00Z",
    }),
    item("that cost more than the world", { usage: [aUsage({ reported_cost_usd: 1e300, prompt: 1e12 })] }),
    item("of the most steps and tools", {
      steps: [...Array(500).keys()].map((index) => aStep(index, "n".repeat(200))),
      tools: Array(500).fill(aTool("\ud800".repeat(200))),
    }),
    item("whose step is its own parent", { steps: [{ ...aStep(0, "x"), parent: 0 }] }),
    item("that is its own parent", { parent_execution_id: "00000000000000e1" }),
    item("of a million steps", { steps: Array(1_000_000).fill(1) }),
    item("with redactions of __proto__", { redactions: own("__proto__", 3) }),
  ];
}

function otlpItems(): TelemetryItem[] {
  const at = (text: string) => `"startTimeUnixNano":${text},"endTimeUnixNano":${text}`;
  const span = (rest: string, provider = "openai") =>
    `{"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"${"a".repeat(32)}","spanId":"${"b".repeat(16)}","name":"chat",${rest},"attributes":[{"key":"gen_ai.operation.name","value":{"stringValue":"chat"}},{"key":"gen_ai.provider.name","value":{"stringValue":"${provider}"}}]}]}]}]}\n`;
  const item = (name: string, text: string): TelemetryItem => ({
    name: `OTLP ${name}`,
    files: { "agentops-otlp.jsonl": text },
  });
  return [
    ...['"1e40"', "1e300", "-1", '"99999999999999999999999"', "{}"].map((time) =>
      item(`at ${time}`, span(at(time))),
    ),
    ...KEYS.slice(0, 4).map((key) => item(`of ${key}`, span(at('"1795176000000000000"'), key))),
    item("that is its own parent", span(`"parentSpanId":"${"b".repeat(16)}",${at("1")}`)),
    item(
      "nested a hundred thousand deep",
      `{"resourceSpans":${"[".repeat(100_000)}${"]".repeat(100_000)}}\n`,
    ),
    item(
      "of attributes within attributes",
      `{"resourceSpans":[{"resource":{"attributes":${'[{"key":"a","value":{"kvlistValue":{"values":'.repeat(200)}[]${"}}}]".repeat(200)}}}]}\n`,
    ),
  ];
}

function agentFileItems(): TelemetryItem[] {
  const result = (more: object) => [{ type: "result", subtype: "success", session_id: "s", ...more }];
  const claude = (name: string, more: object): TelemetryItem => ({
    name: `Claude ${name}`,
    files: { "claude-execution-output.json": JSON.stringify(result(more)) },
  });
  return [
    ...KEYS.slice(0, 4).map((key) =>
      claude(`whose model is ${key}`, { modelUsage: own(key, { inputTokens: 1, costUSD: 1 }) }),
    ),
    claude("of all numbers", { total_cost_usd: 9e11, duration_ms: 9e11, num_turns: 9e11 }),
    claude("of no numbers", {
      total_cost_usd: {},
      duration_ms: [],
      num_turns: "x",
      usage: null,
      modelUsage: [],
    }),
  ];
}

function fileItems(runId: number): TelemetryItem[] {
  const good = lines([anExecution({ ...WORK, run_id: runId })]);
  const bodies: Record<string, string> = {
    "another thing in every line": '{"a":1}\n'.repeat(200_000),
    "empty objects": "{}\n".repeat(500_000),
    "line ends only": `{\n${"\n".repeat(2_000_000)}`,
    "one line without an end": `{"a":"${"x".repeat(10_000_000)}`,
    "a thing nested too deep": `{"a":${"[".repeat(200_000)}\n`,
    "no UTF-16": "\ud800{\udc00}\n",
    "a byte order mark and zeros": `\uFEFF${"\u0000".repeat(10_000)}`,
    "one good line among broken ones": `${'{"half\n'.repeat(1000)}${good}`,
  };
  return [
    "agentops-executions.jsonl",
    "agentops-events.jsonl",
    "agentops-otlp.jsonl",
    "agentops-job.json",
  ].flatMap((file) =>
    Object.entries(bodies).map(([what, text]) => ({ name: `${file} of ${what}`, files: { [file]: text } })),
  );
}

function aStep(index: number, name: string): AgentStep {
  return anAgentStep({
    ...{ index, kind: "tool_call", operation: "shell_command", name, duration_ms: 1, model: name },
    ...{ prompt: 1, completion: 1, cache_read: 1, request_id: name, content: name },
  });
}

function aTool(name: string): ToolCall {
  return aToolCall({
    ...{ name, server: name, step: 0, status: "failure", duration_ms: 1, input_bytes: 1, output_bytes: 1 },
    ...{ error: name, external: { host: name, status_code: 200, duration_ms: 1 }, input: name, output: name },
  });
}

function lines(values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join("");
}

/** With the key as a field of its own, whatever it is. */
function own(key: string, value: unknown): object {
  return Object.fromEntries([[key, value]]);
}

function fieldsOf(keys: readonly string[], value: unknown): object {
  return Object.fromEntries(keys.map((key) => [key, value]));
}
