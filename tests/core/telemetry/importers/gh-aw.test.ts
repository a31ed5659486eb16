import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { imported, jsonl, totals } from "../importing.ts";

const INFO = {
  engine_id: "claude",
  engine_name: "Claude Code",
  model: "claude-sonnet-4-6",
  agent_version: "2.1.240",
  workflow_name: "Issue Triage",
  run_id: 1000,
  run_attempt: "1",
  repository: "octo-org/fleet",
  sha: "f".repeat(40),
  actor: "octocat",
  created_at: "2026-11-20T14:00:00.123Z",
  context: { item_type: "issue", item_number: 12 },
};

function request(id: string | null, seconds: number, fields: Record<string, unknown> = {}) {
  return {
    _schema: "token-usage/v0.27.8",
    timestamp: new Date(Date.UTC(2026, 10, 20, 14, 1, seconds)).toISOString(),
    event: "token_usage",
    ...(id !== null && { request_id: id }),
    provider: "anthropic",
    model: "claude-sonnet-4-6",
    path: "/v1/messages",
    status: 200,
    streaming: true,
    input_tokens: 10,
    output_tokens: 100,
    cache_read_tokens: 1000,
    cache_write_tokens: 200,
    duration_ms: 2000,
    ...fields,
  };
}

const REQUESTS = [
  request("r1", 2, { ai_credits_this_response: 0.255, ai_credits_total: 0.255 }),
  request("r2", 5, { ai_credits_this_response: 0.255, ai_credits_total: 0.51 }),
];
/** Input and output apart, cache on top of the input. */
const TWO = { prompt: 2420, completion: 200, cache_read: 2000, usd: 0 };

function rpc(
  seconds: number,
  type: "REQUEST" | "RESPONSE",
  server: string,
  payload: Record<string, unknown>,
) {
  const timestamp = `2026-11-20T14:01:${String(seconds).padStart(2, "0")}.123456789Z`;
  return { timestamp, direction: type === "REQUEST" ? "OUT" : "IN", type, server_id: server, payload };
}

const MESSAGES = [
  rpc(0, "REQUEST", "github", { method: "tools/list", params: null }),
  rpc(1, "RESPONSE", "github", { id: 1, result: { tools: [{ name: "get_issue" }, { name: "add_label" }] } }),
  rpc(2, "REQUEST", "github", {
    method: "tools/call",
    params: { name: "get_issue", arguments: { number: 12 } },
  }),
  rpc(4, "RESPONSE", "github", { id: 2, result: { content: [{ type: "text", text: "An issue" }] } }),
  rpc(5, "REQUEST", "safeoutputs", { method: "tools/call", params: { name: "noop", arguments: {} } }),
  rpc(6, "RESPONSE", "safeoutputs", { id: 1, error: { message: "Invalid arguments: message is required" } }),
];

const CLAUDE = [
  { type: "system", subtype: "init", session_id: "s1", model: "claude-sonnet-4-6", tools: ["Bash"] },
  {
    type: "assistant",
    session_id: "s1",
    message: {
      id: "m1",
      model: "claude-sonnet-4-6",
      content: [
        { type: "tool_use", id: "t1", name: "mcp__github__get_issue", input: { number: 12 } },
        { type: "tool_use", id: "t2", name: "Bash", input: { command: "ls" } },
      ],
      usage: {
        input_tokens: 10,
        output_tokens: 1,
        cache_read_input_tokens: 1000,
        cache_creation_input_tokens: 200,
      },
    },
  },
  {
    type: "user",
    session_id: "s1",
    message: {
      content: [
        { type: "tool_result", tool_use_id: "t1", content: "An issue" },
        { type: "tool_result", tool_use_id: "t2", content: "a b" },
      ],
    },
  },
  {
    type: "result",
    subtype: "success",
    is_error: false,
    session_id: "s1",
    num_turns: 2,
    duration_ms: 9000,
    total_cost_usd: 0.05,
    modelUsage: {
      "claude-sonnet-4-6": {
        inputTokens: 20,
        outputTokens: 200,
        cacheReadInputTokens: 2000,
        cacheCreationInputTokens: 400,
        costUSD: 0.05,
      },
    },
  },
];
const STDIO = [
  "[claude-harness] 2026-11-20T14:00:50.000Z attempt 1: spawning: claude --print",
  "[claude-harness] 2026-11-20T14:00:55.000Z attempt 1 failed: exitCode=1 isRateLimit=true retriesRemaining=2",
  "[claude-harness] 2026-11-20T14:00:56.000Z retry 1/3: sleeping 5000ms before next attempt (fresh run)",
  ...CLAUDE.map((line) => JSON.stringify(line)),
  "[DEBUG] { not JSON",
  "[claude-harness] 2026-11-20T14:01:09.000Z done: exitCode=0 totalDuration=19s",
].join("\n");

