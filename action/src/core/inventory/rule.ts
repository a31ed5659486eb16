import type { Exposure } from "#core/inventory/exposure.ts";
import type { Job, Repository, Step, Workflow } from "#core/inventory/model.ts";
import type { Span } from "#core/inventory/source.ts";

export type Level = "note" | "warning" | "error";

/** One thing that is looked for. What it says of itself is its help, its documentation and its entry in SARIF. */
export type Rule = {
  id: string;
  /** The highest level it has; who can start the agent may lower it. */
  level: Level;
  title: string;
  /** Why it matters. */
  help: string;
  /** What to do. */
  fix: string;
  check(workflow: Workflow, repository: Repository): Iterable<Hit>;
};

/** Where a rule is broken. */
export type Hit = {
  at: Span;
  /** The job or step, by which it is recognised when lines move. */
  key: string;
  message: string;
  /** Where it is less than the rule's. */
  level?: Level;
};

export function hit({ key }: Pick<Job | Step, "key">, at: Span, message: string, level?: Level): Hit {
  return { key, at, message, ...(level && { level }) };
}

/** What an agent may do is a note alone, and an error where strangers have it start. */
export const CAPABILITY: Readonly<Record<Exposure, Level>> = {
  nobody: "note",
  members: "warning",
  strangers: "error",
};

/** What only matters where somebody from outside is heard: null where nobody is. */
export const HEARD: Readonly<Record<Exposure, Level | null>> = {
  nobody: null,
  members: "warning",
  strangers: "error",
};
