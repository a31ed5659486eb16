import { type AgentDocuments, agentsFold } from "#core/documents/agents/agents.ts";
import {
  type ExecutionPages,
  type ExecutionsDocument,
  executionsFold,
  pagesOf,
} from "#core/documents/executions/executions.ts";
import { foreignInvocations, invocationsOf } from "#core/documents/executions/invocation.ts";
import { type Context, type Fold, NO_FACTS } from "#core/documents/fold.ts";
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
    add(run, facts = NO_FACTS) {
      const invocations = invocationsOf(run, facts, context);
      for (const invocation of invocations) {
        executions.add(invocation);
        agents.add(invocation);
        sessions.add(invocation, invocations);
      }
      for (const invocation of foreignInvocations(run, facts, context)) executions.addForeign(invocation);
    },
    finish() {
      const listed = executions.finish();
      const pages = pagesOf(listed.rows);
      return { executions: listed, pages, agents: agents.finish(pages), sessions: sessions.finish(pages) };
    },
  };
}