const audit = (host: string, decision: string, index: number) => ({
  _schema: "audit/v0.27.8",
  timestamp: `2026-11-20T14:01:0${index}.000Z`,
  event: "http_access",
  client: "172.30.0.20",
  host: `${host}:443`,
  method: "CONNECT",
  status: decision === "TCP_DENIED" ? 403 : 200,
  decision,
  url: `${host}:443`,
});
const AUDIT = [
  audit("api.github.com", "TCP_TUNNEL", 1),
  audit("api.github.com", "TCP_TUNNEL", 2),
  audit("203.0.113.9", "TCP_DENIED", 3),
  audit("evil.example", "TCP_DENIED", 4),
];
const rule = (id: string, order: number, action: string, aclName: string, domains: string[]) => ({
  id,
  order,
  action,
  aclName,
  protocol: "both",
  domains,
});
const POLICY = {
  version: 1,
  rules: [
    rule("deny-default", 9, "deny", "all", []),
    rule("deny-ports", 1, "deny", "!Safe_ports", []),
    rule("deny-ip", 2, "deny", "dst_ipv4", ["^[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+$"]),
    rule("allow-github", 3, "allow", "allowed_domains", [".github.com"]),
  ],
};

const FILES = {
  "activation/aw_info.json": JSON.stringify(INFO, null, 2),
  "agent/agent-stdio.log": STDIO,
  "agent/agent_usage.json": JSON.stringify({
    input_tokens: 20,
    output_tokens: 200,
    cache_read_tokens: 2000,
    cache_write_tokens: 400,
    ai_credits: 0.51,
  }),
  "agent/sandbox/firewall/logs/api-proxy-logs/token-usage.jsonl": jsonl(REQUESTS),
  "agent/mcp-logs/rpc-messages.jsonl": jsonl(MESSAGES),
  "agent/agent_output.json": JSON.stringify({
    items: [{ type: "add-comment", body: "x" }, { type: "noop" }],
    errors: ["Line 3: too many labels"],
  }),
  "agent/safeoutputs.jsonl": jsonl([{ type: "add_comment" }, { type: "noop" }]),
  "firewall-audit-logs/api-proxy-logs/token-usage.jsonl": jsonl(REQUESTS),
  "firewall-audit-logs/audit.jsonl": jsonl(AUDIT),
  "firewall-audit-logs/policy-manifest.json": JSON.stringify(POLICY),
  "detection/detection_result.json": JSON.stringify({
    prompt_injection: false,
    secret_leak: true,
    malicious_patch: false,
    reasons: ["A token in the patch"],
  }),
  "detection/api-proxy-logs/token-usage.jsonl": jsonl([request("d1", 30)]),
};

