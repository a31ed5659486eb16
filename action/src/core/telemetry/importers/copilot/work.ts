import type { ImportContext, Importer } from "#core/telemetry/importer.ts";
import { AgentWork } from "#core/telemetry/importers/agent-work.ts";

export const NAME: Pick<Importer, "name" | "version" | "rank"> = { name: "copilot", version: 2, rank: 90 };

export function keyOf(session: string): string {
  return `github-copilot-cli/${session}`;
}

export function copilotWork(context: ImportContext, path: string, session: string | null): AgentWork {
  const work = new AgentWork(context, {
    importer: NAME,
    key: keyOf(session ?? path),
    agentId: "github-copilot-cli",
    file: path,
  });
  work.draft.facts.session_id = work.draft.name(session);
  return work;
}
