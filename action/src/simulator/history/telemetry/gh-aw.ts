import { type Files, jsonl } from "#simulator/history/telemetry/archive.ts";
import { copilotEvents, copilotFooter, nanoCredits } from "#simulator/history/telemetry/copilot.ts";
import { perform } from "#simulator/history/telemetry/perform.ts";
import { iso, lastWords, type Scene, uuid, within } from "#simulator/history/telemetry/scene.ts";
import { COPILOT_TOOLS } from "#simulator/history/telemetry/toolbox.ts";
import {
  allCalls,
  type ModelCall,
  sumOf,
  type ToolUse,
  type Work,
} from "#simulator/history/telemetry/work.ts";

const MODEL = "claude-sonnet-4.5";
/** What the guards before the agent let through: the first rule that fits decides. */
const RULES = [
  {
    id: "deny-raw-ipv4",
    order: 1,
    action: "deny",
    aclName: "dst_ipv4",
    domains: ["^[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+$"],
  },
  {
    id: "allow-github",
    order: 2,
    action: "allow",
    aclName: "allowed_domains",
    domains: [".github.com", ".githubcopilot.com"],
  },
  { id: "deny-all", order: 3, action: "deny", aclName: "all", domains: [] },
];

export function ghAwWork({ random, story, at, from, to, cause }: Scene): Work {
  return perform(random, {
    ...{ session: uuid(random), from, to, model: MODEL, cause, task: null, aside: null, fallback: null },
    turns: random.around(7),
    base: random.around(16_000),
    limit: 120_000,
    tools: COPILOT_TOOLS,
    answer: isNoop(at) ? "Nothing happened since yesterday." : "The daily status is an issue now.",
    reasoning: 0,
    down: within(story.searchDown, at) || cause === "tool_timeout" ? ["repo-search"] : [],
    refused: 0.03,
    loop: false,
    cacheWrites: true,
  });
}

/** On weekends there is nothing to report. */
function isNoop(at: number): boolean {
  return [0, 1].includes(new Date(at * 1000).getUTCDay());
}

export function activationFiles(scene: Scene): Files {
  return { "aw_info.json": awInfo(scene), "aw-prompts/prompt.txt": "Report the state of the repository.\n" };
}

export function awInfo({ run, story, at, from }: Scene): string {
  const info = {
    ...{ engine_id: "copilot", engine_name: "GitHub Copilot CLI", model: MODEL, version: "1.0.78" },
    ...{ agent_version: "1.0.78", cli_version: at < story.firewall ? "v0.61.2" : "v0.74.0" },
    ...{ workflow_name: "Daily Repo Status", experimental: false, supports_tools_allowlist: true },
    ...{ run_id: run.id, run_number: run.run_number, run_attempt: String(run.run_attempt ?? 1) },
    ...{ repository: run.repository.full_name, ref: "refs/heads/main", sha: run.head_sha },
    ...{ actor: run.actor?.login ?? "mona", event_name: run.event, staged: false },
    ...{ allowed_domains: ["defaults", "github"], firewall_enabled: true, awf_version: "v0.27.8" },
    ...{ awmg_version: "v0.3.1", steps: { firewall: "squid" }, created_at: iso(from - 30_000) },
  };
  return JSON.stringify(info, null, 2);
}

/** What the agent's job keeps; before the firewall counted, only Copilot's own session tells tokens. */
export function agentFiles(scene: Scene, work: Work): Files {
  const session = `sandbox/agent/logs/copilot-session-state/${work.session}/events.jsonl`;
  const items = [outputOf(scene)];
  const counted = scene.at >= scene.story.firewall;
  return {
    "agent-stdio.log": `${copilotFooter(work).join("\n")}\n`,
    [session]: copilotEvents(scene, work),
    "safeoutputs.jsonl": jsonl(items),
    "agent_output.json": JSON.stringify({ items, errors: [] }),
    ...(counted && {
      "agent_usage.json": agentUsage(work),
      "mcp-logs/rpc-messages.jsonl": rpcMessages(work),
    }),
  };
}

export function safeOutputFiles(scene: Scene): Files {
  return { "safeoutputs.jsonl": jsonl([outputOf(scene)]) };
}

function outputOf({ at, cause }: Scene) {
  if (cause !== null)
    return { type: "missing_tool", tool: "find_references", reason: "repo-search timed out" };
  if (isNoop(at)) return { type: "noop", message: "Nothing happened since yesterday." };
  return { type: "create_issue", title: "Daily status <b>of</b> @mona's fleet", body: "All green." };
}

function agentUsage(work: Work): string {
  const calls = allCalls(work);
  const { fresh, cacheRead, cacheWrite, output } = sumOf(calls);
  return JSON.stringify({
    ...{
      input_tokens: fresh,
      output_tokens: output,
      cache_read_tokens: cacheRead,
      cache_write_tokens: cacheWrite,
    },
    ...{ ai_credits: nanoCredits(calls) / 1e9, primary_model: MODEL, model_routing: {} },
  });
}