describe("GitHub Agentic Workflows", () => {
  it("make one execution of all their artifacts, with each request once", () => {
    const reported = imported(FILES);
    expect(reported.problems).toEqual([]);
    expect(reported.executions).toHaveLength(2);
    const agent = reported.executions.find(({ agent_id }) => agent_id === "gh-aw:claude");
    expect(agent).toMatchObject({
      agent_name: "Issue Triage",
      session_id: "s1",
      item: { kind: "issue", number: 12 },
      status: "success",
      turns: 2,
      retries: 1,
      model_calls: 2,
      truncated: [],
      tools_loaded: ["get_issue", "add_label"],
    });
    expect(agent?.usage).toMatchObject([
      {
        provider: "anthropic",
        prompt: 2420,
        completion: 200,
        cache_read: 2000,
        cache_write_5m: 400,
        requests: 2,
        reported_ai_credits: 0.51,
        reported_cost_usd: null,
      },
    ]);
  });

  it("keep the agent that looks for threats apart, as a child", () => {
    const { executions } = imported(FILES);
    const agent = executions.find(({ agent_id }) => agent_id === "gh-aw:claude");
    const detection = executions.find(({ agent_id }) => agent_id === "gh-aw:claude/detection");
    expect(detection?.parent_execution_id).toBe(agent?.execution_id);
    expect(detection?.usage).toMatchObject([{ prompt: 1210, completion: 100 }]);
    expect(agent?.evals).toMatchObject([
      { passed: true },
      { name: "threat-detection:secret_leak", passed: false },
      { passed: true },
    ]);
  });

  it("tell what the gateway and the agent know of the same call as one", () => {
    const [agent] = imported(FILES).executions;
    expect(agent?.tools).toMatchObject([
      { name: "get_issue", server: "github", status: "success", duration_ms: 2000, step: expect.any(Number) },
      { name: "Bash", server: null, status: "success" },
      {
        name: "noop",
        server: "safeoutputs",
        status: "failure",
        error_type: "tool_contract_mismatch",
        step: null,
      },
    ]);
  });

  it("tell which rule of the firewall decided, and what was done", () => {
    const [agent] = imported(FILES).executions;
    expect(agent?.actions).toEqual([
      { type: "add_comment", count: 1 },
      { type: "noop", count: 1 },
    ]);
    expect(agent?.decisions).toMatchObject([
      { policy_id: "threat-detection:prompt_injection", result: "allow" },
      { policy_id: "threat-detection:secret_leak", result: "block", reason: "A token in the patch" },
      { policy_id: "threat-detection:malicious_patch", result: "allow" },
      { policy_id: "firewall:allow-github", tool: "api.github.com", result: "allow", count: 2 },
      { policy_id: "firewall:deny-ip", tool: "203.0.113.9", result: "block", count: 1 },
      { policy_id: "firewall:deny-default", tool: "evil.example", result: "block", count: 1 },
      { policy_id: "safe-outputs", result: "block", reason: "Line 3: too many labels" },
    ]);
  });

  it.each([
    ["Anthropic leaves its cache out of the input", { provider: "anthropic" }, 1210, 100],
    [
      "OpenAI has it in the input",
      { provider: "openai", input_tokens: 1500, cache_write_tokens: 0 },
      1500,
      100,
    ],
    [
      "Gemini too, and counts its thoughts apart",
      { provider: "gemini", input_tokens: 1500, cache_write_tokens: 0, reasoning_tokens: 7 },
      1500,
      107,
    ],
    [
      "Copilot before 0.27.6 has it in the input",
      { provider: "copilot", input_tokens: 1500, cache_write_tokens: 0, _schema: "token-usage/v0.26.0" },
      1500,
      100,
    ],
    [
      "Copilot since then does not",
      { provider: "copilot", input_tokens: 1500, cache_write_tokens: 0, _schema: "token-usage/v0.27.6" },
      2500,
      100,
    ],
    [
      "Copilot of any version, with more cache than input",
      { provider: "github-copilot", cache_write_tokens: 0, _schema: "token-usage/v0.20.0" },
      1010,
      100,
    ],
    [
      "Copilot that wrote to the cache",
      { provider: "copilot", input_tokens: 5000, _schema: "token-usage/v0.20.0" },
      6200,
      100,
    ],
  ])("count the prompt with its cache: %s", (_, fields, prompt, completion) => {
    const line = request("r", 1, fields);
    const { usage } = imported({ "agent/token-usage.jsonl": jsonl([line]) }).executions[0] ?? {};
    expect(usage).toMatchObject([{ prompt, completion, cache_read: 1000 }]);
  });

  it("know a request that one of two records leaves nameless, or that a span repeats", () => {
    const span = {
      _schema: "otel-span/v0.27.8",
      name: "api_proxy.anthropic.request",
      startTimeMs: 1,
      endTimeMs: 2,
      attributes: {
        "awf.request_id": "r1",
        "gen_ai.usage.input_tokens": 10,
        "gen_ai.usage.output_tokens": 100,
        "awf.cached_read": "1000",
      },
    };
    const nameless = REQUESTS.map(({ request_id: _, ...line }) => line);
    const files = {
      "usage/token_usage.jsonl": jsonl(nameless),
      "agent/token-usage.jsonl": jsonl(REQUESTS),
      "agent/api-proxy-logs/otel.jsonl": jsonl([span]),
    };
    expect(totals(imported(files))).toEqual(TWO);
    expect(totals(imported({ "usage/token_usage.jsonl": jsonl(nameless) }))).toEqual(TWO);
  });

  it("fall back to their own sum, then to the agent's, then to their spans", () => {
    const own = {
      "agent/aw_info.json": FILES["activation/aw_info.json"],
      "agent/agent_usage.json": FILES["agent/agent_usage.json"],
    };
    expect(imported(own).executions).toMatchObject([
      {
        usage: [
          {
            provider: "anthropic",
            model: "claude-sonnet-4-6",
            prompt: 2420,
            completion: 200,
            reported_ai_credits: 0.51,
          },
        ],
      },
    ]);
    expect(totals(imported({ "agent/agent-stdio.log": STDIO }))).toEqual({ ...TWO, usd: 0.05 });
    const attribute = (key: string, value: string | number) => ({
      key,
      value: typeof value === "number" ? { intValue: value } : { stringValue: value },
    });
    const sums = [
      attribute("gen_ai.usage.input_tokens", 20),
      attribute("gen_ai.usage.output_tokens", 200),
      attribute("gen_ai.usage.cache_read.input_tokens", 2000),
      attribute("gen_ai.usage.cache_creation.input_tokens", 400),
      attribute("gen_ai.system", "anthropic"),
    ];
    const span = (name: string, id: string) => ({
      traceId: "a".repeat(32),
      spanId: id.repeat(16),
      name,
      attributes: sums,
    });
    const spans = {
      resourceSpans: [
        {
          resource: { attributes: [attribute("service.name", "gh-aw")] },
          scopeSpans: [{ spans: [span("gh-aw.agent.agent", "b"), span("gh-aw.agent.conclusion", "c")] }],
        },
      ],
    };
    const otel = { ...own, "agent/agent_usage.json": "", "agent/otel.jsonl": jsonl([spans]) };
    expect(totals(imported(otel))).toEqual(TWO);
    expect(imported(otel).executions).toMatchObject([{ trace_id: "a".repeat(32) }]);
  });

  it("take the running total of credits where requests do not tell their own", () => {
    const lines = REQUESTS.map(({ ai_credits_this_response: _, ...line }: Record<string, unknown>) => line);
    const { executions } = imported({ "agent/token-usage.jsonl": jsonl(lines) });
    expect(executions).toMatchObject([{ usage: [{ prompt: 2420, reported_ai_credits: 0.51 }] }]);
  });

  it("say where their own sum and their requests differ", () => {
    const files = {
      "agent/token-usage.jsonl": jsonl(REQUESTS),
      "agent/agent_usage.json": JSON.stringify({ input_tokens: 21 }),
    };
    expect(imported(files).executions[0]?.truncated).toEqual([
      "agent_usage.json counts 21 input_tokens, the requests 20.",
    ]);
  });

  it("tell workflows apart that one run calls", () => {
    const files = Object.fromEntries(
      ["0a1b2c3d", "4e5f6a7b"].flatMap((hash) => [
        [`${hash}-activation/aw_info.json`, FILES["activation/aw_info.json"]],
        [`${hash}-agent/token-usage.jsonl`, jsonl([request(hash, 3)])],
      ]),
    );
    const { executions } = imported(files);
    expect(new Set(executions.map(({ execution_id }) => execution_id)).size).toBe(2);
    expect(executions.map(({ usage }) => usage[0]?.prompt)).toEqual([1210, 1210]);
  });

  it("tell limits that were near or reached, and what was kept from the agent", () => {
    const lines = [
      {
        type: "token_steering",
        timestamp: "2026-11-20T14:01:00Z",
        message: "You have used 90% of your credits.",
      },
      {
        type: "DIFC_FILTERED",
        timestamp: "2026-11-20T14:01:01Z",
        server_id: "github",
        tool_name: "list_issues",
        reason: "Resource has lower integrity than agent requires.",
      },
      {
        type: "DIFC_FILTERED",
        timestamp: "2026-11-20T14:01:02Z",
        server_id: "github",
        tool_name: "list_issues",
        reason: "Resource has lower integrity than agent requires.",
      },
    ];
    const { executions, events } = imported({
      "agent/mcp-logs/gateway.jsonl": jsonl(lines),
      "agent/agent-stdio.log":
        '[claude-harness] 2026-11-20T14:01:05.000Z attempt 1 failed: 403 {"type":"ai_credits_limit_exceeded"}\n',
    });
    expect(executions[0]?.decisions).toMatchObject([
      { policy_id: "difc:integrity", tool: "list_issues", result: "block", count: 2 },
    ]);
    expect(executions).toMatchObject([{ status: "failure", error_type: "budget_exceeded" }]);
    expect(events).toMatchObject([
      { policy_id: "token_steering", status: "90%" },
      { policy_id: "ai_credits_limit_exceeded", status: "exceeded" },
    ]);
  });

  it("leave other people's logs alone", () => {
    const log =
      '1774290908.910 10.0.0.1:1 example.com:443 1.2.3.4:443 1.1 CONNECT 200 TCP_TUNNEL:HIER_DIRECT example.com:443 "curl"\n';
    expect(imported({ "proxy/access.log": log, "report/summary.json": "{}", "x/otel.jsonl": "{}" })).toEqual({
      executions: [],
      events: [],
      problems: [],
    });
  });

  it("make the same of their files in any order and however they are cut", () => {
    const reported = imported(FILES).executions.map(essence);
    const paths = Object.keys(FILES) as (keyof typeof FILES)[];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(paths, { minLength: paths.length }),
        fc.integer({ min: 1, max: 500 }),
        (order, piece) => {
          const files = Object.fromEntries(order.map((path) => [path, FILES[path]]));
          expect(imported(files, undefined, piece).executions.map(essence)).toEqual(reported);
        },
      ),
      { numRuns: 15 },
    );
  });

  it("survive forged files, and name what was broken", () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(FILES)), fc.json(), fc.nat(), (path, value, at) => {
        const text = FILES[path as keyof typeof FILES];
        const cut = at % text.length;
        const reported = imported({ ...FILES, [path]: `${text.slice(0, cut)}${value}${text.slice(cut)}` });
        expect(
          reported.problems.filter(({ message }) => /could not be read|breaks the record/.test(message)),
        ).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

/** Everything but the order of decisions and the file that came first. */
function essence({ source: _, decisions, ...rest }: ReturnType<typeof imported>["executions"][number]) {
  return { ...rest, decisions: decisions.map((one) => JSON.stringify(one)).sort() };
}
