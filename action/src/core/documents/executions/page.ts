import { agentPath, executionPath, sessionPath } from "#core/addresses/paths.ts";
import type { Attempt } from "#core/attempts/attempt.ts";
import type { AgentDocuments } from "#core/documents/agents/agents.ts";
import { type ExecutionDetail, executionDetail } from "#core/documents/executions/execution-detail.ts";
import type { ExecutionDocuments } from "#core/documents/executions/executions.ts";
import type { Place } from "#core/documents/row/places.ts";
import { sessionLink } from "#core/documents/sessions/session-link.ts";
import { pageSlug, type SessionDocuments } from "#core/documents/sessions/sessions.ts";

type Made = { executions: ExecutionDocuments; agents: AgentDocuments; sessions: SessionDocuments };

/** The pages of what agents did in a day's attempts, as far as it has any. */
export function* executionPages(day: readonly Attempt[], made: Made): Iterable<Place<ExecutionDetail>> {
  for (const attempt of day) yield* pagesOf(attempt, made);
}

function* pagesOf(
  attempt: Attempt,
  { executions, agents, sessions }: Made,
): Iterable<Place<ExecutionDetail>> {
  const invocations = [...attempt.invocations, ...attempt.foreign];
  for (const invocation of invocations) {
    const { execution, agent } = invocation;
    if (execution === null || !executions.pages.has(execution.execution_id)) continue;
    const link = sessionLink(invocation, invocations);
    const slug = link === null ? null : pageSlug(sessions, link);
    const agentSlug = agents.slugs.get(agent);
    yield {
      path: executionPath(execution.execution_id),
      document: () =>
        executionDetail({ ...invocation, execution }, invocations, executions.pages, {
          session: slug === null ? null : sessionPath(slug),
          agent: agentSlug === undefined ? null : agentPath(agentSlug),
        }),
    };
  }
}
