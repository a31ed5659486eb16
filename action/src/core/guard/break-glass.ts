import type { OwnRun } from "#core/guard/own-run.ts";

/** Shorter is no reason. */
const SHORTEST = 10;

/** Who may let a stopped run go on all the same. `refused`: somebody asked, and may not. */
export type Glass =
  | { kind: "whole" }
  | { kind: "broken"; reason: string; by: string }
  | { kind: "refused"; why: string };

/**
 * @param asked the step's `break-glass`; empty: nobody asked
 * @param actors of the default branch's configuration
 */
export function breakGlass(asked: string, own: OwnRun, actors: readonly string[]): Glass {
  const reason = asked.trim().replaceAll(/\s+/g, " ");
  if (reason === "") return { kind: "whole" };
  if (reason.length < SHORTEST)
    return { kind: "refused", why: `a reason to break the glass has ${SHORTEST} characters at least` };
  const by = own.actor ?? "somebody";
  const isNamed = actors.some((actor) => actor.toLowerCase() === by.toLowerCase());
  if (own.event !== "workflow_dispatch" && !isNamed)
    return {
      kind: "refused",
      why: `${by} may not break the glass of a run started by ${own.event}: start it by hand, or be named in \`guard.break-glass-actors\``,
    };
  return { kind: "broken", reason, by };
}
