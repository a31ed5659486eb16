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
  return agents.map((told, index) => {
    const agent = AGENTS.get(told.agent) ?? { id: told.agent, provider: null };
    const { draft } = new AgentWork(context, {
      importer: JOB_LOG,
      key: `job-log/${agent.id}/${index}`,
      agentId: agent.id,
      file: null,
    });
    const { facts } = draft;
    const model = draft.name(told.model);
    facts.model = model;
    facts.duration_ms = positive(told.duration_ms);
    facts.turns = positive(told.turns);
    facts.status =
      told.is_error === true
        ? "failure"
        : told.is_error === false || isOver(told)
          ? "success"
          : "in_progress";
    if (facts.status === "failure") facts.error_type = "unknown";
    const total = positive(told.tokens_total);
    const cost = positive(told.cost_usd);
    facts.usage_approximate = total !== null;
    if (total !== null || cost !== null)
      draft.usage.add({ provider: agent.provider, model, total, reported_cost_usd: cost });
    const denials = positive(told.permission_denials);
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
