import { type LooseObject, textAt } from "#core/telemetry/loose-json.ts";

/** Whether a line of a rollout is given to the model, as against what it answers. */
export function isAsking(type: string | null, payload: LooseObject): boolean {
  const kind = textAt(payload, "type");
  if (type === "turn_context") return true;
  if (type === "event_msg")
    return kind === "user_message" || kind === "task_started" || kind === "turn_started";
  if (type !== "response_item") return false;
  return kind === "message"
    ? textAt(payload, "role") !== "assistant"
    : kind?.endsWith("_call_output") === true;
}
