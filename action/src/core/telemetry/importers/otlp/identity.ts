import type { AgentEvent } from "#core/records/event.ts";
import { textOf } from "#core/telemetry/importers/otlp/lookup.ts";
import type { Attributes } from "#core/telemetry/otlp/records.ts";

export type Identity = Pick<
  AgentEvent,
  | "agent_id"
  | "session_id"
  | "environment"
  | "prompt_version"
  | "user_id"
  | "team"
  | "org_id"
  | "workspace_id"
  | "project_id"
  | "workflow_id"
>;

const SERVICES: readonly { pattern: RegExp; agent: string }[] = [
  { pattern: /^claude-code/, agent: "claude-code" },
  { pattern: /^codex/, agent: "codex" },
  { pattern: /^gemini-cli/, agent: "gemini-cli" },
  { pattern: /^github-copilot/, agent: "github-copilot-cli" },
];

const SESSION = [
  "gen_ai.conversation.id",
  "session.id",
  "conversation.id",
  "traceloop.association.properties.session_id",
  "gen_ai.agent.session_id",
];
const AGENT_NAME = ["gen_ai.agent.name", "agent.name", "gen_ai.agent.id", "graph.node.id"];

/** Who says it and what it belongs to, by the item's own attributes and its resource's. */
export function identityOf(attributes: Attributes, resource: Attributes): Identity {
  const either = (names: readonly string[]) => textOf(attributes, names) ?? textOf(resource, names);
  return {
    agent_id: agentOf(attributes, resource),
    session_id: either(SESSION),
    environment: either(["deployment.environment.name", "deployment.environment", "gen_ai.environment"]),
    prompt_version: either(["gen_ai.prompt.version", "llm.prompt_template.version"]),
    user_id: either(["enduser.pseudo.id", "user.id", "gh-aw.run.actor"]),
    team: either(["team", "team.name", "service.team"]),
    org_id: either(["organization.id", "org.id", "vcs.owner.name"]),
    workspace_id: either(["workspace.id"]),
    project_id: either(["project.id"]),
    workflow_id: either(["gen_ai.workflow.name"]),
  };
}

/** The known agents by their service; programs of one's own by the agent they name, or else by their service. */
function agentOf(attributes: Attributes, resource: Attributes): string | null {
  const service = textOf(resource, ["service.name", "gen_ai.application_name"]);
  const known = SERVICES.find(({ pattern }) => pattern.test(service ?? ""));
  if (known !== undefined) return known.agent;
  const engine = textOf(attributes, ["gh-aw.engine.id"]);
  if (service?.startsWith("gh-aw") || engine !== null) return engine === null ? "gh-aw" : `gh-aw:${engine}`;
  return textOf(attributes, AGENT_NAME) ?? (service?.startsWith("unknown_service") ? null : service);
}
