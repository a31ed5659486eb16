import type { Context } from "#core/attempts/context.ts";
import { globs } from "#core/glob.ts";
import type { Run } from "#core/records/run.ts";
import { hashedUser } from "#core/telemetry/as-stored.ts";

/** Who did something, with which agent, in which workflow. */
type Doing = {
  user: string | null;
  agent: string | null;
  run: Pick<Run, "workflow_name" | "workflow_file">;
};

export type TeamOf = (doing: Doing) => string | null;

/** The configured team of what was done: the first that matches; null when none does. */
export function teamMatcher({ config, repository }: Context): TeamOf {
  const teams = Object.entries(config.teams).map(([name, { users, agents, workflows }]) => ({
    name,
    // Users of telemetry may be stored as hashes, while people configure logins.
    isUser: globs([...users, ...users.map((user) => hashedUser(user, repository.full_name))]),
    isAgent: globs(agents),
    isWorkflow: globs(workflows),
  }));
  return ({ user, agent, run: { workflow_name, workflow_file } }) => {
    const files = [workflow_name, workflow_file, workflow_file?.split("/").at(-1)];
    const found = teams.find(
      ({ isUser, isAgent, isWorkflow }) =>
        isUser(user ?? "") || isAgent(agent ?? "") || files.some((text) => isWorkflow(text ?? "")),
    );
    return found?.name ?? null;
  };
}
