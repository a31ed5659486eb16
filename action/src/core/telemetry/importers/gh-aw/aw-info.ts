import type { ExecutionDraft } from "#core/telemetry/execution-draft.ts";
import type { ImportContext } from "#core/telemetry/importer.ts";
import { countAt, type LooseObject, objectAt, textAt } from "#core/telemetry/loose-json.ts";
import { toUtc } from "#core/time.ts";

const CONCLUSIONS: ReadonlyMap<string, "success" | "failure" | "cancelled" | "timeout"> = new Map([
  ["success", "success"],
  ["failure", "failure"],
  ["cancelled", "cancelled"],
  ["timed_out", "timeout"],
]);

/** `aw_info.json`: which workflow ran which engine, for whom. */
export function tellInfo(draft: ExecutionDraft, info: LooseObject, context: ImportContext): void {
  const { facts } = draft;
  facts.agent_name = draft.name(info["workflow_name"]);
  facts.agent_type = "gh-aw";
  facts.agent_version = draft.name(info["agent_version"]) ?? draft.name(info["version"]);
  facts.user_id = draft.name(info["actor"]);
  facts.environment = draft.name(info["deployment_state"]);
  facts.org_id = draft.name((textAt(info, "repository") ?? context.repository).split("/")[0]);
  facts.started_at ??= toUtc(textAt(info, "created_at"));
  facts.item = itemOf(objectAt(info, "context"));
  const conclusion = CONCLUSIONS.get(textAt(info, "workflow_run_conclusion") ?? "");
  if (facts.status === "in_progress" && conclusion !== undefined) facts.status = conclusion;
}

function itemOf(context: LooseObject) {
  const number = countAt(context, "item_number");
  if (number === null || number === 0) return null;
  const type = textAt(context, "item_type");
  const kind = type === "issue" || type === "pull_request" ? type : "unknown";
  return { kind, number } as const;
}
