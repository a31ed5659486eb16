import * as z from "zod";

const SCOPE =
  /^(?:global|org|repository|(?:org|repository|team|agent|workflow|flow|user|model|provider):\s*\S.*)$/;

/** Whose spending is meant: of everything, or by one thing and a glob over its names. */
export const Scope = z
  .string()
  .max(300)
  .regex(
    SCOPE,
    "expected `global`, `org`, `repository`, or one of org, repository, team, agent, workflow, user, model and provider with a glob, such as `team:core` or `workflow:triage.yml`",
  );
