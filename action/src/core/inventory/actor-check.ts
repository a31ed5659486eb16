import { type Step, scalarOf } from "#core/inventory/model.ts";

/** What asks GitHub whether somebody may write, or belongs to a team. */
const ASKS =
  /collaborators\/[\s\S]{0,80}?permission|getCollaboratorPermissionLevel|author_association|check_membership|checkMembershipForUser|getMembershipForUser|memberships\/|viewerPermission/i;
const ASKING_ACTION =
  /(?:check|require|verify|get)[\w-]*(?:permission|collaborator|actor|team|member)|(?:permission|actor|team|member(?:ship)?)s?-check|user-permission/i;

/** Whether a step asks that, and whether it fails where the answer is no: else somebody must look at its outputs. */
export function actorCheck({
  run,
  uses,
  with: fields,
  continueOnError,
}: Pick<Step, "run" | "uses" | "with" | "continueOnError">): Step["check"] {
  const script = (run ?? scalarOf(fields, "script"))?.body ?? "";
  const isAction = ASKING_ACTION.test(uses?.name ?? "");
  if (!isAction && !ASKS.test(script)) return null;
  if (continueOnError) return "asks";
  return isAction || /\bexit [1-9]|setFailed|\bthrow\b|process\.exit/.test(script) ? "stops" : "asks";
}
