import type { AgentEvent } from "#core/records/event.ts";
import { type Execution, MOST } from "#core/records/execution.ts";
import type { ImportContext, Importer } from "#core/telemetry/importer.ts";
import { AgentWork } from "#core/telemetry/importers/agent-work.ts";
import { UsageTable } from "#core/telemetry/usage-table.ts";

/** Which of Gemini's four formats tells. */
export type Kind = "json" | "stream" | "telemetry" | "session";

export type Telling = { kind: Kind; session: string | null; execution: Execution; events: AgentEvent[] };

export const NAME: Pick<Importer, "name" | "version" | "rank"> = { name: "gemini", version: 2, rank: 90 };

export function geminiWork(context: ImportContext, path: string, session: string | null): AgentWork {
  const work = new AgentWork(context, {
    importer: NAME,
    key: `gemini-cli/${session ?? path}`,
    agentId: "gemini-cli",
    file: path,
  });
  work.draft.facts.session_id = work.draft.name(session);
  return work;
}

export function telling(
  context: ImportContext,
  kind: Kind,
  session: string | null,
  work: AgentWork,
): Telling {
  const events = work.finish(context.run.run_started_at ?? context.run.created_at);
  const execution = work.draft.build();
  return { kind, session, execution: withSearches(execution), events };
}

/** Google takes a fee for searches that ground an answer; which one depends on the plan, so no price of it is known. */
function withSearches(execution: Execution): Execution {
  const calls = execution.tools.filter(({ name }) => name === "google_web_search");
  const count = calls.reduce((sum, tool) => sum + tool.calls, 0);
  if (count === 0 || execution.usage.length === 0) return execution;
  const fees = new UsageTable();
  fees.add({ provider: "google", component: "tool_call", fee: { kind: "google_search", count } });
  return { ...execution, usage: [...execution.usage, ...fees.rows()].slice(0, MOST.usage) };
}
