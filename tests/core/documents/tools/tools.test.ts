import { describe, expect, it } from "vitest";
import { Config } from "#core/config.ts";
import { toolsFold } from "#core/documents/tools/tools.ts";
import { anExecution } from "../../../builders.ts";
import { aContext } from "../contexts.ts";
import { aCall, several, worked } from "../worked.ts";

function documentOf(executions: Parameters<typeof worked>[1], context = aContext()) {
  return worked(toolsFold(context), executions, context)["7d"];
}

describe("the tools document", () => {
  it("counts success of calls that ended, and keeps what a policy denied apart", () => {
    const tools = [
      aCall(),
      aCall({ status: "failure", error_type: "network", error: "no route" }),
      aCall({ status: "timeout", error_type: "tool_timeout" }),
      aCall({ status: "denied" }),
      aCall({ status: "unknown", calls: 3 }),
    ];
    const [row] = documentOf([anExecution({ tools })]).tools;
    expect(row?.current).toMatchObject({
      calls: 7,
      success: { part: 1, n: 3 },
      failures: 1,
      timeouts: 1,
      denied: 1,
      unknown: 3,
      errors: [
        { category: "network", calls: 1 },
        { category: "tool_timeout", calls: 1 },
      ],
    });
    expect(row?.failed.map(({ text }) => text)).toContain("no route");
  });

  it("makes percentiles of calls that are told one by one alone", () => {
    const tools = [
      ...Array.from({ length: 20 }, (_, n) => aCall({ duration_ms: (n + 1) * 100 })),
      aCall({ calls: 50, duration_ms: 9000 }),
    ];
    const [row] = documentOf([anExecution({ tools })]).tools;
    expect(row?.current.latency).toMatchObject({ n: 20, p50: 1, p95: 1.9, p99: null });
    expect(row?.current.total_seconds).toBeCloseTo(21 + 450);
  });

  it("finds calls with the very input of an earlier one of the same execution", () => {
    const same = aCall({ input_hash: "a" });
    const executions = [
      anExecution({ tools: [same, same, aCall({ input_hash: "b" }), same] }),
      anExecution({ tools: [same] }),
    ];
    const [row] = documentOf(executions).tools;
    expect(row?.current.repeated).toEqual({ value: 2 / 5, part: 2, n: 5, enough: true });
    expect(row?.current.repeated_seconds).toBeCloseTo(0.8);
  });

  it("tells what was offered and never called, whether or not the source names the server", () => {
    const tools_loaded = ["mcp__github__get_issue", "mcp__linear__search", "Bash"];
    const { unused, offering } = documentOf([
      anExecution({ tools_loaded, tools: [aCall()] }),
      anExecution({}),
    ]);
    expect(offering).toBe(1);
    expect(unused).toEqual([
      { name: "Bash", server: null, loaded: 1 },
      { name: "search", server: "linear", loaded: 1 },
    ]);
  });

  it("prices calls of a host by the configuration, once", () => {
    const config = Config.parse({ prices: { external: [{ host: "*.tavily.com", per_call: 0.01 }] } });
    const external = { host: "api.tavily.com", status_code: 200, duration_ms: null };
    const tools = [aCall({ external, calls: 3 }), aCall({ external: { ...external, host: "example.org" } })];
    const { hosts } = documentOf([anExecution({ tools })], aContext({ config }));
    expect(hosts.map(({ host, figures }) => [host, figures.nano_usd])).toEqual([
      ["api.tavily.com", 30_000_000],
      ["example.org", null],
    ]);
  });

  it("sees that a tool fails more than before, and that it got slower", () => {
    const before = several(40, "2026-11-08T00:00:00Z", () => ({ tools: [aCall({ started_at: null })] }));
    const after = several(40, "2026-11-16T00:00:00Z", (index) => ({
      tools: [aCall({ duration_ms: 900, status: index % 2 === 0 ? "failure" : "success" })],
    }));
    const [row] = documentOf([...before, ...after]).tools;
    expect(row?.drift?.success).toMatchObject({ verdict: "worse", before: 1, after: 0.5 });
    expect(row?.drift?.latency).toMatchObject({ verdict: "worse", difference: 0.5 });
    expect(row?.hours.reduce((sum, { calls }) => sum + calls, 0)).toBe(40);
  });

  it("compares with nothing that is not fully known, and calls no tool new then", () => {
    const context = aContext();
    const state = { ...context.state, covered: { from: "2026-11-12T00:00:00Z", to: context.now } };
    const [row] = documentOf([anExecution({ tools: [aCall()] })], { ...context, state }).tools;
    expect(row).toMatchObject({ previous: null, drift: null, is_new: false });
    expect(documentOf([anExecution({ tools: [aCall()] })]).tools[0]?.is_new).toBe(true);
  });

  it("gives tools of the same name, and hostile ones, addresses of their own", () => {
    const names = [`<script>alert(1)</script>`, "../../etc", "7d", "‮", "get_issue"];
    const tools = [...names.map((name) => aCall({ name })), aCall({ name: "get_issue", server: null })];
    const slugs = documentOf([anExecution({ tools })]).tools.map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(6);
    for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(slugs).not.toContain("7d");
  });
});
