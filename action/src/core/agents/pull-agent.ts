import { attribute } from "#core/agents/attribution.ts";
import type { AgentRule } from "#core/config.ts";
import type { Pull } from "#core/records/pull.ts";

/**
 * The agent that opened a pull request, by its author's account or its branch, as runs are attributed; null for
 * people and for bots that are no agents.
 *
 * @param repository `owner/name` that it was opened in: branches of forks say nothing
 */
export function authoringAgent(
  { author, head_branch, head_repository }: Pick<Pull, "author" | "head_branch" | "head_repository">,
  repository: string,
  rules: readonly AgentRule[],
): string | null {
  const evidence = {
    workflow_name: null,
    workflow_file: null,
    referenced_workflows: [],
    display_title: null,
    actor: author,
    triggering_actor: null,
    head_branch,
    from_fork: head_repository !== repository,
  };
  return attribute(evidence, rules)?.agent ?? null;
}
