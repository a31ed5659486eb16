import type { Invocation } from "#core/attempts/invocation.ts";
import { aboutIssue } from "#core/failures/what-fixed-it.ts";
import type { Execution } from "#core/records/execution.ts";
import { contentId } from "#core/sha256.ts";

/** What holds executions together: the issue or pull request they work on, else the agent's own session. */
export type SessionLink =
  | { kind: "issue" | "pull_request" | "item"; number: number }
  /** An issue that GitHub names by its title alone. */
  | { kind: "issue"; number: null; title: string }
  | { kind: "session"; id: string };

/**
 * The session of an execution follows the work: the pull request that GitHub itself associates with the run, else the
 * issue or pull request that its own telemetry tells, or that of what started it, else the issue whose event started
 * the run; an agent's own session where there is none of these, and null when nothing is told. Numbers in titles and
 * branches link nothing.
 *
 * @param siblings every invocation of the same attempt
 */
export function sessionLink(
  { execution, run }: Pick<Invocation, "execution" | "run">,
  siblings: readonly Invocation[],
): SessionLink | null {
  // What a stranger's run says of sessions and items would join the repository's own.
  if (execution?.trust === "fork") return null;
  const pull = run.pull_requests?.[0];
  if (pull !== undefined) return { kind: "pull_request", number: pull.number };
  const lineage = lineageOf(execution, siblings);
  const item = lineage.find((one) => one.item !== null)?.item;
  if (item) return { kind: item.kind === "unknown" ? "item" : item.kind, number: item.number };
  const title = aboutIssue(run);
  if (title !== null) return { kind: "issue", number: null, title };
  const id = lineage.findLast((one) => one.session_id !== null)?.session_id;
  return id ? { kind: "session", id } : null;
}

/** An execution, what started it, and so on. */
function lineageOf(execution: Execution | null, siblings: readonly Invocation[]): Execution[] {
  const lineage: Execution[] = [];
  for (let one = execution; one !== null && !lineage.includes(one); one = parentOf(one, siblings))
    lineage.push(one);
  return lineage;
}

function parentOf({ parent_execution_id: id }: Execution, siblings: readonly Invocation[]): Execution | null {
  if (id === null) return null;
  return siblings.find(({ execution }) => execution?.execution_id === id)?.execution ?? null;
}

/** The address of its page, the same on every build. */
export function sessionSlug(link: SessionLink): string {
  if (link.kind === "session") return `s-${contentId("session", link.id)}`;
  if (link.number === null) return `issue-${contentId("issue", link.title)}`;
  return `${link.kind === "pull_request" ? "pull" : link.kind}-${link.number}`;
}
