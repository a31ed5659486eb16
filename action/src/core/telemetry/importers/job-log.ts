import type { AgentResult } from "#core/records/analysis.ts";
import type { Execution } from "#core/records/execution.ts";
import { trustOf } from "#core/records/trust.ts";
import type { ImportContext } from "#core/telemetry/importer.ts";
import { AgentWork } from "#core/telemetry/importers/agent-work.ts";

/** The least of all sources: what an agent printed into its job's log. */
export const JOB_LOG = { name: "job-log", version: 1, rank: 10 } as const;

const AGENTS: ReadonlyMap<string, { id: string; provider: string | null }> = new Map([
  ["Claude", { id: "claude-code", provider: "anthropic" }],
  ["Codex", { id: "codex", provider: "openai" }],
  ["Copilot", { id: "github-copilot-cli", provider: "github" }],
  ["Gemini", { id: "gemini-cli", provider: "google" }],
]);

/**
 * The executions that a reading of an attempt's logs found. Tokens are known only where they were printed, then as
 * one sum that was rounded or leaves parts out, which `usage_approximate` says.
 *
 * @param agents of the attempt's analysis, in its order
 */
export function jobLogExecutions(context: ImportContext, agents: readonly AgentResult[]): Execution[] {
  return agents.map((reported, index) => {
    const agent = AGENTS.get(reported.agent) ?? { id: reported.agent, provider: null };
    const { draft } = new AgentWork(context, {
      importer: JOB_LOG,
      key: `job-log/${agent.id}/${index}`,
      agentId: agent.id,
      file: null,
    });
    const { facts } = draft;
    const model = draft.name(reported.model);
    facts.model = model;
    facts.duration_ms = positive(reported.duration_ms);
    facts.turns = positive(reported.turns);
    facts.status =
      reported.is_error === true
        ? "failure"
        : reported.is_error === false || isOver(reported)
          ? "success"
          : "in_progress";
    if (facts.status === "failure") facts.error_type = "unknown";
    const total = positive(reported.tokens_total);
    const cost = positive(reported.cost_usd);
    facts.usage_approximate = total !== null;
    if (total !== null || cost !== null)
      draft.usage.add({ provider: agent.provider, model, total, reported_cost_usd: cost });
    const denials = positive(reported.permission_denials);
    if (denials !== null && denials > 0) draft.decision("permission:unknown", null, "block", null, denials);
    return { ...draft.build(), trust: trustOf(context.run, "log") };
  });
}

/** Footers are printed at the end. */
function isOver({ cost_usd, turns, duration_ms, tokens_total }: AgentResult): boolean {
  return (cost_usd ?? turns ?? duration_ms ?? tokens_total) !== null;
}

function positive(value: number | null): number | null {
  return value !== null && value >= 0 && value <= 1e12 ? value : null;
}
