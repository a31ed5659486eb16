import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import { type AgentDocuments, agentsFold } from "#core/documents/agents/agents.ts";
import {
  type ExecutionPages,
  type ExecutionsDocument,
  executionsFold,
  pagesOf,
} from "#core/documents/executions/executions.ts";
import { type SessionDocuments, sessionsFold } from "#core/documents/sessions/sessions.ts";

/** Everything about what agents did. */
export type AgentWork = {
  executions: ExecutionsDocument;
  /** The executions that have a page. */
  pages: ExecutionPages;
  agents: AgentDocuments;
  sessions: SessionDocuments;
};

/** Prices each attempt's executions once, for all of these documents. */
export function agentWorkFold(context: Context): Fold<AgentWork> {
  const executions = executionsFold();
  const agents = agentsFold(context);
  const sessions = sessionsFold(context);
  return {
    add({ invocations, foreign }) {
      for (const invocation of invocations) {
        executions.add(invocation);
        agents.add(invocation);
        sessions.add(invocation, invocations);
      }
      for (const invocation of foreign) executions.addForeign(invocation);
    },
    finish() {
      const listed = executions.finish();
      const pages = pagesOf(listed.rows);
      return { executions: listed, pages, agents: agents.finish(pages), sessions: sessions.finish(pages) };
    },
  };
}
