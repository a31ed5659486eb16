import type { Invocation } from "#core/attempts/invocation.ts";
import type { Execution } from "#core/records/execution.ts";
import { contentId } from "#core/sha256.ts";

/** What holds executions together: the agent's own session, else the issue or pull request they work on. */
export type SessionLink =
  | { kind: "session"; id: string }
  | { kind: "issue" | "pull_request" | "item"; number: number };

/**
 * The session of an execution: as its own telemetry says (session, then issue or pull request), else the one of what
 * started it, else the pull request that GitHub itself associates with the run; null when nothing does. Numbers in
 * titles and branches link nothing.
 *
 * @param siblings every invocation of the same attempt
 */
export function sessionLink(
  { execution, run }: Pick<Invocation, "execution" | "run">,
  siblings: readonly Invocation[],
): SessionLink | null {
  // What a stranger's run says of sessions and items would join the repository's own.
  if (execution?.trust === "fork") return null;
  const seen = new Set<string>();
  for (let one = execution; one !== null && !seen.has(one.execution_id); one = parentOf(one, siblings)) {
    seen.add(one.execution_id);
    if (one.session_id !== null) return { kind: "session", id: one.session_id };
    if (one.item !== null)
      return { kind: one.item.kind === "unknown" ? "item" : one.item.kind, number: one.item.number };
  }
  const pull = run.pull_requests?.[0];
  return pull === undefined ? null : { kind: "pull_request", number: pull.number };
}

function parentOf({ parent_execution_id: id }: Execution, siblings: readonly Invocation[]): Execution | null {
  if (id === null) return null;
  return siblings.find(({ execution }) => execution?.execution_id === id)?.execution ?? null;
}

/** The address of its page, the same on every build. */
export function sessionSlug(link: SessionLink): string {
  if (link.kind === "session") return `s-${contentId("session", link.id)}`;
  return `${link.kind === "pull_request" ? "pull" : link.kind}-${link.number}`;
}
