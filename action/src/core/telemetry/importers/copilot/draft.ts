import { ExecutionDraft } from "#core/telemetry/execution-draft.ts";
import type { ImportContext, Importer } from "#core/telemetry/importer.ts";

export const NAME: Pick<Importer, "name" | "version" | "rank"> = { name: "copilot", version: 1, rank: 90 };

export function keyOf(session: string): string {
  return `github-copilot-cli/${session}`;
}

export function copilotDraft(context: ImportContext, path: string, session: string | null): ExecutionDraft {
  const draft = new ExecutionDraft(context, {
    importer: NAME,
    key: keyOf(session ?? path),
    agentId: "github-copilot-cli",
    file: path,
  });
  draft.facts.session_id = draft.name(session);
  return draft;
}
