import type { AgentEvent } from "#core/records/event.ts";
import type { Execution } from "#core/records/execution.ts";
import type { ImportContext, Importer } from "#core/telemetry/importer.ts";
import { AgentWork } from "#core/telemetry/importers/agent-work.ts";

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
  return { kind, session, execution: work.draft.build(), events };
}