/** What went over the gateway to MCP servers: a request and its response each. */
function rpcMessages(work: Work): string {
  const uses = mcpUses(work);
  return jsonl(
    uses.flatMap((use, index) => [
      {
        ...{ timestamp: iso(use.at), direction: "OUT", type: "REQUEST", server_id: use.tool.server },
        method: "tools/call",
        payload: {
          ...{ jsonrpc: "2.0", id: index + 1, method: "tools/call" },
          params: { name: use.tool.name, arguments: use.input },
        },
      },
      {
        ...{ timestamp: iso(use.at + use.ms), direction: "IN", type: "RESPONSE", server_id: use.tool.server },
        payload: {
          ...{ jsonrpc: "2.0", id: index + 1 },
          ...(use.status === "success"
            ? { result: { content: [{ type: "text", text: use.output }] } }
            : { error: { code: -32001, message: use.output } }),
        },
      },
    ]),
  );
}

function mcpUses(work: Work): ToolUse[] {
  return work.turns.flatMap((turn) => turn.tools).filter((use) => use.tool.server !== null);
}

export function firewallFiles(scene: Scene, work: Work): Files {
  return {
    "api-proxy-logs/token-usage.jsonl": tokenUsage(work),
    "audit.jsonl": audit(scene, work),
    "policy-manifest.json": JSON.stringify({
      ...{ version: 1, generatedAt: iso(work.from) },
      rules: RULES.map((rule) => ({ ...rule, protocol: "both", description: rule.id })),
      ...{ dangerousPorts: [22, 25], dnsServers: ["8.8.8.8"], sslBumpEnabled: false, dlpEnabled: false },
    }),
  };
}

/** One line a model call; the prompt leaves out what came from the cache. */
function tokenUsage(work: Work): string {
  const calls = allCalls(work);
  const lines = calls.map((call, index) => ({
    ...{ _schema: "token-usage/v0.27.8", timestamp: iso(call.at + call.ms), event: "token_usage" },
    ...{ request_id: `req-${call.id}`, provider: "copilot", model: call.model, path: "/chat/completions" },
    ...{ status: 200, streaming: true, input_tokens: call.fresh, output_tokens: call.output },
    ...{ cache_read_tokens: call.cacheRead, cache_write_tokens: call.cacheWrite, duration_ms: call.ms },
    ...{ x_initiator: index === 0 ? "user" : "agent", ai_credits_this_response: credits([call]) },
    ai_credits_total: credits(calls.slice(0, index + 1)),
  }));
  return jsonl(lines);
}

function credits(calls: readonly ModelCall[]): number {
  return nanoCredits(calls) / 1e9;
}

/** The model's host and GitHub's are let through; now and then the agent asks for something else. */
function audit({ job }: Scene, work: Work): string {
  const asked = work.turns.map((turn) => ({
    at: turn.call.at,
    host: "api.githubcopilot.com",
    allowed: true,
  }));
  const stranger = job.id % 3 === 0 ? [{ at: work.to, host: "evil.example", allowed: false }] : [];
  const lines = [...asked, { at: work.from, host: "api.github.com", allowed: true }, ...stranger].map(
    ({ at, host, allowed }) => ({
      ...{ _schema: "audit/v0.27.8", timestamp: iso(at), event: "http_access", client: "172.30.0.20" },
      ...{
        host: `${host}:443`,
        dest: allowed ? "140.82.116.5:443" : "-",
        method: "CONNECT",
        url: `${host}:443`,
      },
      ...{ status: allowed ? 200 : 403, decision: allowed ? "TCP_TUNNEL" : "TCP_DENIED" },
    }),
  );
  return jsonl(lines);
}

/** The compact artifact that repeats the others. */
export function usageFiles(scene: Scene, work: Work): Files {
  const uses = mcpUses(work);
  const summary = {
    schema: "usage-activity-summary/v1",
    firewall: { total: work.turns.length + 1, allowed: work.turns.length + 1, blocked_requests: 0 },
    gateway: {
      total_calls: uses.length,
      failed_calls: uses.filter((use) => use.status !== "success").length,
      tool_calls: uses.map((use) => ({
        ...{
          tool_call_id: use.id,
          timestamp: iso(use.at),
          server_name: use.tool.server,
          tool_name: use.tool.name,
        },
        ...{ request_size: JSON.stringify(use.input).length, response_size: use.output.length },
        ...{ duration_ms: use.ms, outcome: use.status === "success" ? "success" : "failure" },
      })),
    },
    safe_outputs: { items: [outputOf(scene)] },
  };
  return {
    "activity/summary.json": JSON.stringify(summary),
    "agent_usage.json": agentUsage(work),
    "token_usage.jsonl": tokenUsage(work),
    "aw_info.json": awInfo(scene),
  };
}

export function detectionFiles({ job }: Scene): Files {
  const suspicious = job.id % 11 === 0;
  const reasons = suspicious ? ["An issue's text asks the agent to ignore its instructions."] : [];
  const found = { prompt_injection: suspicious, secret_leak: false, malicious_patch: false, reasons };
  return { "detection_result.json": JSON.stringify(found) };
}

export function ghAwLog(scene: Scene, work: Work): readonly string[] {
  return [...copilotFooter(work), ...lastWords(scene)];
}
