import * as z from "zod";
import { Pattern } from "#core/config/pattern.ts";

/** Whose runs count for a team: any of its patterns is enough. */
const TeamRule = z
  .strictObject({
    users: z.array(Pattern).default([]).describe("Logins of who started the run, or users of telemetry."),
    agents: z.array(Pattern).default([]).describe("Agents, as pages call them."),
    workflows: z.array(Pattern).default([]).describe("Names or files of workflows."),
  })
  .refine(({ users, agents, workflows }) => users.length + agents.length + workflows.length > 0, {
    error: "needs at least one of users, agents or workflows, or nothing would ever be its",
  });

/** In the order they are written: the first that matches is the team of a run. */
export const Teams = z
  .record(z.string().min(1).max(200), TeamRule)
  .default({})
  .describe(
    "Teams by name, for the Users page, each with globs of its `users`, `agents` or `workflows`. The first that matches wins; a team that telemetry itself names goes before.",
  );
export type Teams = z.infer<typeof Teams>;
