import type { Attempt } from "#core/attempts/attempt.ts";
import type { Line } from "#core/attempts/ledger.ts";
import { globs } from "#core/glob.ts";

/** The lines of an attempt that a scope counts. */
export type InScope = (attempt: Attempt) => readonly Line[];

/**
 * Compiles a scope (`team:core`, `workflow:triage.yml`). Of models and providers only tokens are, as on the Costs page;
 * an agent's are those of its own work, not of the checks that it caused.
 *
 * @param repository `owner/name` of the records
 */
export function scopeMatcher(scope: string, repository: string): InScope {
  const [kind, matches] = scopeOf(scope);
  const byLine = (is: (line: Line) => boolean): InScope => {
    return ({ lines }) => lines.filter(is);
  };
  switch (kind) {
    case "org":
      return all(matches(repository.split("/")[0] ?? ""));
    case "repository":
      return all(matches(repository));
    case "team":
      return byLine(({ team }) => matches(team ?? ""));
    case "agent":
      return byLine(({ agent }) => matches(agent ?? ""));
    case "workflow":
    case "flow":
      return ({ run, lines }) => {
        const names = [run.workflow_name, run.workflow_file, run.workflow_file?.split("/").at(-1)];
        return names.some((name) => matches(name ?? "")) ? lines : [];
      };
    case "user":
      return byLine(({ user }) => matches(user ?? ""));
    case "model":
      return byLine((line) => line.kind === "tokens" && matches(line.item ?? ""));
    case "provider":
      return byLine((line) => line.kind === "tokens" && matches(line.provider ?? ""));
    default:
      return all(true);
  }
}

function all(counts: boolean): InScope {
  return ({ lines }) => (counts ? lines : []);
}

/** What a scope is of, and whose it is; everybody's without a pattern. */
export function scopeOf(scope: string): [kind: string, matches: (text: string) => boolean] {
  const [kind, pattern] = splitScope(scope);
  return [kind, pattern === undefined ? () => true : globs([pattern])];
}

/** `team:core` as `team` and `core`; without a pattern where the scope is of everything. */
export function splitScope(scope: string): [string, string | undefined] {
  const colon = scope.indexOf(":");
  return colon < 0 ? [scope, undefined] : [scope.slice(0, colon), scope.slice(colon + 1).trim()];
}
