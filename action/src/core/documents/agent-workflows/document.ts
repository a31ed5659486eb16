import {
  AgentWorkflowsDocument,
  agentWorkflowsFold,
} from "#core/documents/agent-workflows/agent-workflows.ts";
import { executions } from "#core/documents/executions/document.ts";
import { alone } from "#core/documents/row/places.ts";
import { declare } from "#core/documents/row/row.ts";
import { table } from "#core/render/api-file.ts";
import { AGENT_ROUNDS } from "#core/render/columns/agent-workflows.ts";

type Made = { "agent-workflows": AgentWorkflowsDocument };

export const agentWorkflows = declare({
  name: "agent-workflows",
  schema: { "agent-workflows": AgentWorkflowsDocument },
  needs: [executions],
  fold() {
    const { add, finish } = agentWorkflowsFold();
    return {
      add: ({ invocations }) => invocations.forEach(add),
      finish: ({ executions: { pages } }) => finish(pages),
    };
  },
  navigation: { label: "Agent workflows", path: "agent-workflows/", place: 11, more: true },
  pages: {
    "agent-workflows/index": (made: Made) => alone("agent-workflows/", () => made["agent-workflows"]),
  },
  *files({ "agent-workflows": made }: Made, json) {
    const about = "What several agents did together";
    yield json("agent-workflows.json", "agent-workflows", about, made, made.rounds.length);
    yield table("agent-workflows.csv", "Every round as a table", AGENT_ROUNDS, made.rounds);
  },
});
